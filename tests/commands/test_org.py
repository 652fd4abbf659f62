"""Org units: new ones, moves, removal of what nothing uses."""

import pytest

from scorecard.board import Board
from scorecard.commands.org import MoveOrg, NewOrg, RemoveOrg, siblings
from scorecard.vocabulary import Words
from tests.commands.boards import company, done, refused


def _with_units() -> Board:
    board = done(company(), NewOrg("co", Words("乙廠")))
    return done(board, NewOrg("co", Words("丙廠")))


def test_a_new_unit_stands_at_the_end_of_those_below_its_whole() -> None:
    assert [org.name.zh_TW for org in siblings(_with_units(), "co")] == ["甲廠", "乙廠", "丙廠"]


def test_a_unit_moves_among_its_siblings_and_into_another() -> None:
    board = done(_with_units(), MoveOrg("U-002", "co", 0))
    board = done(board, MoveOrg("U-001", "a", 0))

    assert board.units_below == {"co": ("U-002", "a"), "a": ("U-001",)}


def test_a_unit_moves_to_the_top() -> None:
    assert done(_with_units(), MoveOrg("U-001", None, 5)).orgs["U-001"].parent is None


def test_a_unit_that_nothing_uses_is_removed() -> None:
    assert "U-001" not in done(_with_units(), RemoveOrg("U-001")).orgs


@pytest.mark.parametrize(
    ("command", "code"),
    [
        pytest.param(NewOrg("co", Words(" ")), "name_missing", id="no name"),
        pytest.param(NewOrg("x", Words("丁")), "unknown_org", id="unknown whole"),
        pytest.param(MoveOrg("co", "a", 0), "own_part", id="into its own part"),
        pytest.param(MoveOrg("a", "a", 0), "own_part", id="into itself"),
        pytest.param(RemoveOrg("co"), "still_in_use", id="in use"),
    ],
)
def test_what_cannot_be_is_refused(command: NewOrg | MoveOrg | RemoveOrg, code: str) -> None:
    assert refused(_with_units(), command).code == code


def test_a_move_of_a_unit_is_undone_exactly() -> None:
    board = _with_units()
    edits = MoveOrg("U-002", "a", 0)(board).edits

    assert board.after(edits).after(edit.inverse for edit in reversed(edits)) == board
