"""`set`: one entry, through the same command as the window."""

from argparse import ArgumentParser, Namespace

from scorecard.board import Board
from scorecard.check.unlikely import unlikely_entries
from scorecard.cli.answering import Exit, answer, complain, line
from scorecard.cli.document import editing
from scorecard.cli.parsing import both
from scorecard.cli.places import measure_named, org_named, period_typed
from scorecard.cli.verbs import Verb
from scorecard.commands.entry import EnterValue
from scorecard.exchange.entries_csv import typed_value
from scorecard.number import plain
from scorecard.text import say, tell


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))
    parser.add_argument("--measure", required=True, metavar="ID", help=both("cli.option.measure"))
    parser.add_argument("--period", required=True, metavar="P", help=both("cli.option.period"))
    parser.add_argument("--org", metavar="ID", help=both("cli.option.org"))
    parser.add_argument("--note", help=both("cli.option.note"))
    parser.add_argument("value", metavar="VALUE", help=both("cli.option.value"))


def _run(options: Namespace) -> int:
    with editing(options) as workspace:
        command = _command(options, workspace.board)
        step = workspace.run(command)
        edits = () if step is None else workspace.edits_of(step)
        unlikely = [fault.trouble for fault in unlikely_entries(workspace.board, edits)]
    if options.json:
        value = None if command.value is None else plain(command.value)
        place = {"measure": command.measure, "org": command.org, "period": command.period}
        changed = {"changed": step is not None, "unlikely": bool(unlikely)}
        answer({**place, "value": value, **changed})
    elif step is None:
        line(say("cli.same", options.lang))
    else:
        line(say("cli.done", options.lang, what=tell(step.name, options.lang)))
    complain(unlikely, options.lang)
    return Exit.WARNED if unlikely else Exit.DONE


def _command(options: Namespace, board: Board) -> EnterValue:
    measure = measure_named(board, options.measure)
    org = org_named(board, options.org)
    period = period_typed(options.period).code
    value = typed_value(options.value, board.measures[measure].unit)
    return EnterValue(measure, org, period, value, options.note or "")


VERB = Verb(_add_options, _run)
