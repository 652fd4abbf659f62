"""Units are said in the language of the screen, and read in either."""

import pytest

from scorecard.unit_words import is_same_unit, unit_briefly, unit_shown


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("件", "件", "pcs"),
        ("家", "家", "companies"),
        ("件/小時", "件/小時", "pcs/hour"),
        ("小時/人", "小時/人", "hours/person"),
        ("萬元", "萬元", "NT$ 10,000"),
        ("pcs/hour", "件/小時", "pcs/hour"),
        ("Days", "天", "Days"),
        ("kWh", "kWh", "kWh"),
        ("度", "度", "kWh"),
        ("/5", "/5", "/5"),
        ("%", "%", "%"),
        ("", "", ""),
    ],
)
def test_a_unit_is_said_in_the_language_of_the_screen(typed: str, zh: str, en: str) -> None:
    assert (unit_shown(typed, "zh_TW"), unit_shown(typed, "en")) == (zh, en)


@pytest.mark.parametrize("unit", ["桶", "次/萬車", "widgets"])
def test_a_unit_that_is_not_known_stays_as_it_was_typed(unit: str) -> None:
    assert {unit_shown(unit, "zh_TW"), unit_shown(unit, "en")} == {unit}


def test_one_of_something_is_said_as_one() -> None:
    assert unit_shown("家", "en", one=True) == "company"
    assert unit_shown("件/小時", "en", one=True) == "pc/hour"
    assert unit_shown("家", "zh_TW", one=True) == "家"


def test_a_unit_is_said_in_short_where_it_has_no_room() -> None:
    assert unit_briefly("companies") == "cos."
    assert unit_briefly("company") == "cos."
    assert unit_briefly("M/person") == "M/p"
    assert unit_briefly("widgets") == "widgets"


def test_a_unit_is_the_same_in_either_language() -> None:
    assert is_same_unit("companies", "家")
    assert is_same_unit(" PCS ", "件")
    assert not is_same_unit("days", "家")
    assert not is_same_unit("桶", "家")
