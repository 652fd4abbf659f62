"""`close` and `reopen`: a period that may no longer be changed, and one that may again."""

from argparse import ArgumentParser, Namespace

from scorecard.check.readers import readers
from scorecard.check.retired import Retired
from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.document import editing
from scorecard.cli.parsing import both
from scorecard.cli.places import org_named, period_typed
from scorecard.cli.verbs import Verb
from scorecard.closings import left_closed
from scorecard.commands.closing import ClosePeriod, ReopenPeriod
from scorecard.entering.progress import progress
from scorecard.exchange.board_text import written
from scorecard.exchange.forms import CLOSING
from scorecard.model.records import Key
from scorecard.org_units import below
from scorecard.period import Period
from scorecard.slips.radar import Radar
from scorecard.text import say, tell
from scorecard.workspace import Command, Workspace


def _add_place(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))
    parser.add_argument("--period", required=True, metavar="P", help=both("cli.option.period"))
    parser.add_argument("--org", metavar="ID", help=both("cli.option.org"))


def _add_close(parser: ArgumentParser) -> None:
    _add_place(parser)
    parser.add_argument("--note", default="", help=both("cli.option.close_note"))


def _add_reopen(parser: ArgumentParser) -> None:
    _add_place(parser)
    parser.add_argument("--reason", required=True, help=both("cli.option.reason"))


def _close(options: Namespace) -> int:
    with editing(options) as workspace:
        org, period, by, at = _place(options, workspace)
        missing = _missing(workspace, org, Period.parse(period))
        _run(options, workspace, ClosePeriod(org, period, by, at, options.note), missing)
    return Exit.WARNED if missing else Exit.DONE


def _reopen(options: Namespace) -> int:
    with editing(options) as workspace:
        org, period, by, at = _place(options, workspace)
        _run(options, workspace, ReopenPeriod(org, period, by, at, options.reason), ())
        board = workspace.board
        left = left_closed(board, Period.parse(period), board.closings[org, period])
        if left is not None and not options.json:
            line(tell(left, options.lang))
    return Exit.DONE


def _missing(workspace: Workspace, org: str, period: Period) -> tuple[Key, ...]:
    """What the entry sheet asks for in a period, for a unit and those below it, and lacks."""
    board = workspace.board
    places, units = readers(board), below(board, org)
    return progress(Radar(board), places, Retired(board, places), period, units=units).missing


def _place(options: Namespace, workspace: Workspace) -> tuple[str, str, str, str]:
    org = org_named(workspace.board, options.org)
    period = period_typed(options.period).code
    return org, period, workspace.author, workspace.clock.now().isoformat(timespec="seconds")


def _run(
    options: Namespace, workspace: Workspace, command: Command, missing: tuple[Key, ...]
) -> None:
    step = workspace.run(command)
    place = (org_named(workspace.board, options.org), period_typed(options.period).code)
    if options.json:
        listed = [dict(zip(("measure", "org", "period"), key, strict=True)) for key in missing]
        closing = workspace.board.closings[place]
        answer({**written(CLOSING, closing), "missing": listed})
        return
    if step is not None:
        line(say("cli.done", options.lang, what=tell(step.name, options.lang)))
    if missing:
        line(say("cli.close.missing", options.lang, count=str(len(missing))))
    for measure, unit, code in missing:
        board = workspace.board
        facts = {"measure": board.measures[measure].name, "org": board.orgs[unit].name}
        line(say("cli.close.missing_one", options.lang, period=code, **facts))


CLOSE = Verb(_add_close, _close)
REOPEN = Verb(_add_reopen, _reopen)
