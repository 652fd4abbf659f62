"""What a sheet says is found by its words and arithmetic, wherever it stands."""

from datetime import date

import pytest

from scorecard.exchange.layout.recognise import recognised
from scorecard.exchange.layout.table import Hints
from scorecard.exchange.workbook.grid import Area, Grid, Value
from tests.exchange.sheets import KNOWN, Rows, periods, said, table

HEADINGS = [
    pytest.param(["115年9月", "115年10月"], id="民國"),
    pytest.param(["民國115年9月", "民國115年10月"], id="民國 said"),
    pytest.param(["115.09", "115.10"], id="dots"),
    pytest.param(["115/9", "115/10"], id="strokes"),
    pytest.param([115.9, 115.1], id="numbers with a lost nought"),
    pytest.param([11509.0, 11510.0], id="ROC digits"),
    pytest.param([202609.0, 202610.0], id="digits"),
    pytest.param(["202609", "202610"], id="digits as text"),
    pytest.param([date(2026, 9, 1), date(2026, 10, 1)], id="first days"),
    pytest.param([date(2026, 9, 30), date(2026, 10, 31)], id="last days"),
    pytest.param(["Sep-26", "Oct-26"], id="English short"),
    pytest.param(["September 2026", "October 2026"], id="English long"),
    pytest.param(["2026-09", "2026-10"], id="codes"),
    pytest.param(["2026/09", "2026/10"], id="slashes"),
    pytest.param(["115年９月", "115年１０月"], id="full width"),
    pytest.param(["2026年9月 實際", "2026年10月 實際"], id="with actual"),
    pytest.param(["9/2026", "10/2026"], id="month first"),
]


@pytest.mark.parametrize("heads", HEADINGS)
def test_months_are_read_as_people_write_them(heads: list[Value]) -> None:
    found = table([["指標", *heads], ["良率", 1.0, 2.0], ["產量", 3.0, 4.0]])

    assert said(found) == [
        ("良率", "2026-09", 1.0, "B2"),
        ("良率", "2026-10", 2.0, "C2"),
        ("產量", "2026-09", 3.0, "B3"),
        ("產量", "2026-10", 4.0, "C3"),
    ]


@pytest.mark.parametrize("heads", [case for case in HEADINGS if case.id != "with actual"])
def test_months_may_stand_below_each_other(heads: list[Value]) -> None:
    found = table([["期間", "良率", "產量"], [heads[0], 1.0, 3.0], [heads[1], 2.0, 4.0]])

    assert sorted(said(found)) == sorted(
        [
            ("良率", "2026-09", 1.0, "B2"),
            ("產量", "2026-09", 3.0, "C2"),
            ("良率", "2026-10", 2.0, "B3"),
            ("產量", "2026-10", 4.0, "C3"),
        ]
    )


@pytest.mark.parametrize(
    ("top", "areas", "name"),
    [
        pytest.param([None, "115年", None, None], (Area(0, 1, 0, 3),), "a", id="merged year"),
        pytest.param([None, "115年", None, None], (), "a", id="year over the first"),
        pytest.param(["115年度 KPI 月報"], (Area(0, 0, 0, 3),), "a", id="title"),
        pytest.param([None, 2026.0, None, None], (Area(0, 1, 0, 3),), "a", id="a number"),
        pytest.param([], (), "115 年", id="name of the sheet"),
        pytest.param([], (), "KPI 2026", id="western name"),
    ],
)
def test_the_year_of_bare_months_is_found_around_them(
    top: list[Value], areas: tuple[Area, ...], name: str
) -> None:
    found = table([top, ["指標", "1月", "2月", "3月"], ["良率", 1.0, 2.0, 3.0]], *areas, name=name)

    assert periods(found) == ["2026-01", "2026-02", "2026-03"]


def test_two_years_side_by_side_are_kept_apart() -> None:
    years = [None, "114年", None, "115年", None]
    found = table([years, ["指標", "1月", "2月", "1月", "2月"], ["良率", 1.0, 2.0, 3.0, 4.0]])

    assert [(f.period.code, f.value) for f in found.figures] == [
        ("2025-01", 1.0), ("2025-02", 2.0), ("2026-01", 3.0), ("2026-02", 4.0),
    ]  # fmt: skip


def test_a_year_that_nobody_says_is_asked_for() -> None:
    found = table([["指標", "1月", "2月"], ["良率", 1.0, 2.0]])

    assert [(o.code, o.at) for o in found.objections] == [
        ("year_unknown", (0, 1)), ("year_unknown", (0, 2)),
    ]  # fmt: skip


def test_a_year_may_be_said_beside_the_workbook() -> None:
    found = table([["指標", "1月", "2月"], ["良率", 1.0, 2.0]], hints=Hints(year=2025))

    assert periods(found) == ["2025-01", "2025-02"]


@pytest.mark.parametrize("areas", [(Area(0, 1, 0, 2), Area(0, 3, 0, 4)), ()], ids=["merged", "not"])
def test_actual_and_target_below_one_month_are_told_apart(areas: tuple[Area, ...]) -> None:
    found = table(
        [
            ["指標", "2026-09", None, "2026-10", None],
            [None, "目標", "實際", "目標", "實際"],
            ["良率", 95.0, 96.0, 95.0, 94.0],
        ],
        *areas,
    )

    assert [(f.period.code, f.role.value, f.value) for f in found.figures] == [
        ("2026-09", "target", 95.0),
        ("2026-09", "value", 96.0),
        ("2026-10", "target", 95.0),
        ("2026-10", "value", 94.0),
    ]


def test_rows_may_say_whether_they_are_actual_or_target() -> None:
    found = table(
        [
            ["指標", "項目", "2026-09", "2026-10"],
            ["良率", "目標", 95.0, 95.0],
            [None, "實際", 96.0, 94.0],
            [None, "達成率", 1.01, 0.99],
            ["產量", "目標", 10.0, 10.0],
            [None, "實際", 11.0, 12.0],
            [None, "達成率", 1.1, 1.2],
        ],
        Area(1, 0, 3, 0),
        Area(4, 0, 6, 0),
    )

    assert {(f.name, f.role.value) for f in found.figures} == {
        ("良率", "target"), ("良率", "value"), ("產量", "target"), ("產量", "value"),
    }  # fmt: skip
    assert [struck.why for struck in found.struck] == ["derived", "derived"]


def test_totals_are_struck_out_by_their_word() -> None:
    found = table(
        [
            ["指標", "2026-09", "2026-10", "合計"],
            ["良率", 1.0, 2.0, 3.0],
            ["產量", 3.0, 4.0, 7.0],
            ["合計／平均", 4.0, 6.0, 10.0],
        ]
    )

    assert len(found.figures) == 4
    assert [(s.text, s.why) for s in found.struck] == [("合計", "total"), ("合計／平均", "total")]


def test_a_total_without_its_word_is_recognised_by_the_arithmetic() -> None:
    found = table(
        [
            ["項目", "2026-08", "2026-09", "2026-10"],
            ["甲", 1.0, 2.0, 3.0],
            ["乙", 3.0, 4.0, 5.0],
            ["全部", 4.0, 6.0, 8.0],
        ]
    )

    assert [(s.text, s.why) for s in found.struck] == [("全部", "total_sum")]


def test_a_known_measure_is_no_total_even_where_it_adds_up() -> None:
    found = table(
        [
            ["指標", "2026-08", "2026-09", "2026-10"],
            ["甲", 1.0, 2.0, 3.0],
            ["乙", 3.0, 4.0, 5.0],
            ["營收", 4.0, 6.0, 8.0],
        ]
    )

    assert [f.value for f in found.figures if f.name == "營收"] == [4.0, 6.0, 8.0]


def test_a_year_among_months_is_struck_out() -> None:
    found = table(
        [
            ["統計期", "良率", "產量"],
            ["104年", 94.5, 89.9],
            ["104年1月", 93.3, 88.5],
            ["104年2月", 93.6, 87.3],
            ["105年", 95.9, 94.8],
            ["105年1月", 94.0, 90.3],
            [],
            ["註解："],
            ["1.項目群月指數自2013年1月起發布。"],
        ]
    )

    assert periods(found) == ["2015-01", "2015-02", "2016-01"]
    assert [(s.text, s.why) for s in found.struck] == [
        ("104年", "other_period"), ("105年", "other_period"),
    ]  # fmt: skip
    assert found.objections == []


def test_year_rows_give_their_year_to_the_months_below_them() -> None:
    found = table(
        [["月別", "良率"], ["114年", None], ["11月", 1.0], ["12月", 2.0], ["115年"], ["1月", 3.0]]
    )

    assert [(f.period.code, f.value) for f in found.figures] == [
        ("2025-11", 1.0), ("2025-12", 2.0), ("2026-01", 3.0),
    ]  # fmt: skip


def test_quarters_among_months_are_struck_out() -> None:
    heads = ["指標", "115年1月", "115年2月", "115年3月", "115年Q1"]
    found = table([heads, ["良率", 1.0, 2.0, 3.0, 2.0]])

    assert periods(found) == ["2026-01", "2026-02", "2026-03"]
    assert [s.why for s in found.struck] == ["other_period"]


def test_a_long_table_is_read_by_its_headings() -> None:
    found = table(
        [
            ["年月", "指標名稱", "部門", "數值", "備註"],
            ["115/09", "良率", "台北廠", "95%", None],
            ["115/10", "良率", "高雄廠", "96%", "停機"],
            ["115/10", "產量", "高雄廠", 12.0, None],
        ]
    )

    assert [(f.name, f.org, f.period.code, f.value, f.note) for f in found.figures] == [
        ("良率", "台北廠", "2026-09", "95%", ""),
        ("良率", "高雄廠", "2026-10", "96%", "停機"),
        ("產量", "高雄廠", "2026-10", 12.0, ""),
    ]


def test_year_and_month_may_have_columns_of_their_own() -> None:
    found = table(
        [["年", "月", "項目", "實績"], [115.0, 9.0, "良率", 1.0], [115.0, 10.0, "良率", 2.0]]
    )

    assert periods(found) == ["2026-09", "2026-10"]


def test_numbers_without_a_period_are_refused_with_their_place() -> None:
    found = table(
        [
            ["期間", "指標", "數值"],
            ["2026-09", "良率", 1.0],
            ["2026-13", "良率", 2.0],
            ["2026-10", "良率", 3.0],
        ]
    )

    assert [(o.code, o.what, o.at) for o in found.objections] == [
        ("read_not_a_period", "2026-13", (2, 0))
    ]


def test_rows_with_blank_rows_and_notes_between_them_are_read() -> None:
    found = table(
        [
            ["生管部 KPI"],
            [],
            ["指標", "單位", "2026-09", "2026-10"],
            ["一、品質"],
            ["良率", "%", 95.0, 96.0],
            [],
            ["二、交期"],
            ["產量", "件", 1.0, 2.0],
            [],
            ["註：本表為初稿"],
        ]
    )

    assert [(f.name, f.unit) for f in found.figures] == [
        ("良率", "%"), ("良率", "%"), ("產量", "件"), ("產量", "件"),
    ]  # fmt: skip


def test_the_word_for_unit_is_a_unit_or_a_department_by_what_stands_below_it() -> None:
    found = table(
        [
            ["單位", "指標", "2026-09", "2026-10"],
            ["台北廠", "良率", 1.0, 2.0],
            ["高雄廠", "良率", 3.0, 4.0],
        ]
    )

    assert {(f.org, f.unit) for f in found.figures} == {("台北廠", ""), ("高雄廠", "")}


def test_a_single_month_is_enough_beside_a_heading_of_names() -> None:
    found = table([["指標", "115.10"], ["良率", 95.0], ["產量", 3.0]])

    assert periods(found) == ["2026-10"]


@pytest.mark.parametrize("heading", ["品名", None, "Item"])
def test_a_single_month_is_enough_over_figures_with_names_before_them(heading: Value) -> None:
    found = table([[heading, "115年11月"], ["甲", None], ["乙", 2.0]])

    assert ("乙", "2026-11", 2.0, "B3") in said(found)


def test_a_year_among_the_figures_of_one_month_is_no_heading() -> None:
    rows: Rows = [["十一月盤點", None], ["甲", 2026.0], ["乙", 2.0]]

    assert recognised(Grid("表", rows), KNOWN, Hints()) is None


def test_a_list_of_kpis_is_recognised() -> None:
    found = table(
        [["編號", "指標名稱", "單位", "目標", "方向"], ["Q-1", "良率", "%", "≥95%", "望大"]]
    )

    assert (found.shape, [row.name for row in found.listed]) == ("list", ["良率"])


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([], id="nothing"),
        pytest.param([["States", "Full Name"], ["NY", "New York"]], id="a list of states"),
        pytest.param([["說明"], ["這張表沒有數字"]], id="words"),
        pytest.param([[1.0, 2.0], [3.0, 4.0]], id="numbers"),
    ],
)
def test_a_sheet_with_nothing_to_take_is_left(rows: Rows) -> None:
    assert recognised(Grid("a", rows), KNOWN, Hints()) is None
