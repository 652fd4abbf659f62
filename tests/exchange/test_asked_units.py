"""Names that may mean several units are asked with each of them as an answer."""

from datetime import date

import pytest

from scorecard.board import assembled
from scorecard.exchange.mapping.questions import Option, Question, questions
from scorecard.exchange.mapping.recipe import Recipe
from scorecard.exchange.mapping.understood import Understood, understand
from scorecard.exchange.plan import plan
from scorecard.exchange.workbook.opening import read_workbook
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, KpiVersion, Measure, Node, Org, Record
from scorecard.vocabulary import NodeKind, Words
from tests.exchange.workbooks import Cell, xlsx

BOARD = assembled(
    [
        Org("co", Words("公司", "Company")),
        Org("n1", Words("北區", "North"), "co", 1),
        Org("n2", Words("北區", "North"), "co", 2),
        Measure("sales", Words("銷售額", "Sales"), "元", order=1),
        Measure("cost", Words("成本", "Cost"), "元", order=2),
    ]
)


def found(recipe: Recipe, *rows: list[Cell]) -> Understood:
    data = xlsx({"月報": [["指標", "2026-10"], *rows]})
    return understand(read_workbook(data, "a.xlsx"), BOARD, recipe, date(2026, 11, 3))


def asked(understood: Understood) -> Question:
    (question,) = questions(understood, BOARD)
    return question


def said(option: Option) -> tuple[object, str]:
    return option.said, option.beside


def test_each_unit_of_the_name_is_an_answer_and_the_chosen_one_counts() -> None:
    open_one = asked(found(Recipe(), ["銷售額（北區）", 5]))
    answers = open_one.options

    assert (open_one.how, open_one.chosen) == ("near", None)
    words = Words("銷售額（北區）", "Sales (North)")
    assert [said(each) for each in answers[:3]] == [
        (words, "sales · n1"),
        (words, "sales · n2"),
        (Words("成本", "Cost"), "cost"),
    ]
    second = found(Recipe().with_name("銷售額（北區）", answers[1].choice), ["銷售額(北區)", 5])
    settled = asked(second)
    assert settled.chosen is not None
    assert said(settled.options[settled.chosen])[1] == "sales · n2"
    assert {each.beside for each in settled.options} >= {"sales · n1", "sales · n2"}
    assert list(second.source.entries) == [("sales", "n2", "2026-10")]
    assert plan(second.source, BOARD).refused == ()


@pytest.mark.parametrize(
    "rows",
    [
        [["期間", "銷售額（n1）", "Cost (n2)"], ["2026-09", 1, 2], ["2026-10", 3, 4]],
        [["指標", "期間", "數值"], ["銷售額 (N1)", "2026-10", 3], ["成本（n2）", "2026-10", 4]],
    ],
    ids=["months down", "a row for each value"],
)
def test_units_in_brackets_count_in_every_layout(rows: list[list[Cell]]) -> None:
    data = read_workbook(xlsx({"a": rows}), "a.xlsx")

    entries = understand(data, BOARD, Recipe(), date(2026, 11, 3)).source.entries

    assert entries["sales", "n1", "2026-10"][0] == 3
    assert entries["cost", "n2", "2026-10"][0] == 4


def test_a_title_may_say_the_month_of_all() -> None:
    rows: list[list[Cell]] = [
        ["2026-10 月報"],
        ["指標", "實際"],
        ["銷售額（n1）", 3],
        ["成本(n2)", 4],
    ]
    data = read_workbook(xlsx({"a": rows}), "a.xlsx")

    entries = understand(data, BOARD, Recipe(), date(2026, 11, 3)).source.entries

    assert set(entries) == {("sales", "n1", "2026-10"), ("cost", "n2", "2026-10")}


def test_a_name_of_several_units_is_asked_too_and_another_one_can_be_chosen_later() -> None:
    """A KPI on the lines of two units, and a sheet that says neither."""
    lines = [
        Node(f"l-{org}", None, NodeKind.KPI, kpi="K-1", org=org, order=at)
        for at, org in enumerate(("n1", "n2"))
    ]
    kpi = KpiVersion("K-1", "v1", "2020-01", Words("業績", "Result"), formula="sales")
    values = [Entry("sales", org, "2026-09", 1.0) for org in ("n1", "n2")]
    records: list[Record] = [kpi, *lines, *values]
    board = BOARD.after([Edit(None, each) for each in records])
    data = read_workbook(xlsx({"月報": [["指標", "2026-10"], ["業績", 5]]}), "a.xlsx")

    first = understand(data, board, Recipe(), date(2026, 11, 3))
    (question,) = questions(first, board)

    assert [each.why.code for each in first.source.refused] == ["org_of_several"]
    assert (question.chosen, [each.beside for each in question.options[:2]]) == (
        None,
        ["sales · n1", "sales · n2"],
    )
    recipe = Recipe().with_name("業績", question.options[1].choice)
    second = understand(data, board, recipe, date(2026, 11, 3))
    (settled,) = questions(second, board)
    assert (second.source.refused, list(second.source.entries)) == (
        [],
        [("sales", "n2", "2026-10")],
    )
    assert settled.chosen is not None
    assert settled.options[settled.chosen].beside == "sales · n2"
    assert "sales · n1" in {each.beside for each in settled.options}
