"""Ratios of single periods that a formula adds up or averages."""

import pytest

from scorecard.formula import parse
from scorecard.formula.ratio_check import ratio_warnings
from scorecard.text import LANGUAGES, sentence


def said(formula: str) -> list[tuple[str, str]]:
    """Place and remedy of each warning; `率` is a KPI that is a ratio."""
    found = list(ratio_warnings(parse(formula), lambda name: name == "率"))
    assert all(sentence(each, language) for each in found for language in LANGUAGES)
    return [(str(each.facts["position"]), str(each.facts["right"])) for each in found]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        pytest.param("YTD(a / b)", ("5", "YTD(a) / YTD(b)"), id="year to date"),
        pytest.param("ROLLAVG(a / b, 3)", ("9", "ROLLSUM(a, 3) / ROLLSUM(b, 3)"), id="mean"),
        pytest.param("ROLLSUM(1 + a / b, 12)", ("13", "ROLLSUM(a, 12) / ROLLSUM(b, 12)"), id="sum"),
        pytest.param("YTD(率) / 2", ("5", "YTD(a) / YTD(b)"), id="a KPI that is a ratio"),
        pytest.param("YTD(a / DAYS())", ("5", "YTD(a) / YTD(b)"), id="so much a day"),
    ],
)
def test_adding_ratios_is_said_with_its_place_and_remedy(
    formula: str, expected: tuple[str, str]
) -> None:
    assert said(formula) == [expected]


@pytest.mark.parametrize(
    "formula",
    [
        "YTD(a) / YTD(b)",
        "ROLLSUM(a, 12)",
        "ROLLAVG(a / 1000, 3)",
        "a / b",
        "PREV(a / b)",
        "SUM(率)",
    ],
)
def test_adding_first_and_then_dividing_is_passed_over(formula: str) -> None:
    assert said(formula) == []
