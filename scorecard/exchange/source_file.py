"""A file to import: read by the ending of its name, and laid beside a document."""

from pathlib import Path

from scorecard.board import Board
from scorecard.exchange.board_file import read_board
from scorecard.exchange.entries_csv import COLUMNS, read_entries_csv
from scorecard.exchange.plan import Plan, plan
from scorecard.exchange.source import Refusal, Source
from scorecard.trouble import Refused, Trouble

ENDINGS = (".json", ".csv")


def planned_file(path: Path, board: Board) -> Plan:
    """What importing the file would do; one that cannot be read at all is refused as a whole."""
    try:
        return plan(read_source(path, board), board)
    except Refused as refused:
        refusals = tuple(Refusal(path.name, trouble) for trouble in refused.troubles)
        return Plan(Source(path.name), board, (), 0, 0, 0, refusals, (), ())


def read_source(path: Path, board: Board) -> Source:
    """What a file says, read by its suffix. Raises Refused."""
    suffix = path.suffix.lower()
    if suffix not in ENDINGS:
        facts = {"suffix": suffix or "–", "columns": ",".join(COLUMNS[:5])}
        raise Refused([Trouble("not_read_yet", path.name, facts)])
    try:
        data = path.read_bytes()
    except OSError:
        raise Refused([Trouble("no_such_source", path.name)]) from None
    if suffix == ".json":
        return read_board(data, path.name, frozenset(board.orgs))
    return read_entries_csv(data, path.name, board)
