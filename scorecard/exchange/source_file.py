"""A file to import: read by what it is, and laid beside a document."""

from datetime import date
from pathlib import Path

from scorecard.board import Board
from scorecard.exchange.board_file import read_board
from scorecard.exchange.entries_csv import is_entries_csv, read_entries_csv
from scorecard.exchange.mapping.recipe import Recipe
from scorecard.exchange.plain_file import opened_plain, read_plain
from scorecard.exchange.plan import Plan, plan
from scorecard.exchange.source import Refusal, Source
from scorecard.exchange.workbook.opening import TEXTS, WORKBOOKS
from scorecard.progress import Tell, untold
from scorecard.trouble import Refused, Trouble

#: The first line of a table lies within so many bytes.
_HEAD = 65_536
#: From so many bytes on a plain table is read by the column.
LONG = 1_000_000
ENDINGS = (".json", ".csv", *WORKBOOKS, *TEXTS[1:])


def planned_file(
    path: Path,
    board: Board,
    recipe: Recipe | None = None,
    today: date | None = None,
    tell: Tell = untold,
) -> Plan:
    """What importing the file would do; one that cannot be read at all is refused as a whole.

    `recipe` says what a workbook's names stand for, beside what the document remembers. Raises
    Stopped as `tell` does, which is told of long files only.
    """
    try:
        return plan(_read(path, board, recipe, today, tell), board, tell)
    except Refused as refused:
        refusals = tuple(Refusal(path.name, trouble) for trouble in refused.troubles)
        return Plan(Source(path.name), board, (), 0, 0, 0, refusals, (), ())


def read_source(
    path: Path, board: Board, recipe: Recipe | None = None, today: date | None = None
) -> Source:
    """What a file says, read by its suffix. Raises Refused."""
    data = read_file(path)
    if path.suffix.lower() == ".json":
        return read_board(data, path.name, frozenset(board.orgs))
    if is_plain_table(path, data):
        return read_entries_csv(data, path.name, board)
    from scorecard.exchange.mapping.understood import understand
    from scorecard.exchange.workbook.opening import read_workbook

    workbook = read_workbook(data, path.name)
    return understand(workbook, board, recipe or Recipe(), today or date.today()).source


def is_long(path: Path) -> bool:
    """Whether a file is a plain table of so many rows that it takes a while."""
    try:
        if path.suffix.lower() != ".csv" or path.stat().st_size < LONG:
            return False
        with path.open("rb") as file:
            return is_plain_table(path, file.read(_HEAD))
    except OSError:
        return False


def _read(
    path: Path, board: Board, recipe: Recipe | None, today: date | None, tell: Tell
) -> Source:
    if not is_long(path):
        return read_source(path, board, recipe, today)
    from scorecard.exchange.long.reading import read_long_csv  # numpy, for long imports only

    try:
        return read_long_csv(path, board, tell)
    except Refused as refused:
        if [trouble.code for trouble in refused.troubles] != ["not_utf8"]:
            raise
        return read_source(path, board, recipe, today)  # which tries other encodings too
    except OSError:
        raise Refused([Trouble("no_such_source", path.name)]) from None


def read_file(path: Path) -> bytes:
    """The bytes of a file of a kind that can be imported. Raises Refused."""
    suffix = path.suffix.lower()
    if suffix not in ENDINGS:
        facts = {"suffix": suffix or "–", "known": " ".join(ENDINGS)}
        raise Refused([Trouble("not_read_yet", path.name, facts)])
    return read_plain(path)


def is_workbook(path: Path) -> bool:
    """Whether the names in a file have to be matched: it is neither a document as JSON nor a
    table in the form of `entries.csv`."""
    suffix = path.suffix.lower()
    if suffix not in ENDINGS or suffix == ".json":
        return False
    try:
        with opened_plain(path) as file:
            return not is_plain_table(path, file.read(_HEAD))
    except (OSError, Refused):
        return False


def is_plain_table(path: Path, data: bytes) -> bool:
    """Whether a file has the columns of `entries.csv`, which need no mapping."""
    return path.suffix.lower() == ".csv" and is_entries_csv(data)
