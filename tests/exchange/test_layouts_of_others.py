"""Sheets as they are found elsewhere: one month each, running numbers, groups, slips."""

from datetime import date

import pytest

from scorecard.exchange.layout.headings import Role
from scorecard.exchange.workbook.grid import Area, Value
from tests.exchange.sheets import periods, said, table


@pytest.mark.parametrize(
    ("title", "name"),
    [
        pytest.param("生管部 115年10月 KPI 月報", "a", id="title"),
        pytest.param("115年度 KPI", "10月", id="year in the title, month on the sheet"),
        pytest.param("KPI", "115年10月", id="sheet"),
        pytest.param("KPI Report Oct-26", "a", id="English"),
    ],
)
def test_a_sheet_of_one_month_takes_it_from_its_title_or_name(title: str, name: str) -> None:
    found = table(
        [
            [title],
            ["指標", "單位", "目標", "實際", "達成率"],
            ["良率", "%", 95.0, 96.0, 1.01],
            ["產量", "件", 10.0, 9.0, 0.9],
            ["合計", None, None, 105.0, None],
        ],
        name=name,
    )

    assert said(found) == [("良率", "2026-10", 96.0, "D3"), ("產量", "2026-10", 9.0, "D4")]
    assert [s.why for s in found.struck] == ["derived", "total"]


def test_a_title_may_say_the_unit_of_all() -> None:
    found = table([["單位：新台幣仟元"], ["指標", "2026-09", "2026-10"], ["營收", 1.0, 2.0]])

    assert found.unit == "仟元"


def test_a_label_may_say_the_year() -> None:
    found = table([["年度：115"], ["指標", "1月", "2月"], ["良率", 1.0, 2.0]])

    assert periods(found) == ["2026-01", "2026-02"]


def test_a_column_of_texts_beside_a_running_number_holds_the_names() -> None:
    found = table(
        [
            ["No.", "What we watch", "Month", "FY25 Target", "Target", "Result", "Accu. result"],
            [1.0, "良率", date(2026, 9, 1), 90.0, 95.0, 96.0, 96.0],
            [2.0, "產量", date(2026, 9, 1), 90.0, 10.0, 9.0, 9.0],
            [1.0, "良率", date(2026, 10, 1), 90.0, 95.0, 97.0, 193.0],
        ]
    )

    assert {(f.name, f.role.value, f.value) for f in found.figures} == {
        ("良率", "target", 95.0), ("良率", "value", 96.0), ("良率", "value", 97.0),
        ("產量", "target", 10.0), ("產量", "value", 9.0),
    }  # fmt: skip


def test_a_heading_with_a_slip_is_understood() -> None:
    found = table([["Measurment", "2026-09", "2026-10"], ["良率", 1.0, 2.0]])

    assert found.roles[0].value == "name"


def test_the_same_name_in_two_groups_is_told_apart_by_its_group() -> None:
    found = table(
        [
            ["大項", "指標", "2026-09", "2026-10"],
            ["利潤", "比率", 1.0, 2.0],
            ["利潤", "金額", 3.0, 4.0],
            ["成本", "比率", 5.0, 6.0],
        ]
    )

    assert {f.name for f in found.figures} == {"利潤 比率", "金額", "成本 比率"}


def test_a_total_named_in_the_line_above_the_months_is_told_by_that_name() -> None:
    found = table(
        [
            ["KPI", "2026", None, "YTD"],
            [None, date(2026, 1, 1), date(2026, 2, 1), None],
            ["良率", 1.0, 2.0, 3.0],
        ]
    )

    assert [(s.text, s.why) for s in found.struck] == [("YTD", "total")]


HEAD: list[list[Value]] = [
    ["客服部 KPI"],
    ["項次", "指標名稱", "目標", None, "方向"],
    [None, None, "目標值", "黃燈門檻", None],
    [1.0, "良率", "≥ 95", 90.0, "望大"],
]


@pytest.mark.parametrize(
    "areas",
    [
        pytest.param((Area(1, 0, 2, 0), Area(1, 1, 2, 1), Area(1, 2, 1, 3)), id="merged"),
        pytest.param((), id="not merged"),
    ],
)
def test_a_list_may_have_two_lines_of_headings(areas: tuple[Area, ...]) -> None:
    found = table(HEAD, *areas)

    assert [row.name for row in found.listed] == ["良率"]
    said = {role.value: value for role, (value, _) in found.listed[0].said.items()}
    assert said == {"id": 1.0, "target": "≥ 95", "amber": 90.0, "direction": "望大"}


def test_a_group_of_a_list_is_no_second_line_of_headings() -> None:
    found = table([["面向", "指標", "單位"], ["顧客", None, None], [None, "良率", "%"]])

    assert [row.name for row in found.listed] == ["良率"]
    assert found.head == 0


@pytest.mark.parametrize("heading", ["115年目標", "2026 Target", "115 年度目標值"])
def test_a_list_may_say_the_year_of_its_targets(heading: str) -> None:
    found = table([["指標", "單位", heading], ["良率", "%", "≥ 95"], ["產量", "件", 120.0]])

    assert found.shape == "list"
    assert [row.said[Role.TARGET][0] for row in found.listed] == ["≥ 95", 120.0]
    assert [(doubt.what, doubt.code) for doubt in found.doubts] == [(heading, "target_of_year")]


def test_values_of_a_year_beside_its_targets_are_no_list() -> None:
    found = table([["指標", "單位", "115年目標", "115年實際"], ["良率", "%", 95.0, 96.0]])

    assert periods(found) == ["2026"]
    assert [(figure.role, figure.value) for figure in found.figures] == [
        (Role.TARGET, 95.0),
        (Role.VALUE, 96.0),
    ]
