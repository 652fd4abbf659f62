"""The view that a verb looks at: a period, alone or from the year's start, as of a day."""

from argparse import ArgumentParser, Namespace

from scorecard import evaluation
from scorecard.board import Board
from scorecard.cli.parsing import add_today, both, day_of
from scorecard.cli.places import kpi_named, org_named, period_typed
from scorecard.evaluation import Evaluation, View


def add_view(parser: ArgumentParser, *, needed: bool = True) -> None:
    """Declares `--period`, `--upto`, `--org`, `--kpi` and `--today`."""
    parser.add_argument("--period", required=needed, metavar="P", help=both("cli.option.period"))
    parser.add_argument("--upto", action="store_true", help=both("cli.option.upto"))
    add_place(parser)
    add_today(parser)


def add_place(parser: ArgumentParser) -> None:
    """Declares `--org` and `--kpi`."""
    parser.add_argument("--org", metavar="ID", help=both("cli.option.org"))
    parser.add_argument("--kpi", metavar="ID", help=both("cli.option.kpi"))


def evaluated(options: Namespace, board: Board) -> Evaluation:
    """The evaluation of the board in the view that is asked for. Raises Refused."""
    view = View(period_typed(options.period), options.upto)
    return evaluation.of(board, view, day_of(options))


def place_of(options: Namespace, board: Board) -> tuple[str | None, str | None]:
    """The ids of the unit and the KPI that are asked for, None for all. Raises Refused."""
    org = None if options.org is None else org_named(board, options.org)
    kpi = None if options.kpi is None else kpi_named(board, options.kpi)
    return org, kpi
