"""Steps are found by KPI, person and day, and tell what they changed in words."""

from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from scorecard.chronicle.listing import beginnings_of
from scorecard.chronicle.telling import lines_of, record_name
from scorecard.clock import FixedClock
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, Measure, Record
from scorecard.store.chronicle import Asked
from scorecard.text import LANGUAGES, sentences, tell
from scorecard.vocabulary import Words
from scorecard.workspace import Workspace
from tests.store.documents import (
    CLOCK,
    EVERY_KIND,
    LINE,
    MARGIN,
    OCTOBER,
    accepted,
    closed,
    put,
    reopened,
)

TODAY = date(2026, 11, 10)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Steps of two people on two days, about a KPI and about something else."""
    path = closed(tmp_path, *EVERY_KIND)
    later = FixedClock(CLOCK.moment + timedelta(days=1))
    made = Workspace.open(path, author="bob", clock=later, check=accepted)
    made.run(put(OCTOBER._replace(value=5.0)))
    made.run(put(Measure("hours", Words("工時", "Hours"))))
    made.run(put(Entry("hours", "co", "2026-10", 1.0)))
    made.run(put(replace(MARGIN, formula="營收")))
    return made


def found(workspace: Workspace, **asked: object) -> list[int]:
    steps = workspace.chronicle.steps(Asked(**asked), 100)  # type: ignore[arg-type]  # by its fields
    return [step.seq for step in steps]


def test_nothing_asked_finds_all_newest_first(workspace: Workspace) -> None:
    assert found(workspace) == [5, 4, 3, 2, 1]


def test_a_kpi_finds_its_definition_and_the_entries_it_is_made_of(workspace: Workspace) -> None:
    beginnings = beginnings_of(workspace.board, "FIN-002", TODAY)

    assert found(workspace, beginnings=beginnings) == [5, 2, 1]


def test_a_kpi_whose_id_begins_alike_is_another(workspace: Workspace) -> None:
    workspace.run(put(replace(MARGIN, kpi="FIN-0021")))

    assert found(workspace, beginnings=frozenset({("kpi_version", ("FIN-002",))})) == [5, 1]


def test_a_person_and_a_day_are_found(workspace: Workspace) -> None:
    assert found(workspace, by="amy") == [1]
    assert found(workspace, day="2026-11-04") == [5, 4, 3, 2]
    assert found(workspace, day="2026-11-03", by="bob") == []
    assert workspace.chronicle.signers() == ("bob", "amy")
    assert workspace.chronicle.days() == (("2026-11-04", 4), ("2026-11-03", 1))


def test_nothing_that_begins_so_finds_nothing(workspace: Workspace) -> None:
    assert found(workspace, beginnings=frozenset()) == []


def test_a_day_is_that_of_the_place_where_it_was_done(tmp_path: Path) -> None:
    night = FixedClock(datetime.fromisoformat("2026-11-05T00:30:00+08:00"))
    path = closed(tmp_path, *EVERY_KIND)
    made = Workspace.open(path, author="bob", clock=night, check=accepted)

    made.run(put(OCTOBER._replace(value=5.0)))

    assert made.chronicle.days()[0] == ("2026-11-05", 1)


def test_an_entry_says_before_and_after(workspace: Workspace) -> None:
    edit = Edit(OCTOBER, OCTOBER._replace(value=5.0, note=""))

    (line,) = lines_of(edit, workspace.board)

    assert tell(line, "en") == "Revenue 2026-10 (Company): 10,250,000 (含退貨) → 5"
    assert tell(line, "zh_TW") == "營收 2026-10（公司）：10,250,000（含退貨） → 5"


def test_each_changed_field_is_a_line(workspace: Workspace) -> None:
    edit = Edit(LINE, replace(LINE, weight=3.0, star=False))

    said = [tell(line, "en") for line in lines_of(edit, workspace.board)]

    assert said == [
        "line “Gross margin”, key KPI: yes → no",
        "line “Gross margin”, weight: 2.5 → 3",
    ]


@pytest.mark.parametrize("record", EVERY_KIND, ids=lambda record: f"{record.table} {record.key}")
def test_every_kind_of_record_has_a_name_and_words_for_its_fields(
    record: Record, tmp_path: Path
) -> None:
    board = reopened(closed(tmp_path, *EVERY_KIND)).board

    for language in LANGUAGES:
        assert tell(record_name(record, board), language)
        assert [tell(line, language) for line in lines_of(Edit(None, record), board)]
    if not isinstance(record, Entry):
        lacking = [f.name for f in fields(record) if f"history.field.{f.name}" not in sentences()]
        assert lacking == []
