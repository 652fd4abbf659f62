"""What sort of formula it is, and what it cannot do without."""

from fractions import Fraction

import pytest

from scorecard.formula import is_additive, is_boolean, is_percent, parse, required
from scorecard.formula.ratio import Ratio, is_linear, ratio_of


@pytest.mark.parametrize("text", ["A", "A + B", "A - (B - C)", "-A + SUM(B, C)"])
def test_a_sum_or_difference_of_names_is_additive(text: str) -> None:
    assert is_additive(parse(text))


@pytest.mark.parametrize(
    "text", ["A + 1", "A * B", "AVG(A)", "A / B", "SUM(A, 1)", "PREV(A)", "A%"]
)
def test_anything_else_is_not_additive(text: str) -> None:
    assert not is_additive(parse(text))


@pytest.mark.parametrize("text", ["A > 1", "(A + B = 2)", "A ≠ B"])
def test_a_formula_that_ends_in_a_comparison_is_boolean(text: str) -> None:
    assert is_boolean(parse(text))


def test_a_comparison_inside_does_not_make_a_formula_boolean() -> None:
    assert not is_boolean(parse("IF(A > 1, 2, 3)"))


@pytest.mark.parametrize("text", ["A / B × 100%", "（A − B）÷ B＊１００％", "(A / B * 100%)"])
def test_a_formula_that_ends_in_times_a_hundred_percent_is_a_percent(text: str) -> None:
    assert is_percent(parse(text))


@pytest.mark.parametrize("text", ["A / B * 100", "A / B × 50%", "A × 100% + 1", "100% × A"])
def test_other_formulas_are_not_percents(text: str) -> None:
    assert not is_percent(parse(text))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("A / B", {("A", (0, 0)), ("B", (0, 0))}),
        ("(A - LY(A)) / LY(A)", {("A", (0, 0)), ("A", (0, 1))}),
        ("A / PREV(B, 2)", {("A", (0, 0)), ("B", (2, 0))}),
        ("PREV(LY(A) + B)", {("A", (1, 1)), ("B", (1, 0))}),
        ("A + SUM(B, C) + COUNT(D)", {("A", (0, 0))}),
        ("IF(A > 0, B, C)", {("A", (0, 0))}),
        ("A - YTD(B)", {("A", (0, 0))}),
        ("ROLLSUM(A, 2)", {("A", (0, 0)), ("A", (1, 0))}),
        ("ROUND(ABS(-A%), 1) * DAYS()", {("A", (0, 0))}),
    ],
)
def test_the_inputs_a_formula_cannot_do_without_are_known_with_their_periods(
    text: str, terms: set[tuple[str, tuple[int, int]]]
) -> None:
    assert required(parse(text)) == terms


@pytest.mark.parametrize(
    ("text", "above", "below", "factor", "shift"),
    [
        ("A / B", "A", "B", 1, 0),
        ("(A - B) / A × 100%", "A - B", "A", 1, 0),
        ("A / (B + C) * 1000", "A", "B + C", 1000, 0),
        ("1 - A / B", "A", "B", -1, 1),
        ("100% − 2 * (A / B)", "A", "B", -2, 1),
        ("A * 3 / B / 4 + 2", "A * 3", "B", "1/4", 2),
        ("-(A / B)%", "A", "B", "-1/100", 0),
    ],
)
def test_a_ratio_of_sums_is_known_with_its_factor_and_what_is_added(
    text: str, above: str, below: str, factor: int | str, shift: int
) -> None:
    found = ratio_of(parse(text))

    assert found == Ratio(parse(above), parse(below), Fraction(factor), Fraction(shift))


@pytest.mark.parametrize(
    "text", ["A", "1 / A", "A / B * C / D", "A / B + C", "AVG(A, B) / C", "A / 0", "A / B / 0"]
)
def test_other_formulas_are_no_ratio_of_sums(text: str) -> None:
    assert ratio_of(parse(text)) is None


@pytest.mark.parametrize(
    ("text", "linear"),
    [("A * 2 - B / 4", True), ("SUM(A, B)%", True), ("A + 1", False), ("A * B", False)],
)
def test_a_linear_formula_adds_up_as_its_measures_do(text: str, linear: bool) -> None:
    assert is_linear(parse(text)) is linear
