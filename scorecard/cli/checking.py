"""`check`: the file's integrity, then everything that is known about its content."""

from argparse import ArgumentParser, Namespace
from datetime import date

from scorecard.board import Board
from scorecard.check.findings import findings
from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.document import reading
from scorecard.cli.parsing import add_today, both, day_of
from scorecard.cli.verbs import Verb
from scorecard.evaluation import View, of
from scorecard.governance.examination import examined
from scorecard.governance.notes import notes
from scorecard.text import say, sentence
from scorecard.trouble import Level, Trouble
from scorecard.vocabulary import Frequency


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))
    add_today(parser)


def _run(options: Namespace) -> int:
    with reading(options) as workspace:  # opening it has examined the file itself
        found = _found(workspace.board, day_of(options))
    ok = all(finding.level is not Level.ERROR for finding in found)
    if options.json:
        answer({"ok": ok, "findings": [_json(finding, options.lang) for finding in found]})
    else:
        _tell(found, options.lang)
    quiet = all(finding.level is Level.NOTE for finding in found)
    return Exit.DONE if quiet else Exit.WARNED


def _found(board: Board, today: date) -> tuple[Trouble, ...]:
    """All that is known, the worst first."""
    calendar = board.settings.calendar
    view = View(calendar.containing(today, Frequency.MONTH))
    governed = notes(examined(of(board, view, today)))
    order = list(Level)
    return tuple(
        sorted([*findings(board, today), *governed], key=lambda each: order.index(each.level))
    )


def _json(finding: Trouble, language: str) -> dict[str, str]:
    what = sentence(Trouble(finding.code, "", finding.facts), language)
    return {"level": finding.level.value, "where": finding.where, "what": what}


def _tell(found: tuple[Trouble, ...], language: str) -> None:
    for finding in found:
        line(f"{say(f'cli.level.{finding.level}', language)} {sentence(finding, language)}")
    if not found:
        line(say("cli.nothing_found", language))


VERB = Verb(_add_options, _run)
