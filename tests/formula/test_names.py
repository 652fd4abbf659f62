"""Names in a formula: their meaning, their renaming, formulas in their place."""

import pytest

from scorecard.formula import FormulaError, evaluate, inline, names, parse, rename, resolve
from scorecard.formula.writing import write
from scorecard.text import sentence
from scorecard.vocabulary import Missing
from tests.formula.books import one_row

KNOWN = {"營收": "revenue", "營收淨額": "net", "銷貨成本": "cogs", "FIN-002": "margin"}


def unknown(text: str) -> FormulaError:
    with pytest.raises(FormulaError) as caught:
        resolve(parse(text), KNOWN)
    return caught.value


def test_a_resolved_formula_asks_for_ids() -> None:
    tree = resolve(parse("營收 - [FIN-002]"), KNOWN)

    assert tree == parse("revenue - margin")


def test_a_resolved_name_without_data_is_called_as_it_was_written() -> None:
    tree = resolve(parse("營收 + 1"), KNOWN)

    assert evaluate(tree, one_row()).value == Missing("missing:營收")


def test_a_known_name_is_found_in_another_width() -> None:
    assert resolve(parse("［ＦＩＮ－002］"), KNOWN) == parse("margin")


def test_a_known_name_written_in_full_width_is_found_by_a_half_width_one() -> None:
    assert resolve(parse("A1"), {"Ａ１": "a"}) == parse("a")


@pytest.mark.parametrize(
    ("text", "position", "nearest"),
    [
        ("1 + 銷售成本", 4, ("銷貨成本",)),
        ("營收額", 0, ("營收", "營收淨額")),
        ("FIN-002", 0, ("FIN-002",)),
        ("完全不同", 0, ()),
    ],
)
def test_an_unknown_name_is_refused_at_its_place_with_the_nearest_known(
    text: str, position: int, nearest: tuple[str, ...]
) -> None:
    found = unknown(text)

    assert found.code.startswith("unknown_name")
    assert (found.position, found.expected) == (position, nearest)


@pytest.mark.parametrize(
    ("text", "renamed"),
    [
        ("（營收 − 銷貨成本）÷ 營收", "（收入 − 銷貨成本）÷ 收入"),
        ("[營收]+營收淨額", "收入+營收淨額"),
        (" SUM( 營收 ,1 )", " SUM( 收入 ,1 )"),
        ("銷貨成本", "銷貨成本"),
    ],
)
def test_a_rename_keeps_the_rest_of_the_text_to_the_letter(text: str, renamed: str) -> None:
    assert rename(text, {"營收": "收入"}) == renamed


def test_a_new_name_is_bracketed_where_it_needs_it() -> None:
    assert rename("A / B", {"B": "Gross margin"}) == "A / [Gross margin]"


@pytest.mark.parametrize("new", ["", " ", "a]b", "a\nb"])
def test_a_name_that_no_formula_can_say_is_refused(new: str) -> None:
    with pytest.raises(FormulaError, match="name_bad"):
        rename("A", {"A": new})


def test_a_kpi_in_a_formula_is_replaced_by_its_own_formula() -> None:
    bodies = {"gross": parse("revenue - cogs"), "rate": parse("gross / revenue")}

    assert write(inline(parse("rate × 100%"), bodies)) == "(revenue - cogs) / revenue × 100%"


def test_kpis_in_a_circle_are_refused_naming_the_chain() -> None:
    bodies = {"A": parse("B + 1"), "B": parse("2 * C"), "C": parse("A")}

    with pytest.raises(FormulaError) as caught:
        inline(parse("x + A"), bodies)

    assert (caught.value.code, caught.value.position) == ("circular", 4)
    assert "A → B → C → A" in sentence(caught.value.trouble(), "zh_TW")


def test_a_kpi_that_refers_to_itself_is_a_circle() -> None:
    with pytest.raises(FormulaError, match="circular"):
        inline(parse("A"), {"A": parse("A + 1")})


def test_kpis_that_double_at_each_step_are_refused_before_they_fill_the_memory() -> None:
    bodies = {f"k{n}": parse(f"k{n + 1} + k{n + 1}") for n in range(60)}

    with pytest.raises(FormulaError, match="too_large"):
        inline(parse("k0"), bodies)


def test_a_long_chain_of_kpis_is_refused_not_overflowing() -> None:
    bodies = {f"k{n}": parse(f"k{n + 1} + 1") for n in range(5000)}

    with pytest.raises(FormulaError, match="too_deep"):
        inline(parse("k0"), bodies)


def test_names_are_listed_as_often_as_they_appear() -> None:
    assert [found.name for found in names(parse("A + SUM(B, A)"))] == ["A", "B", "A"]
