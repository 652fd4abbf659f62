"""Units in formulas: what may be added, what a division gives, what the KPI's unit may say."""

import json
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scorecard.formula import parse
from scorecard.formula.tree import Call, Comparison, Tree, walk
from scorecard.formula.unit_check import unit_warnings
from scorecard.formula.units import Share, Unit, read_unit
from scorecard.text import LANGUAGES, sentence
from scorecard.trouble import Level, Trouble
from tests.formula.trees import TREES

UNITS = {
    "營收": "元",
    "成本": "元",
    "外銷": "USD",
    "千元營收": "千元",
    "訂單": "張",
    "良品": "件",
    "產量": "件",
    "員工": "人",
    "運轉": "小時",
    "停機": "分鐘",
    "速度": "件/小時",
    "交期": "天",
    "用電": "kWh",
    "良率": "%",
    "目標良率": "%",
    "滿意": "顆星",
}
KPIS = {"可用率", "品質率"}


def unit_of(name: str) -> Unit | None:
    return read_unit("%", Share.OF_KPI) if name in KPIS else read_unit(UNITS.get(name, ""))


def warnings(formula: str, declared: str) -> tuple[Trouble, ...]:
    """The warnings, each of which can be told in both languages."""
    found = unit_warnings(parse(formula), unit_of, read_unit(declared))
    assert all(sentence(each, language) for each in found for language in LANGUAGES)
    assert all(each.level is Level.WARNING for each in found)
    return found


def codes(formula: str, declared: str) -> list[str]:
    return [warning.code.removeprefix("unit_") for warning in warnings(formula, declared)]


@pytest.mark.parametrize(
    ("formula", "declared"),
    [
        pytest.param("營收 / 訂單", "元/張", id="money per piece"),
        pytest.param("營收 / 訂單", "元", id="the piece left out"),
        pytest.param("營收 - 成本", "TWD", id="money less money, by its code"),
        pytest.param("(營收 - 成本) / 營收 × 100%", "%", id="a share times 100%"),
        pytest.param("(營收 - 成本) / 營收", "%", id="a share whose unit is %"),
        pytest.param("營收 / 成本", "倍", id="times"),
        pytest.param("(良品 + 10) / (產量 - 2)", "%", id="plain numbers are neutral"),
        pytest.param("營收 / 員工", "元/人/年", id="the year is that of the window"),
        pytest.param("訂單 / 員工 × 100%", "%", id="orders of people"),
        pytest.param("產量 / (運轉 × 速度)", "%", id="hours cancel"),
        pytest.param("營收 / (成本 / DAYS())", "天", id="money over money a day"),
        pytest.param("良品 / 產量 × 1,000,000", "ppm", id="per million"),
        pytest.param("良品 × 1000 / 運轉", "次/百萬工時", id="a unit not known"),
        pytest.param("營收 / 12 / 員工", "件", id="a number may bring its unit"),
        pytest.param("PREV(營收) + LY(營收) + ROLLSUM(營收, 3)", "元", id="other periods keep it"),
        pytest.param("AVG(營收, 成本)", "元", id="a mean of alike ones"),
        pytest.param("ABS(ROUND(營收 / 訂單, 1))", "元/張", id="rounded"),
        pytest.param("IF(訂單 = 0, 0, 營收 / 訂單)", "元/張", id="either branch"),
        pytest.param("營收 > 成本", "是/否", id="a comparison is yes or no"),
        pytest.param("DAYS()", "天", id="days"),
        pytest.param("1 - 良率", "%", id="what is left of one"),
        pytest.param("良率 - PREV(良率)", "%", id="points"),
        pytest.param("可用率 × 品質率", "%", id="OEE of KPIs (R-FORMULA-9)"),
        pytest.param("良率 / 目標良率", "倍", id="times as good"),
        pytest.param("良率 × 產量", "件", id="a share of a number"),
        pytest.param("滿意 + 營收", "元", id="a word that is not known"),
    ],
)
def test_what_means_something_is_passed_over(formula: str, declared: str) -> None:
    assert codes(formula, declared) == []


@pytest.mark.parametrize(
    ("formula", "declared", "code", "position"),
    [
        pytest.param("營收 / 訂單", "%", "other", 1, id="money per piece is no share"),
        pytest.param("營收 / 成本", "元", "other", 1, id="a share is no money"),
        pytest.param("營收 / 訂單", "元/kWh", "other", 1, id="per piece is not per kWh"),
        pytest.param("訂單", "元", "other", 1, id="orders are no money"),
        pytest.param("良品", "%", "other", 1, id="a number is no share"),
        pytest.param("停機 / 運轉", "%", "other", 1, id="minutes of hours"),
        pytest.param("運轉 / 訂單", "天", "other", 1, id="hours are no days"),
        pytest.param("千元營收", "元", "other", 1, id="thousands"),
        pytest.param("外銷", "TWD", "other", 1, id="dollars of another country"),
        pytest.param("良品 / 產量", "ppm", "other", 1, id="the million is lacking"),
        pytest.param("DAYS() × 營收 / DAYS()", "kWh", "other", 10, id="at the first name"),
        pytest.param("營收 > 成本", "元", "other", 1, id="yes or no is no money"),
        pytest.param("營收 + 訂單", "元", "unlike", 6, id="money and orders"),
        pytest.param("營收 - [成本] - 良率", "元", "unlike", 13, id="money and a share"),
        pytest.param("員工 + 良品", "人", "unlike", 6, id="persons and things"),
        pytest.param("運轉 + 停機", "小時", "unlike", 6, id="hours and minutes"),
        pytest.param("運轉 + 交期", "小時", "unlike", 6, id="hours and days"),
        pytest.param("營收 + 外銷", "元", "", 0, id="money of nobody"),
        pytest.param("千元營收 + 成本", "千元", "unlike", 8, id="thousands and ones"),
        pytest.param("SUM(營收, 成本, 訂單)", "元", "unlike", 13, id="in a list"),
        pytest.param("IF(營收 > 1, 成本, 訂單)", "元", "unlike", 16, id="the other branch"),
        pytest.param("營收 > 訂單", "", "unlike", 6, id="compared"),
        pytest.param("(營收 + 訂單) × 滿意", "", "unlike", 7, id="beside what is not known"),
        pytest.param("良品 / 產量 × 100", "%", "hundred", 11, id="a hundred times too large"),
        pytest.param("100 * 良品 / 產量", "%", "hundred", 1, id="in front"),
        pytest.param("良率 / 目標良率", "%", "percent_of_percent", 6, id="% of %"),
        pytest.param(
            "(可用率 - LY(可用率)) / LY(可用率)", "%", "percent_of_percent", 22, id="growth of a %"
        ),
        pytest.param("良率 × 目標良率", "%", "percent_times_percent", 6, id="% times %"),
    ],
)
def test_what_means_nothing_is_said_with_its_place(
    formula: str, declared: str, code: str, position: int
) -> None:
    found = warnings(formula, declared)

    expected = [(f"unit_{code}", str(position))] if code else []
    assert [(warning.code, warning.facts["position"]) for warning in found] == expected


def test_the_sentence_says_what_the_formula_gives_and_what_the_unit_says() -> None:
    warning = warnings("營收 / 訂單", "%")[0]

    assert "“元/張”" in sentence(warning, "en")
    assert "「%」" in sentence(warning, "zh_TW")


class Row(TypedDict):
    id: str
    formula: str
    unit: str
    units: dict[str, str]


def catalogue() -> list[Row]:
    rows: list[Row] = json.loads(
        Path(__file__).with_name("catalogue_units.json").read_text("utf-8")
    )
    return rows


@pytest.mark.parametrize("row", catalogue(), ids=lambda row: row["id"])
def test_nothing_is_said_about_the_catalogue(row: Row) -> None:
    units = {name: read_unit(unit) for name, unit in row["units"].items()}

    assert unit_warnings(parse(row["formula"]), units.get, read_unit(row["unit"])) == ()


def test_most_units_of_the_catalogue_are_known() -> None:
    rows = catalogue()

    known = [
        read_unit(row["unit"]) and all(read_unit(unit) for unit in row["units"].values())
        for row in rows
    ]
    assert sum(map(bool, known)) >= 0.9 * len(rows)


def _brings_a_unit(tree: Tree) -> bool:
    days = {part.function for part in walk(tree) if isinstance(part, Call)} & {"DAYS"}
    return bool(days) or any(isinstance(part, Comparison) for part in walk(tree))


@given(TREES, st.sampled_from(["元", "%", "天", "kWh", "件", "", "分"]))
def test_nothing_is_said_where_no_unit_is_known(tree: Tree, declared: str) -> None:
    assume(not _brings_a_unit(tree))

    assert unit_warnings(tree, lambda _: None, read_unit(declared)) == ()


@given(
    st.recursive(
        st.sampled_from(["a", "b", "7"]),
        lambda inner: st.builds("({} {} {})".format, inner, st.sampled_from("+-"), inner),
        max_leaves=20,
    )
)
def test_sums_of_one_unit_are_of_that_unit(formula: str) -> None:
    assert unit_warnings(parse(formula), lambda _: read_unit("元/人"), read_unit("元/人")) == ()
