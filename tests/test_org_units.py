"""The units of a document: their order, and which one a line is for."""

import pytest

from scorecard.board import Board, assembled
from scorecard.model.records import Node, Org
from scorecard.org_units import in_order, unit_of_line
from scorecard.vocabulary import NodeKind, Words

NODES = (
    Node("goal", None, NodeKind.GOAL),
    Node("sales", "goal", NodeKind.THEME),
    Node("n1", "sales", NodeKind.KPI, kpi="A", org="north"),
    Node("n2", "sales", NodeKind.KPI, kpi="B", org="north"),
    Node("mixed", "goal", NodeKind.THEME),
    Node("n3", "mixed", NodeKind.KPI, kpi="A", org="south"),
    Node("n4", "mixed", NodeKind.KPI, kpi="A", org="co"),
    Node("empty", "sales", NodeKind.THEME),
)


def board() -> Board:
    units = (
        Org("south", Words("南區"), parent="co", order=2),
        Org("north", Words("北區"), parent="co", order=1),
        Org("co", Words("公司")),
    )
    return assembled((*units, *NODES), {})


def test_units_stand_before_their_parts_in_their_order() -> None:
    assert [unit.id for unit in in_order(board())] == ["co", "north", "south"]


@pytest.mark.parametrize(
    ("node", "unit"),
    [
        pytest.param("n3", "south", id="its own"),
        pytest.param("sales", "north", id="the one of all below it"),
        pytest.param("mixed", "co", id="the topmost where those below differ"),
        pytest.param("empty", "co", id="the topmost where nothing says"),
        pytest.param("nowhere", "co", id="no such line"),
    ],
)
def test_a_line_is_for_a_unit(node: str, unit: str) -> None:
    assert unit_of_line(board(), node) == unit


def test_units_of_a_ring_are_offered_too() -> None:
    ring = assembled((Org("a", Words("甲"), parent="b"), Org("b", Words("乙"), parent="a")), {})

    assert {unit.id for unit in in_order(ring)} == {"a", "b"}
