"""A formula as text again, and with numbers in it."""

import pytest

from scorecard.formula import Tree, evaluate, parse
from scorecard.formula.writing import substituted, write
from scorecard.vocabulary import known
from tests.formula.books import rows

NUMBERS = {"營收": "10250000", "銷貨成本": "6744500", "匯兌": "-5"}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("（營收 − 銷貨成本）÷ 營收 × 100％", "(營收 - 銷貨成本) / 營收 × 100%"),
        ("A-(B-C)", "A - (B - C)"),
        ("((A*B))/C", "A × B / C"),
        ("A>=-(B+1)", "A ≥ -(B + 1)"),
        ("(A>B)=C", "(A > B) = C"),
        ("(A+B)%", "(A + B)%"),
        ("去年同期([Gross margin])", "LY([Gross margin])"),
        ("round(x,-2)+prev(x)", "ROUND(x, -2) + PREV(x)"),
        ("1,000,000.50", "1000000.5"),
    ],
)
def test_a_formula_is_written_with_the_brackets_it_needs(typed: str, written: str) -> None:
    assert write(parse(typed)) == written


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("(營收 - 銷貨成本) / 營收", "(10250000 - 6744500) / 10250000"),
        ("營收 - 匯兌", "10250000 - (-5)"),
        ("營收 - 去年同期(營收)", "10250000 - LY(營收)"),
    ],
)
def test_numbers_stand_in_place_of_names(text: str, shown: str) -> None:
    assert substituted(parse(text), NUMBERS.__getitem__) == shown


def test_a_call_to_another_period_is_shown_by_its_own_number() -> None:
    books = rows("s", 100, 115)

    def number(tree: Tree) -> str:
        return f"{known(evaluate(tree, books).value):g}"

    assert substituted(parse("(s - PREV(s)) / PREV(s)"), lambda _: "115", number) == (
        "(115 - 100) / 100"
    )
