"""`import`: a file into a document, planned, then all or nothing."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scorecard.board import Board
from scorecard.cli.answering import Exit, answer, complain, line
from scorecard.cli.document import editing, reading
from scorecard.cli.parsing import both
from scorecard.cli.verbs import Verb
from scorecard.commands.importing import ImportBoard
from scorecard.exchange.board_file import read_board
from scorecard.exchange.entries_csv import COLUMNS, read_entries_csv
from scorecard.exchange.plan import Plan, plan
from scorecard.exchange.source import Refusal, Source
from scorecard.text import say, sentence
from scorecard.trouble import Refused, Trouble


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))
    parser.add_argument("source", metavar="SOURCE", help=both("cli.option.source"))
    parser.add_argument("--dry-run", action="store_true", help=both("cli.option.dry_run"))


def _run(options: Namespace) -> int:
    opened = reading(options) if options.dry_run else editing(options)
    with opened as workspace:
        planned = _planned(Path(options.source), workspace.board)
        if not planned.refused and not options.dry_run:
            workspace.run(ImportBoard(Path(options.source).name, planned.edits_on))
    _tell(planned, options)
    if planned.refused:
        return Exit.REFUSED
    return Exit.WARNED if planned.unknown or planned.unlikely else Exit.DONE


def _planned(path: Path, board: Board) -> Plan:
    """The plan; a file that cannot be read at all is a plan that refuses it."""
    try:
        return plan(read_source(path, board), board)
    except Refused as refused:
        refusals = tuple(Refusal(path.name, trouble) for trouble in refused.troubles)
        return Plan(Source(path.name), board, (), 0, 0, 0, refusals, (), ())


def read_source(path: Path, board: Board) -> Source:
    """What a file says, read by its suffix. Raises Refused."""
    suffix = path.suffix.lower()
    if suffix not in (".json", ".csv"):
        facts = {"suffix": suffix or "–", "columns": ",".join(COLUMNS[:5])}
        raise Refused([Trouble("not_read_yet", path.name, facts)])
    try:
        data = path.read_bytes()
    except OSError:
        raise Refused([Trouble("no_such_source", path.name)]) from None
    if suffix == ".json":
        return read_board(data, path.name, frozenset(board.orgs))
    return read_entries_csv(data, path.name, board)


def _tell(planned: Plan, options: Namespace) -> None:
    language = options.lang
    if options.json:
        answer(import_json(planned, language))
        return
    complain([refusal.why for refusal in planned.refused], language)
    complain([Trouble("unknown_field", where) for where in planned.unknown], language)
    complain(planned.unlikely, language)
    if planned.refused:
        return
    counts = {"created": planned.created, "updated": planned.updated, "same": planned.same}
    key = "cli.planned" if options.dry_run else "cli.imported"
    line(say(key, language, **{name: str(count) for name, count in counts.items()}))
    if planned.settings:
        line(say("cli.settings_changed", language, names=", ".join(planned.settings)))


def import_json(planned: Plan, language: str) -> dict[str, object]:
    """The answer of the interchange form, with the names of the settings that changed and the
    values that somebody should look at again."""
    refused = [_problem_json(refusal.what, refusal.why, language) for refusal in planned.refused]
    unlikely = [_problem_json(found.facts["value"], found, language) for found in planned.unlikely]
    return {
        "created": planned.created,
        "updated": planned.updated,
        "same": planned.same,
        "refused": refused,
        "unknown": list(planned.unknown),
        "settings": list(planned.settings),
        "unlikely": unlikely,
    }


def _problem_json(what: str, why: Trouble, language: str) -> dict[str, str]:
    said = sentence(Trouble(why.code, "", why.facts), language)
    return {"where": why.where, "what": what, "why": said}


VERB = Verb(_add_options, _run)
