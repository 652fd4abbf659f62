"""`blank`: a workbook to be filled in by others."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.document import reading
from scorecard.cli.exporting import write_whole
from scorecard.cli.parsing import add_today, both, day_of
from scorecard.cli.places import org_named, period_typed
from scorecard.cli.verbs import Verb
from scorecard.exchange.blank import asked_rows
from scorecard.exchange.blank_workbook import blank_workbook
from scorecard.text import say
from scorecard.trouble import Refused, Trouble


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))
    parser.add_argument("--period", required=True, metavar="P", help=both("cli.option.period"))
    parser.add_argument("--org", metavar="ID", help=both("cli.option.org"))
    parser.add_argument("--owner", default="", metavar="NAME", help=both("cli.option.owner"))
    parser.add_argument("--to", required=True, metavar="OUT", help=both("cli.option.blank_to"))
    add_today(parser)


def _run(options: Namespace) -> int:
    path = Path(options.to)
    if path.suffix.lower() != ".xlsx":
        facts = {"what": "blank", "choices": ".xlsx"}
        raise Refused([Trouble("not_written_yet", path.name, facts)])
    with reading(options) as workspace:
        board = workspace.board
        org = org_named(board, options.org) if options.org else ""
        period = period_typed(options.period)
        rows = asked_rows(board, period, day_of(options), org, options.owner)
    if not rows:
        raise Refused([Trouble("nothing_to_ask", period.code)])
    write_whole(path, blank_workbook(rows, options.lang))
    if options.json:
        answer({"file": path.name, "rows": len(rows)})
    else:
        line(say("cli.written", options.lang, name=path.name))
    return Exit.DONE


VERB = Verb(_add_options, _run)
