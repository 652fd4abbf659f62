"""The report as plain data: what it names, what comes first, what is cut and says so."""

from datetime import date

import pytest

from resources.sample.generate import SAMPLE
from scorecard.board import Board, assembled
from scorecard.evaluation import Evaluation, Line, View, of
from scorecard.exchange.board_file import read_board
from scorecard.exchange.plan import plan
from scorecard.figures.detail import detail
from scorecard.figures.pages import (
    FIRST_REDS,
    MOST_LISTED,
    Block,
    DetailPage,
    FirstPage,
    ListPage,
    Page,
    RedsPage,
    fair_shares,
    pages,
)
from scorecard.figures.report import MOST_DETAILS, report
from scorecard.model.edits import Edit
from scorecard.model.records import KpiVersion, Measure, Node, Org, Record, Target
from scorecard.period import Period
from scorecard.text import tell
from scorecard.vocabulary import Direction, NodeKind, Status, Words

TODAY = date(2026, 11, 10)
OCTOBER = View(Period.parse("2026-10"))


@pytest.fixture(scope="module")
def sample() -> Board:
    planned = plan(read_board(SAMPLE.read_bytes(), SAMPLE.name), Board())
    return Board().after(planned.edits)


@pytest.fixture(scope="module")
def october(sample: Board) -> Evaluation:
    return of(sample, OCTOBER, TODAY)


def grown(kpis: int, groups: int, *, red: int = 0, stars: int = 0, goal: bool = True) -> Evaluation:
    """A document of `kpis` KPIs, the first `red` of them red, the last `stars` of them key."""
    records: list[Record] = [Org("co", Words("公司", "Company"))]
    if goal:
        records.append(Node("g", None, NodeKind.GOAL, Words("目標", "Goal")))
    top = "g" if goal else None
    records += [
        Node(f"p{at}", top, NodeKind.LEVEL, Words(f"組{at}"), order=at) for at in range(groups)
    ]
    series = {}
    for at in range(kpis):
        parent = f"p{at % groups}" if groups else top
        star = at >= kpis - stars
        records += [
            Measure(f"m{at}", Words(f"數{at}")),
            KpiVersion(
                f"K{at}",
                "v1",
                "2024-01",
                Words(f"指標{at}"),
                formula=f"m{at}",
                direction=Direction.HIGHER,
            ),
            Target(f"K{at}", "co", "2024-01", ">=100"),
            Node(f"n{at}", parent, NodeKind.KPI, kpi=f"K{at}", org="co", star=star, order=at),
        ]
        now, value = OCTOBER.period.number, 10.0 if at < red else 120.0
        series[f"m{at}", "co"] = dict.fromkeys(range(now - 12, now + 1), value)
    return of(assembled(records, series), OCTOBER, TODAY)


def test_the_counts_are_those_of_the_goal(october: Evaluation) -> None:
    made = report(october)

    assert made.goal is not None
    assert {s: n for s, n in made.goal.counts.items() if n} == {
        s: n for s, n in made.counts.items() if n
    }


def test_every_red_is_listed_key_kpis_first(october: Evaluation) -> None:
    names = [red.line.name.zh_TW for red in report(october).reds]

    assert names == ["交期達成率", "事業部B營收", "重工率", "延遲訂單數", "系統整合完成度"]


def test_the_cause_is_what_was_said_about_the_period(october: Evaluation) -> None:
    cause = report(october).reds[0].cause

    assert isinstance(cause, Words)
    assert cause.zh_TW.startswith("十月中 A2 線換模排程衝突兩次")


def test_without_a_remark_the_cause_is_the_computed_reason() -> None:
    cause = report(grown(1, 0, red=1)).reds[0].cause

    assert not isinstance(cause, Words)
    assert "10" in tell(cause, "en")


def test_groups_are_the_perspectives_with_their_share_of_the_weight(october: Evaluation) -> None:
    groups = report(october).groups

    shares = [(g.line.name.en, g.share) for g in groups if g.line]
    assert [name for name, _ in shares] == [
        "Financial",
        "Customer",
        "Internal process",
        "Learning and growth",
    ]
    assert [share for _, share in shares] == pytest.approx([0.3, 0.2, 0.3, 0.2])


def test_no_line_is_cut_from_the_first_page_before_a_red_or_key_one(october: Evaluation) -> None:
    first = _first(pages(report(october)))

    for block in _blocks(first):
        cut = block.group.lines[len(block.lines) :]
        assert not [line for line in cut if line.node.star or line.status is Status.RED]


def test_what_is_cut_is_told_with_the_page_where_it_stands(october: Evaluation) -> None:
    made = report(october)
    cut = pages(made)

    for block in _blocks(_first(cut)):
        if block.more:
            there = cut[block.page - 1]
            assert isinstance(there, ListPage)
            again = [b for column in there.columns for b in column if b.place == block.place]
            assert sum(len(b.lines) for b in again) == block.more


def test_every_line_stands_once_in_the_lists(october: Evaluation) -> None:
    cut = pages(report(october))

    listed = [line.node.id for page in cut for line in _listed(page)]
    kpis = [line.node.id for line in october.lines() if line.cell]
    assert sorted(listed) == sorted(kpis)


def test_reds_beyond_eight_follow_before_anything_else() -> None:
    cut = pages(report(grown(40, 2, red=FIRST_REDS + 1)))

    assert isinstance(cut[1], RedsPage)
    assert _first(cut).more_reds == len(cut[1].reds) == 1


def test_each_red_and_each_key_kpi_has_a_page_of_its_own() -> None:
    cut = pages(report(grown(20, 2, red=3, stars=4)))

    assert sum(isinstance(page, DetailPage) for page in cut) == 7


def test_a_tree_of_many_reds_has_a_bounded_number_of_pages_and_says_what_is_left_out() -> None:
    made = report(grown(1_000, 12, red=100, stars=30))
    cut = pages(made)

    assert sum(isinstance(page, DetailPage) for page in cut) == MOST_DETAILS
    assert made.left_out == 130 - MOST_DETAILS
    lists = [page for page in cut if isinstance(page, ListPage)]
    listed = sum(len(_listed(page)) for page in lists)
    assert listed == MOST_LISTED
    assert listed + lists[-1].unlisted + len(_listed(_first(cut))) == 1_000


def test_groups_that_do_not_fit_are_told_with_their_page() -> None:
    first = _first(cut := pages(report(grown(60, 12, red=8))))

    assert first.more_groups > 0
    assert isinstance(cut[first.groups_page - 1], ListPage)


def test_a_tree_of_one_level_is_one_group_in_two_columns() -> None:
    first = _first(pages(report(grown(10, 0))))

    ((left, right),) = first.bands
    assert left.group.line is None
    assert [len(left.lines), len(right.lines), right.continued] == [5, 5, True]


def test_a_tree_without_a_goal_is_grouped_by_its_roots() -> None:
    made = report(grown(12, 6, goal=False))

    assert made.goal is None
    assert len(made.groups) == 6


def test_an_empty_document_has_one_page() -> None:
    empty = of(assembled([]), OCTOBER, TODAY)

    assert [type(page) for page in pages(report(empty))] == [FirstPage]


def test_the_report_of_a_department_holds_its_own_lines_without_the_score_of_all(
    october: Evaluation,
) -> None:
    made = report(october, "sales")

    assert [unit.en for unit in made.units] == ["Whole company", "Sales department"]
    assert [line.name.en for group in made.groups for line in group.lines] == [
        "Overseas revenue",
        "North revenue",
        "South revenue",
    ]
    assert (made.goal, made.groups[0].judged) == (None, False)


def test_the_report_of_one_of_two_units_at_the_top_leaves_out_the_other(sample: Board) -> None:
    other = sample.after([Edit(None, Org("second", Words("另一家", "Another")))])

    made = report(of(other, OCTOBER, TODAY), "second")

    assert (made.goal, made.groups) == (None, ())


def test_an_unknown_unit_has_no_report(october: Evaluation) -> None:
    with pytest.raises(KeyError):
        report(october, "nowhere")


@pytest.mark.parametrize(
    "view",
    [View(Period.parse("2026-Q3")), View(Period.parse("2026-10"), upto=True)],
    ids=["quarter", "year to date"],
)
def test_quarter_and_year_to_date_have_reports_of_their_own(view: View, sample: Board) -> None:
    found = of(sample, view, TODAY)

    made = report(found)

    assert made.view == view
    assert made.counts[Status.RED] == sum(
        line.status is Status.RED for line in found.lines() if line.cell
    )


def test_the_page_of_a_kpi_has_thirteen_periods_with_what_went_into_them(
    october: Evaluation,
) -> None:
    line = next(red.line for red in report(october).reds if red.line.name.zh_TW == "交期達成率")

    page = detail(october, line)

    assert [fed.measure.name.zh_TW for fed in page.fed] == ["準時出貨訂單數", "出貨訂單數"]
    assert [fed.values[-1] for fed in page.fed] == [150, 167]
    assert len(page.trend.points) == len(page.cells) == 13
    assert page.cells[-1].value == pytest.approx(150 / 167)


def test_room_is_shared_so_that_nobody_gets_more_than_wanted() -> None:
    assert fair_shares([2, 9, 9], 12) == [2, 5, 5]


def _first(cut: tuple[Page, ...]) -> FirstPage:
    first = cut[0]
    assert isinstance(first, FirstPage)
    return first


def _blocks(page: Page) -> list[Block]:
    if isinstance(page, FirstPage):
        return [block for band in page.bands for block in band]
    return [b for column in page.columns for b in column] if isinstance(page, ListPage) else []


def _listed(page: Page) -> list[Line]:
    return [line for block in _blocks(page) for line in block.lines]
