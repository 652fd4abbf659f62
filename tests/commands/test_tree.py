"""Changing the tree: branches and lines."""

import pytest

from scorecard.commands.branch import AddNode, RemoveLines, subtree
from scorecard.commands.line import RenameNode, StarLines, WeighLines
from scorecard.commands.moving import MoveLines
from scorecard.model.records import Node
from scorecard.vocabulary import NodeKind, Words
from tests.commands.boards import company, done, refused


def test_a_new_line_stands_under_its_parent() -> None:
    board = done(company(), AddNode(Node("x", "t", NodeKind.KPI, kpi="FIN-003", org="a", order=2)))

    assert board.children["t"] == ("n", "x")


def test_a_line_moves_with_all_below_it() -> None:
    board = done(company(), MoveLines(("t",), "o"))

    assert subtree(board, "o") == ["o", "t", "n"]


def test_a_line_moves_among_its_brothers() -> None:
    board = done(company(), MoveLines(("o",), "g", "t"))

    assert board.children["g"] == ("o", "t")


def test_moving_a_line_to_where_it_is_changes_nothing() -> None:
    assert MoveLines(("t",), "g", "o")(company()).edits == ()


def test_a_removed_line_takes_all_below_it_along() -> None:
    board = done(company(), RemoveLines(("t",)))

    assert set(board.nodes) == {"g", "o"}


def test_the_definition_stays_when_its_line_is_removed() -> None:
    assert "FIN-003" in done(company(), RemoveLines(("t",))).versions


def test_removal_backwards_never_leaves_a_line_without_its_parent() -> None:
    edits = RemoveLines(("g",))(company()).edits
    order = [edit.key[0] for edit in reversed(edits)]

    assert order.index("g") < order.index("t") < order.index("n")


def test_a_line_takes_another_weight_star_and_name() -> None:
    board = done(company(), WeighLines(("n",), 0))
    board = done(board, StarLines(("n",), star=True))
    board = done(board, RenameNode("n", Words("毛利")))

    line = board.nodes["n"]
    assert (line.weight, line.star, line.name.zh_TW) == (0, True, "毛利")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        pytest.param(MoveLines(("g",), "n"), "own_descendant", id="under its own child"),
        pytest.param(MoveLines(("t",), "t"), "own_descendant", id="under itself"),
        pytest.param(MoveLines(("t",), "x"), "unknown_node", id="unknown parent"),
        pytest.param(WeighLines(("n",), -1), "negative_weight", id="negative weight"),
        pytest.param(WeighLines(("n",), float("nan")), "too_many_digits", id="no number"),
        pytest.param(RemoveLines(("x",)), "unknown_node", id="unknown line"),
        pytest.param(
            AddNode(Node("t", None, NodeKind.GOAL, Words("x"))), "node_exists", id="taken"
        ),
        pytest.param(AddNode(Node("x", None, NodeKind.GOAL)), "name_missing", id="no name"),
        pytest.param(
            AddNode(Node("x", "t", NodeKind.KPI, kpi="FIN-9", org="co")), "unknown_kpi", id="KPI"
        ),
        pytest.param(
            AddNode(Node("x", "t", NodeKind.KPI, kpi="FIN-003", org="z")), "unknown_org", id="unit"
        ),
    ],
)
def test_a_tree_that_cannot_be_is_refused(command: MoveLines, code: str) -> None:
    assert refused(company(), command).code == code
