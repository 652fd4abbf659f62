"""`trend`: a KPI over time with limits, signals, forecast and landing."""

from argparse import ArgumentParser, Namespace

from scorecard import evaluation
from scorecard.board import Board
from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.document import reading
from scorecard.cli.parsing import add_today, both, day_of
from scorecard.cli.places import kpi_named, org_named
from scorecard.cli.verbs import Verb
from scorecard.cli.wording import status_words, target_words, value_words
from scorecard.evaluation import Evaluation, View
from scorecard.exchange.course import course_json
from scorecard.period import Period
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
        found = evaluation.of(board, view, today)
        course = course_json(found, kpi, org)
    if options.json:
        answer(course)
    else:
        _tell(found, course, options.lang)
    return Exit.DONE


def _org(options: Namespace, board: Board, kpi: str) -> str:
    """The unit asked for; else the one of the KPI's first line, else the top one."""
    if options.org is None:
        for node in board.nodes.values():
            if node.kpi == kpi and node.org:
                return node.org
    return org_named(board, options.org)


def _tell(found: Evaluation, course: dict[str, object], language: str) -> None:
    points, place = course["points"], (str(course["kpi"]), str(course["org"]))
    for point in points if isinstance(points, list) else []:
        cell = found.cell(*place, View(Period.parse(point["period"])))
        value, target = value_words(found.board, cell, language), target_words(cell, language)
        line("\t".join([point["period"], value, target, status_words(cell.status, language)]))


VERB = Verb(_add_options, _run)
