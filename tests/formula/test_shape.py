"""What sort of formula it is, and what it cannot do without."""

import pytest

from scorecard.formula import is_additive, is_boolean, is_percent, parse, required


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
