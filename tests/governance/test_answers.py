"""Reds that nobody answered, and departments with too many ★."""

from dataclasses import replace

import pytest

from scorecard.board import Board
from scorecard.governance.finding import Concern
from scorecard.governance.listing import Wanted, found
from scorecard.model.records import KpiVersion, Node, Record
from scorecard.vocabulary import NodeKind, Words
from tests.governance.boards import SOUND, comment, company, findings, places, twin

#: Half of nine tenths is red; October is due on 11 November.
RED = {"a": {"2026-10": 45.0}, "b": {"2026-10": 100.0}}


def reds(*records: Record) -> int:
    return len(places(company(*records, entries=RED), Concern.RED_UNANSWERED))


def test_a_red_of_the_newest_due_period_that_nobody_spoke_of_is_found() -> None:
    (finding,) = [
        each for each in findings(company(entries=RED)) if each.concern is Concern.RED_UNANSWERED
    ]

    assert (finding.node, finding.orgs, finding.sentence.facts["period"]) == (
        "n",
        ("co",),
        "2026-10",
    )


def test_a_red_of_an_older_period_is_over() -> None:
    older = {"a": {"2026-09": 45.0, "2026-10": 99.0}, "b": {"2026-09": 100.0, "2026-10": 100.0}}

    assert places(company(entries=older), Concern.RED_UNANSWERED) == []


@pytest.mark.parametrize(
    ("period", "at", "count"),
    [
        pytest.param("2026-10", "", 0, id="on the period"),
        pytest.param("2026-11", "", 0, id="on a later one"),
        pytest.param("2026-09", "2026-10-03", 1, id="on an earlier one, before"),
        pytest.param("2026-09", "2026-11-03T09:00:00+08:00", 0, id="on an earlier one, since"),
    ],
)
def test_a_comment_since_is_an_answer(period: str, at: str, count: int) -> None:
    assert reds(comment(period, at)) == count


def test_a_comment_on_another_unit_is_none() -> None:
    assert reds(comment("2026-10", org="plant")) == 1


def starred(count: int, org: str, kpis: str = "QAD") -> Board:
    """So many ★ at a unit."""
    versions: list[KpiVersion] = [
        twin(f"{kpis}-10{at}", f"K{at}", f"甲 + {at}") for at in range(count)
    ]
    lines = [
        Node(f"n{at}", "g", NodeKind.KPI, kpi=version.kpi, org=org, star=True)
        for at, version in enumerate(versions)
    ]
    return company(*versions, *lines)


@pytest.mark.parametrize(("count", "found"), [(5, 0), (6, 1)])
def test_more_than_five_stars_of_a_department_are_too_many(count: int, found: int) -> None:
    assert len(places(starred(count, "plant"), Concern.MANY_STARS)) == found


def test_at_the_company_the_department_is_that_of_the_library() -> None:
    (finding,) = [each for each in findings(starred(6, "co")) if each.concern is Concern.MANY_STARS]

    assert (finding.id, finding.name.zh_TW) == ("QAD", "品管部")


def test_findings_are_chosen_by_unit_with_all_below_it_and_by_text() -> None:
    board = company(
        replace(SOUND, owner=Words()),
        twin("X", "Scrap", "甲 - 乙", owner=Words()),
        Node("x", "g", NodeKind.KPI, kpi="X", org="plant"),
    )
    every = findings(board)

    def ids(wanted: Wanted) -> set[str]:
        return {each.id for each in found(every, wanted, board)}

    assert ids(Wanted(Concern.NO_OWNER)) == {"QAD-001", "X"}
    assert ids(Wanted(Concern.NO_OWNER, org="plant")) == {"X"}
    assert ids(Wanted(Concern.NO_OWNER, org="co")) == {"QAD-001", "X"}
    assert ids(Wanted(text="良率")) == {"QAD-001"}
    assert ids(Wanted(text="ＳＣＲＡＰ")) == {"X"}
