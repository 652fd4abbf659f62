"""`set`: one entry, through the same command as the window."""

from argparse import ArgumentParser, Namespace

from scorecard.board import Board
from scorecard.check.overruling import overruling_entries, units_named
from scorecard.check.unlikely import unlikely_entries
from scorecard.cli.answering import Exit, answer, complain, line
from scorecard.cli.document import editing
from scorecard.cli.parsing import both
from scorecard.cli.places import measure_named, org_named, period_typed
from scorecard.cli.verbs import Verb
from scorecard.commands.entry import EnterValue
from scorecard.exchange.entries_csv import typed_value
from scorecard.number import plain
from scorecard.org_units import leaves
from scorecard.text import say, tell
from scorecard.trouble import Refused, Trouble


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))
    parser.add_argument("--measure", required=True, metavar="ID", help=both("cli.option.measure"))
    parser.add_argument("--period", required=True, metavar="P", help=both("cli.option.period"))
    parser.add_argument("--org", metavar="ID", help=both("cli.option.org"))
    parser.add_argument("--note", help=both("cli.option.note"))
    parser.add_argument("value", metavar="VALUE", help=both("cli.option.value"))


def _run(options: Namespace) -> int:
    with editing(options) as workspace:
        before = workspace.board
        command = _command(options, before)
        step = workspace.run(command)
        edits = () if step is None else workspace.edits_of(step)
        unlikely = [fault.trouble for fault in unlikely_entries(workspace.board, edits)]
        overruling = [fault.trouble for fault in overruling_entries(before, edits)]
    if options.json:
        value = None if command.value is None else plain(command.value)
        place = {"measure": command.measure, "org": command.org, "period": command.period}
        told = {"unlikely": bool(unlikely), "overruling": bool(overruling)}
        answer({**place, "value": value, "changed": step is not None, **told})
    elif step is None:
        line(say("cli.same", options.lang))
    else:
        line(say("cli.done", options.lang, what=tell(step.name, options.lang)))
    complain([*unlikely, *overruling], options.lang)
    return Exit.WARNED if unlikely or overruling else Exit.DONE


def _command(options: Namespace, board: Board) -> EnterValue:
    measure = measure_named(board, options.measure)
    org = _org(board, measure, options.org)
    period = period_typed(options.period).code
    value = typed_value(options.value, board.measures[measure].unit)
    return EnterValue(measure, org, period, value, options.note or "")


def _org(board: Board, measure: str, text: str | None) -> str:
    """The unit that is typed; without one the top unit, unless its value is put together from
    units below it. Raises Refused."""
    org = org_named(board, text)
    parts = leaves(board, measure, org)
    if text is None and parts != (org,):
        facts = {"name": board.measures[measure].name, "units": units_named(board, parts)}
        raise Refused([Trouble("org_of_parts", facts=facts)])
    return org


VERB = Verb(_add_options, _run)
