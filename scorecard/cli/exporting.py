"""`export`: plain data, and the whole document as JSON."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from scorecard.board import Board
from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.document import reading
from scorecard.cli.parsing import both, day_of
from scorecard.cli.verbs import Verb
from scorecard.cli.viewing import add_view, evaluated, place_of
from scorecard.exchange.board_text import board_json, definitions_json, entries_json, json_bytes
from scorecard.exchange.lines import values_json
from scorecard.exchange.tables import (
    Table,
    csv_bytes,
    definitions_table,
    entries_table,
    values_table,
)
from scorecard.text import say
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Frequency
from scorecard.whole_file import written_whole
from scorecard.workspace import Workspace

WHATS = ("entries", "definitions", "values", "all")


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))
    parser.add_argument("--what", required=True, choices=WHATS, help=both("cli.option.what"))
    parser.add_argument("--to", required=True, metavar="OUT", help=both("cli.option.to"))
    add_view(parser, needed=False)


def _run(options: Namespace) -> int:
    path = Path(options.to)
    _expect_writable(options.what, path)
    with reading(options) as workspace:
        if path.exists() and path.resolve() == workspace.path.resolve():
            raise Refused([Trouble("copy_onto_itself", path.name)])
        data = _exported(options, path.suffix.lower(), workspace)
    write_whole(path, data)
    if options.json:
        answer({"file": path.name, "bytes": len(data)})
    else:
        line(say("cli.written", options.lang, name=path.name))
    return Exit.DONE


def _expect_writable(what: str, path: Path) -> None:
    suffixes = (".xlsx", ".json") if what == "all" else (".csv", ".xlsx", ".json")
    if path.suffix.lower() not in suffixes:
        facts = {"what": what, "choices": " / ".join(suffixes)}
        raise Refused([Trouble("not_written_yet", path.name, facts)])


def _exported(options: Namespace, suffix: str, workspace: Workspace) -> bytes:
    board = workspace.board
    if suffix == ".json":
        made = {"entries": entries_json, "definitions": definitions_json, "all": board_json}
        return json_bytes(
            made[options.what](board) if options.what in made else _values(options, board)
        )
    tables: dict[str, Callable[[], Table]] = {
        "entries": lambda: entries_table(board),
        "definitions": lambda: definitions_table(board),
        "values": lambda: values_table(_values(options, board)),
    }
    wanted = {what: made() for what, made in tables.items() if options.what in {what, "all"}}
    if suffix == ".csv":
        return csv_bytes(wanted[options.what])
    from scorecard.exchange.tables_workbook import workbook_bytes

    return workbook_bytes(wanted)


def _values(options: Namespace, board: Board) -> Mapping[str, object]:
    if options.period is None:
        calendar = board.settings.calendar
        options.period = calendar.containing(day_of(options), Frequency.MONTH).shifted(-1).code
    return values_json(evaluated(options, board), *place_of(options, board))


def write_whole(path: Path, data: bytes) -> None:
    """A file that appears whole or not at all (R13). Raises Refused."""

    def write(file: BinaryIO) -> None:
        file.write(data)

    try:
        written_whole(path, write, handed_out=True)
    except OSError as wrong:
        reason = wrong.strerror or type(wrong).__name__
        raise Refused([Trouble("cannot_write", path.name, {"reason": reason})]) from None


VERB = Verb(_add_options, _run)
