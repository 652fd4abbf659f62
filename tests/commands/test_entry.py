"""Entering and clearing values."""

import pytest

from scorecard.commands.entry import ClearEntry, EnterValue
from scorecard.model.records import Entry
from scorecard.text import named, tell
from tests.commands.boards import company, done, refused


def test_an_entered_value_stands_on_the_board() -> None:
    board = done(company(), EnterValue("revenue", "co", "2026-10", 12.5))

    assert board.entry("revenue", "co", "2026-10") == Entry("revenue", "co", "2026-10", 12.5)


def test_undo_can_say_what_was_entered_in_both_languages() -> None:
    name = EnterValue("revenue", "co", "2026-10", 1)(company()).name

    assert [tell(name, "zh_TW"), tell(name, "en")] == [
        "輸入營收 2026-10",
        "Entry of Revenue 2026-10",
    ]


def test_entering_what_stands_there_changes_nothing() -> None:
    assert EnterValue("revenue", "co", "2026-09", 100.0)(company()).edits == ()


def test_none_with_a_reason_is_kept_and_is_not_zero() -> None:
    board = done(company(), EnterValue("revenue", "co", "2026-10", None, "系統維護"))

    assert board.entry("revenue", "co", "2026-10") == Entry(
        "revenue", "co", "2026-10", None, "系統維護"
    )


def test_a_cleared_entry_is_as_if_never_typed() -> None:
    board = done(company(), ClearEntry("revenue", "co", "2026-09"))

    assert board.entry("revenue", "co", "2026-09") is None


def test_negative_zero_is_entered_as_zero() -> None:
    edit = EnterValue("revenue", "co", "2026-10", -0.0)(company()).edits[0]

    assert str(edit.after) == str(Entry("revenue", "co", "2026-10", 0.0))


def test_a_project_is_entered_by_its_day() -> None:
    board = done(company(), EnterValue("launch", "co", "2026-10-21", 1))

    assert board.entry("launch", "co", "2026-10-21") is not None


def test_a_note_loses_control_and_direction_characters() -> None:
    edit = EnterValue("revenue", "co", "2026-10", 1, "a\u202eb\x07c")(company()).edits[0]

    assert edit.after == Entry("revenue", "co", "2026-10", 1, "abc")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        pytest.param(EnterValue("revenu", "co", "2026-10", 1), "unknown_measure", id="measure"),
        pytest.param(EnterValue("revenue", "x", "2026-10", 1), "unknown_org", id="unit"),
        pytest.param(EnterValue("revenue", "co", "2026-13", 1), "no_such_period", id="month 13"),
        pytest.param(EnterValue("revenue", "co", "2025-W53", 1), "no_such_period", id="week 53"),
        pytest.param(EnterValue("revenue", "co", "２０２６-10", 1), "no_such_period", id="wide"),
        pytest.param(EnterValue("revenue", "co", "2026-W10", 1), "wrong_kind", id="week"),
        pytest.param(EnterValue("revenue", "co", "2026-10", 0.1 + 0.2), "too_many_digits", id="17"),
        pytest.param(
            EnterValue("revenue", "co", "2026-10", float("inf")), "too_many_digits", id="∞"
        ),
        pytest.param(
            EnterValue("revenue", "co", "2026-10", 1, "長" * 4001), "text_too_long", id="note"
        ),
    ],
)
def test_an_entry_that_cannot_be_is_refused(command: EnterValue, code: str) -> None:
    assert refused(company(), command).code == code


def test_a_refused_name_comes_with_the_nearest_known_one() -> None:
    trouble = refused(company(), EnterValue("revenu", "co", "2026-10", 1))

    assert trouble.facts["near"] == named(["revenue"])
