"""The named thing on the board, or a refusal that says what is there instead."""

from collections.abc import Iterable

from scorecard.board import Board
from scorecard.model.records import KpiVersion, Measure, Node, Org
from scorecard.period import Period
from scorecard.period_code import entry_trouble, kind_of
from scorecard.text import nearest
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Frequency


def measure_of(board: Board, measure: str) -> Measure:
    """The measure. Raises Refused(unknown_measure)."""
    if measure not in board.measures:
        raise Refused([unknown("unknown_measure", measure, board.measures)])
    return board.measures[measure]


def org_of(board: Board, org: str) -> Org:
    """The org unit. Raises Refused(unknown_org)."""
    if org not in board.orgs:
        raise Refused([unknown("unknown_org", org, board.orgs)])
    return board.orgs[org]


def kpi_of(board: Board, kpi: str) -> KpiVersion:
    """The newest definition of the KPI. Raises Refused(unknown_kpi)."""
    if kpi not in board.versions:
        raise Refused([unknown("unknown_kpi", kpi, board.versions)])
    return board.latest(kpi)


def node_of(board: Board, node: str) -> Node:
    """The line. Raises Refused(unknown_node)."""
    if node not in board.nodes:
        raise Refused([unknown("unknown_node", node, board.nodes)])
    return board.nodes[node]


def period_of(code: str, frequency: Frequency) -> Period:
    """The period of `code`, of the kind that `frequency` is entered by (a project by its day).

    Raises Refused(no_such_period, wrong_kind).
    """
    trouble = entry_trouble(code, frequency)
    if trouble is not None:
        raise Refused([trouble])
    return Period.parse(code)


def start_of(code: str) -> str:
    """A date, or a period meaning its first day. Raises Refused(no_such_period)."""
    if kind_of(code) is None:
        raise Refused([Trouble("no_such_period", facts={"period": code})])
    return code


def unknown(code: str, name: str, known: Iterable[str]) -> Trouble:
    """The trouble `code` with the ids that look most like `name`, or a few that there are."""
    return Trouble(code, facts={"id": name, "near": nearest(name, known)})
