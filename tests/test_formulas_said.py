"""A formula is shown in the names of the language; what it means stays."""

from hypothesis import given
from hypothesis import strategies as st

from scorecard.board import Board
from scorecard.figures.formulas import formula_said
from scorecard.figures.people import person_said
from scorecard.formula import parse, resolve
from scorecard.model.records import Measure
from scorecard.vocabulary import Words
from tests.evaluation.boards import board, kpi

PLANT = board(
    [
        Measure("output", Words("總產量", "Units made"), owner=Words("吳淑芬", "S. Wu")),
        Measure("rework", Words("重工數", "Units reworked")),
        Measure("revenue", Words("營收", "Revenue")),
        kpi("總產量", name="MFG-201"),
    ],
    {},
)


def english(text: str, there: Board = PLANT) -> str:
    return formula_said(there, text, "en")


def test_names_are_those_of_the_language_and_stand_in_brackets_where_they_need_them() -> None:
    said = english("重工數 / 總產量 × 100%")

    assert said == "[Units reworked] / [Units made] × 100%"
    assert formula_said(PLANT, said, "zh_TW") == "重工數 / 總產量 × 100%"


def test_a_name_of_one_word_stands_without_brackets() -> None:
    assert english("(營收 - [營收]) / 營收") == "(Revenue - Revenue) / Revenue"


def test_a_chinese_function_is_said_by_its_english_word() -> None:
    assert english("去年同期(營收) + 滾動合計(營收, 12)") == "LY(Revenue) + ROLLSUM(Revenue, 12)"
    assert formula_said(PLANT, "LY(Revenue)", "zh_TW") == "LY(營收)"


def test_a_name_that_sounds_like_a_function_stays_a_name() -> None:
    there = board([Measure("ly", Words("去年同期", "Last year"))], {})

    assert english("去年同期 + 去年同期(去年同期)", there) == "[Last year] + LY([Last year])"


def test_an_id_is_said_by_its_name_and_what_nothing_is_called_stays() -> None:
    assert english("[MFG-201]  +revenue + 不明") == "[MFG-201]  +Revenue + 不明"


def test_a_formula_that_cannot_be_read_stays_as_typed() -> None:
    assert english("營收 + [總產量") == "營收 + [總產量"


def test_a_name_that_means_something_else_in_the_other_language_is_not_taken_for_it() -> None:
    there = board(
        [Measure("a", Words("數量", "Count")), Measure("b", Words("Count", "Number"))], {}
    )

    assert formula_said(there, "數量 + Count", "en") == "數量 + Count"
    assert formula_said(there, "Number", "zh_TW") == "Number"


@given(
    st.lists(st.sampled_from(["總產量", "[Units made]", "營收", "Revenue", "重工數"]), min_size=1)
)
def test_a_formula_means_the_same_in_both_languages(names: list[str]) -> None:
    text = " + ".join(names)
    meant = resolve(parse(text), PLANT.names)

    for language in ("zh_TW", "en"):
        assert resolve(parse(formula_said(PLANT, text, language)), PLANT.names) == meant


def test_who_signed_is_named_as_the_document_names_its_owners() -> None:
    assert person_said(PLANT, "吳淑芬").show("en") == "S. Wu"
    assert person_said(PLANT, "S. Wu").show("zh_TW") == "吳淑芬"
    assert person_said(PLANT, "amy").show("zh_TW") == "amy"
