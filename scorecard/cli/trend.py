"""`trend`: a KPI over time with limits, signals, forecast and landing."""

from argparse import ArgumentParser, Namespace

from scorecard import evaluation
from scorecard.board import Board
from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.document import reading
from scorecard.cli.parsing import add_today, both, day_of
from scorecard.cli.places import kpi_named, org_named
from scorecard.cli.verbs import Verb
from scorecard.evaluation import View
from scorecard.exchange.course import course_json
from scorecard.vocabulary import Frequency


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))
    parser.add_argument("--kpi", required=True, metavar="ID", help=both("cli.option.kpi"))
    parser.add_argument("--org", metavar="ID", help=both("cli.option.org"))
    add_today(parser)


def _run(options: Namespace) -> int:
    with reading(options) as workspace:
        board = workspace.board
        kpi = kpi_named(board, options.kpi)
        org = _org(options, board, kpi)
        today = day_of(options)
        view = View(board.settings.calendar.containing(today, Frequency.DAY))
        course = course_json(evaluation.of(board, view, today), kpi, org)
    if options.json:
        answer(course)
    else:
        _tell(course)
    return Exit.DONE


def _org(options: Namespace, board: Board, kpi: str) -> str:
    """The unit asked for; else the one of the KPI's first line, else the top one."""
    if options.org is None:
        for node in board.nodes.values():
            if node.kpi == kpi and node.org:
                return node.org
    return org_named(board, options.org)


def _tell(course: dict[str, object]) -> None:
    points = course["points"]
    for point in points if isinstance(points, list) else []:
        value = point["reason"] if point["value"] is None else point["value"]
        target = "" if point["target"] is None else point["target"]
        line(f"{point['period']}\t{value}\t{target}\t{point['status']}".rstrip())


VERB = Verb(_add_options, _run)
