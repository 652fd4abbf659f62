"""Moving lines: where they may stand, in which order they come, and that undo puts them back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.board import Board, assembled
from scorecard.commands.branch import topmost
from scorecard.commands.moving import MoveLines
from scorecard.model.records import KpiVersion, Node, Org
from scorecard.model.units import is_within
from scorecard.trouble import Refused
from scorecard.vocabulary import NodeKind, Words
from tests.commands.boards import MARGIN, REVENUE, company, done, refused

_UNITS = (Org("co", Words("公司")), Org("bu", Words("事業部"), "co"), Org("a1", Words("線"), "bu"))
_PROFIT = KpiVersion("PROFIT", "v1", "2025-01", Words("利潤"), formula="營收 × 毛利率")


def _kpi(node: str, parent: str, kpi: str, org: str = "co", order: int = 0) -> Node:
    return Node(node, parent, NodeKind.KPI, kpi=kpi, org=org, order=order)


def _tree() -> Board:
    """Two perspectives with themes, and a KPI for the company and for units in it."""
    names = {"g": NodeKind.GOAL, "p1": NodeKind.PERSPECTIVE, "p2": NodeKind.PERSPECTIVE}
    heads = [
        Node(node, None if node == "g" else "g", kind, Words(node), order=number)
        for number, (node, kind) in enumerate(names.items())
    ]
    themes = [Node(f"t{n}", "p1", NodeKind.THEME, Words(f"t{n}"), order=n) for n in (1, 2, 3)]
    kpis = [_kpi("whole", "t1", "FIN-003"), _kpi("part", "t2", "FIN-003", "a1")]
    kpis += [_kpi("profit", "t1", "PROFIT", order=1), _kpi("other", "t2", "PROFIT", order=1)]
    measures = (REVENUE, REVENUE.__class__("cogs", Words("銷貨成本")))
    return assembled([*_UNITS, *measures, MARGIN, _PROFIT, *heads, *themes, *kpis])


def test_several_lines_move_in_the_order_given_before_another() -> None:
    board = done(_tree(), MoveLines(("t3", "t2"), "p1", "t1"))

    assert board.children["p1"] == ("t3", "t2", "t1")


def test_without_a_line_to_come_before_they_go_to_the_end() -> None:
    assert done(_tree(), MoveLines(("t1",), "p1")).children["p1"] == ("t2", "t3", "t1")


def test_a_line_that_marks_its_own_place_stays_there() -> None:
    assert MoveLines(("t2",), "p1", "t2")(done(_tree(), MoveLines(("t1",), "p1", "t2"))).edits == ()


def test_a_line_below_another_that_moves_goes_along_with_it() -> None:
    board = done(_tree(), MoveLines(("t1", "whole"), "p2"))

    assert (board.nodes["t1"].parent, board.nodes["whole"].parent) == ("p2", "t1")


def test_of_lines_and_those_above_them_the_topmost_count() -> None:
    assert topmost(_tree(), ("whole", "t1", "t2")) == ("t1", "t2")


def test_a_kpi_of_a_unit_stands_below_the_same_kpi_of_the_unit_that_it_is_in() -> None:
    assert done(_tree(), MoveLines(("part",), "whole")).nodes["part"].parent == "whole"


def test_a_kpi_stands_below_one_whose_formula_uses_it() -> None:
    assert done(_tree(), MoveLines(("part",), "profit")).nodes["part"].parent == "profit"


def test_a_kpi_stands_below_one_that_has_kpis_below_it_already() -> None:
    board = done(_tree(), MoveLines(("part",), "whole"))

    assert done(board, MoveLines(("other",), "whole")).nodes["other"].parent == "whole"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        pytest.param(MoveLines(("whole",), "part"), "not_below_kpi", id="a whole below its part"),
        pytest.param(MoveLines(("other",), "whole"), "not_below_kpi", id="a KPI below any other"),
        pytest.param(MoveLines(("t1",), "part"), "not_below_kind", id="a theme below a KPI"),
        pytest.param(MoveLines(("p2",), "t1"), "not_below_kind", id="a perspective below a theme"),
        pytest.param(MoveLines(("t1",), None), "not_at_the_top", id="a theme to the top"),
        pytest.param(MoveLines(("whole",), None), "not_at_the_top", id="a KPI to the top"),
        pytest.param(MoveLines(("t1", "p2"), "t2"), "not_below_kind", id="one of several"),
        pytest.param(MoveLines(("t1", "gone"), "p2"), "unknown_node", id="one that is not there"),
    ],
)
def test_a_place_where_a_line_cannot_stand_is_refused(command: MoveLines, code: str) -> None:
    assert refused(_tree(), command).code == code


def test_a_part_of_a_part_is_a_part_and_nothing_is_a_part_of_itself() -> None:
    orgs = _tree().orgs

    assert is_within(orgs, "a1", "co")
    assert not is_within(orgs, "co", "a1")
    assert not is_within(orgs, "co", "co")


_NODES = st.sampled_from(["g", "p1", "p2", "t1", "t2", "t3", "whole", "part", "profit", "other"])


@given(
    nodes=st.lists(_NODES, min_size=1, max_size=3, unique=True),
    parent=st.none() | _NODES,
    before=st.none() | _NODES,
)
def test_a_move_loses_no_line_and_is_undone_exactly(
    nodes: list[str], parent: str | None, before: str | None
) -> None:
    board = _tree()
    try:
        edits = MoveLines(tuple(nodes), parent, before)(board).edits
    except Refused:
        return

    after = board.after(edits)

    assert after.nodes.keys() == board.nodes.keys()
    assert sorted(n for below in after.children.values() for n in below) == sorted(board.nodes)
    assert after.after(edit.inverse for edit in reversed(edits)) == board


def test_a_small_company_can_be_moved_about_too() -> None:
    assert done(company(), MoveLines(("n",), "o")).children["o"] == ("n",)
