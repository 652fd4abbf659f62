"""What a definition lacks, and where each finding leads."""

from dataclasses import replace
from datetime import date

import pytest

from scorecard.governance.finding import Concern
from scorecard.model.records import KpiVersion, Node, Review
from scorecard.vocabulary import Direction, NodeKind, ReviewOutcome, Words
from tests.governance.boards import (
    LINE,
    REVIEWED,
    SOUND,
    TARGET,
    A,
    B,
    company,
    findings,
    places,
    said,
    twin,
)

NOBODY = Words()


def test_nothing_is_said_of_a_sound_document() -> None:
    assert findings(company()) == ()


@pytest.mark.parametrize(
    ("version", "concern", "field"),
    [
        pytest.param(replace(SOUND, owner=NOBODY), Concern.NO_OWNER, "owner", id="owner"),
        pytest.param(replace(SOUND, category=None), Concern.MISSING, "category", id="category"),
        pytest.param(replace(SOUND, definition=NOBODY), Concern.MISSING, "definition", id="text"),
        pytest.param(replace(SOUND, formula=""), Concern.MISSING, "formula", id="formula"),
        pytest.param(replace(SOUND, unit=""), Concern.MISSING, "unit", id="unit"),
        pytest.param(replace(SOUND, table_name=""), Concern.MISSING, "table", id="table"),
    ],
)
def test_what_is_empty_is_found_and_leads_to_its_field(
    version: KpiVersion, concern: Concern, field: str
) -> None:
    assert places(company(version), concern) == [("QAD-001", field)]


def test_all_empty_fields_are_one_finding_that_leads_to_the_first() -> None:
    version = replace(SOUND, category=None, table_name="")

    assert places(company(version), Concern.MISSING) == [("QAD-001", "category")]
    assert said(company(version), Concern.MISSING) == ["Not filled in: Category, Table or API."]
    assert "、" in said(company(version), Concern.MISSING, "zh_TW")[0]


def test_yes_or_no_needs_no_unit() -> None:
    version = replace(SOUND, unit="", direction=Direction.YES)

    assert places(company(version), Concern.MISSING) == []


def test_a_name_in_one_language_is_enough_where_the_document_has_one_language() -> None:
    chinese = replace(SOUND, name=Words("良率"))
    english = twin("X", Words("報廢", "Scrap"), "甲 - 乙")

    alone = places(company(chinese), Concern.MISSING)
    beside = places(company(chinese, english), Concern.MISSING)

    assert (alone, beside) == ([], [("QAD-001", "name_en")])


def test_a_source_is_missing_where_neither_the_kpi_nor_all_its_measures_have_one() -> None:
    without = replace(SOUND, source=NOBODY)

    fed = places(company(without), Concern.NO_SOURCE)
    unfed = places(company(without, replace(B, source=NOBODY)), Concern.NO_SOURCE)

    assert (fed, unfed) == ([], [("QAD-001", "source")])


def test_a_target_is_missing_at_the_unit_where_it_is_and_is_set_through_its_line() -> None:
    at_plant = Node("p", "g", NodeKind.KPI, kpi="QAD-001", org="plant")

    (found,) = [each for each in findings(company(at_plant)) if each.concern is Concern.NO_TARGET]

    assert (found.node, found.field, found.orgs) == ("p", "target", ("plant",))


def test_a_kpi_that_needs_no_target_is_not_asked_for_one() -> None:
    version = replace(SOUND, direction=Direction.NONE)

    assert places(company(version, without=(TARGET,)), Concern.NO_TARGET) == []


def test_a_measure_that_nothing_uses_leads_to_itself() -> None:
    board = company(replace(A, id="c", name=Words("丙", "C")))

    (found,) = findings(board)

    assert (found.concern, found.measure, found.kpi) == (Concern.UNUSED_MEASURE, "c", "")


@pytest.mark.parametrize(
    ("day", "found"),
    [
        pytest.param(date(2027, 1, 7), [], id="three months less a day"),
        pytest.param(date(2027, 1, 8), [("QAD-001", "notes")], id="three months"),
    ],
)
def test_a_definition_is_due_a_quarter_after_it_was_looked_at(
    day: date, found: list[tuple[str, str]]
) -> None:
    assert places(company(), Concern.NOT_REVIEWED, day) == found


def test_a_new_version_counts_as_a_look_and_a_planned_one_not_yet() -> None:
    board = company(without=(REVIEWED,))
    begun = company(replace(SOUND, version="v2", effective="2026-10"), without=(REVIEWED,))
    planned = company(replace(SOUND, version="v2", effective="2026-12"), without=(REVIEWED,))

    counted = [len(places(each, Concern.NOT_REVIEWED)) for each in (board, begun, planned)]

    assert counted == [1, 0, 1]


def test_a_review_that_is_still_to_come_is_none_yet() -> None:
    later = Review("QAD-001", "2026-12-01", ReviewOutcome.KEPT)

    assert len(places(company(later, without=(REVIEWED,)), Concern.NOT_REVIEWED)) == 1


def test_a_kpi_that_was_to_be_retired_and_is_there_is_told_instead() -> None:
    board = company(replace(REVIEWED, outcome=ReviewOutcome.RETIRE))

    assert [each.concern for each in findings(board)] == [Concern.TO_RETIRE]


def test_the_end_of_a_short_month_is_due_at_the_end_of_the_shorter_one() -> None:
    reviewed = replace(REVIEWED, day="2026-11-30")

    due = [
        len(places(company(reviewed, without=(REVIEWED,)), Concern.NOT_REVIEWED, day))
        for day in (date(2027, 2, 27), date(2027, 2, 28))
    ]

    assert due == [0, 1]


def test_a_line_shows_through_which_of_several_a_kpi_is_mended() -> None:
    again = replace(LINE, id="m", org="plant")
    board = company(replace(SOUND, owner=NOBODY), again, replace(TARGET, org="plant"))

    (found,) = [each for each in findings(board) if each.concern is Concern.NO_OWNER]

    assert (found.node, found.orgs) == ("n", ("co", "plant"))
