"""Why a line is not compared, and what is offered instead, word for word."""

from dataclasses import replace

from scorecard.evaluation import Evaluation
from scorecard.figures.compared import compared_said
from scorecard.figures.explanation import explanation
from scorecard.figures.why import why
from scorecard.model.records import Record
from scorecard.text import tell
from scorecard.vocabulary import Direction, Method, Words
from tests.evaluation.boards import board, kpi, line, looking_at, measure, target

JANUARY_TO_APRIL = {"2026-01": 60.0, "2026-02": 62.0, "2026-03": 64.0, "2026-04": 70.0}


def said(seen: Evaluation, language: str = "en", *, previous: bool = True) -> list[str]:
    """What is said of the comparison of the line `n`."""
    shown = seen.line("n")
    assert shown.changes is not None
    found = shown.changes.previous if previous else shown.changes.last_year
    told = compared_said(seen.board, found, shown.cell, previous=previous)
    return [tell(each, language) for each in told]


def redefined(effective: str = "2026-03", **fields: str) -> Evaluation:
    """March 2026 of a KPI that has another definition from March on."""
    later = kpi(fields.get("formula", "m * 2"), version="v1.1", effective=effective, unit="件")
    records: list[Record] = [measure("m"), kpi("m", version="v1.0", unit="件"), later, line("n")]
    return looking_at(board(records, {"m": JANUARY_TO_APRIL}), "2026-03")


def test_a_change_of_definition_is_named_with_its_versions_and_its_month() -> None:
    assert said(redefined(), "en") == [
        "Not compared with the period before, because the definition changed from v1.0 to v1.1 in "
        "2026-03.",
        "Both by the present definition, over 1 of 1 values: +4 pcs.",
    ]
    assert said(redefined(), "zh_TW") == [
        "不與上期比較，因為定義在 2026-03 由 v1.0 改為 v1.1。",
        "兩邊都依現行定義計算（1／1 筆）：+4 件。",
    ]


def test_a_change_of_definition_from_a_day_on_is_on_that_day() -> None:
    (first, *_) = said(redefined("2026-02-10"))

    assert first.endswith("changed from v1.0 to v1.1 on 2026-02-10.")


def test_a_change_of_what_the_formula_names_is_told_by_its_name() -> None:
    inner = [kpi("m", name="L"), kpi("m * 3", name="L", version="v2", effective="2026-03")]
    records: list[Record] = [measure("m"), *inner, kpi("L + 1"), line("n")]
    seen = looking_at(board(records, {"m": JANUARY_TO_APRIL}), "2026-03")

    (first, *_) = said(seen)

    assert "the definition of “L” changed from v1 to v2 in 2026-03" in first


def test_an_incomplete_period_offers_what_both_have() -> None:
    records: list[Record] = [measure("m", time=Method.AVERAGE), kpi("m", unit="分"), line("n")]
    seen = looking_at(board(records, {"m": JANUARY_TO_APRIL}), "2026-Q2")

    assert said(seen) == [
        "Not compared with the period before, because one of the two is incomplete: both have 1 of "
        "3 values.",
        "Like for like, over 1 of 3 values: +10 points.",
    ]


def test_a_sum_says_over_how_many_values_it_is_compared() -> None:
    entries = {"2026-01": 10.0, "2026-02": 20.0, "2025-01": 8.0, "2025-03": 9.0}
    there = board([measure("m"), kpi("m"), line("n")], {"m": entries})

    assert said(looking_at(there, "2026-Q1"), previous=False) == [
        "Like for like: over the 1 of 3 values that both have."
    ]


def test_whole_values_need_no_word() -> None:
    there = board([measure("m"), kpi("m"), line("n")], {"m": JANUARY_TO_APRIL})

    assert said(looking_at(there, "2026-03")) == []


def test_explain_says_why_there_is_no_change_in_both_languages() -> None:
    told = explanation(redefined(), "n", lambda _: None)["sentences"]

    assert isinstance(told, dict)
    assert any("definition changed from v1.0 to v1.1 in 2026-03" in each for each in told["en"])
    assert "沒有去年同期的數值可以比較。" in told["zh_TW"]


def test_a_value_that_is_judged_in_part_says_so() -> None:
    records: list[Record] = [measure("m"), kpi("m", unit="件"), target(">=65", start="2026-03")]
    seen = looking_at(board([*records, line("n")], {"m": JANUARY_TO_APRIL}), "2026-H1")

    sentences = [tell(each, "en") for each in why(seen, seen.line("n"))]

    # March and April: 134 against 130.
    assert sentences[:2] == [
        "134 pcs meets the green limit 130 pcs, with 4 pcs to spare.",
        "Of the 4 values in 256 pcs only 2 can be set beside a target: these are judged, "
        "134 pcs in all.",
    ]


def test_a_part_of_an_improvement_names_its_base() -> None:
    entries = {"2026-01": 9.0, "2026-02": 9.0, "2025-01": 10.0}
    records: list[Record] = [measure("m"), kpi("m", Direction.IMPROVE), line("n")]
    seen = looking_at(board(records, {"m": entries}), "2026-Q1")

    sentences = [tell(each, "zh_TW") for each in why(seen, seen.line("n"))]

    assert sentences[1] == "18 的 2 筆中只有 1 筆有基期可比：只判斷這些，合計 9。"


def test_a_name_is_told_in_the_language_of_the_sentence() -> None:
    first = replace(kpi("m", name="L"), name=Words("良率", "Yield"))
    second = replace(first, version="v2", effective="2026-03", formula="m * 3")
    records: list[Record] = [measure("m"), first, second, kpi("Yield + 1"), line("n")]
    seen = looking_at(board(records, {"m": JANUARY_TO_APRIL}), "2026-03")

    assert "「良率」" in said(seen, "zh_TW")[0]
