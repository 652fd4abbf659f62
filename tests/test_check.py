"""What `check` knows about a document, and that small edits stay small."""

from dataclasses import replace
from datetime import date

from scorecard.board import Board
from scorecard.check import refusals
from scorecard.check.findings import findings
from scorecard.model.edits import Edit
from scorecard.model.records import KpiVersion, Measure
from scorecard.trouble import Level
from scorecard.vocabulary import Frequency, Words
from tests.commands.boards import COST, LINE, MARGIN, company

TODAY = date(2026, 10, 20)


def found(board: Board, today: date = TODAY) -> dict[str, list[str]]:
    """The places of the findings by code."""
    places: dict[str, list[str]] = {}
    for trouble in findings(board, today):
        places.setdefault(trouble.code, []).append(trouble.where)
    return places


def with_records(board: Board, *records: KpiVersion | Measure) -> Board:
    return board.after(Edit(board.find(r.table, r.key), r) for r in records)


def test_a_sound_document_has_no_errors() -> None:
    assert all(trouble.level is not Level.ERROR for trouble in findings(company(), TODAY))


def test_a_kpi_without_an_owner_is_a_warning() -> None:
    assert found(company())["no_owner"] == ["kpi FIN-003"]


def test_a_line_without_a_target_is_a_warning() -> None:
    line = replace(LINE, id="m", org="a")

    assert "no_target" in found(company().after([Edit(None, line)]))


def test_a_measure_that_no_formula_uses_is_a_note() -> None:
    assert found(company())["unused_measure"] == ["measure launch"]


def test_a_measure_without_entries_is_a_warning() -> None:
    assert found(company())["no_entries"] == ["measure cogs", "measure launch"]


def test_a_late_measure_is_stale_only_after_its_days_of_grace() -> None:
    on_time, late = date(2026, 11, 10), date(2026, 11, 11)

    assert ("stale" in found(company(), on_time), "stale" in found(company(), late)) == (
        False,
        True,
    )


def test_one_name_for_two_measures_is_a_warning() -> None:
    twin = Measure("sales", Words("營收"))

    assert found(with_records(company(), twin))["same_name"] == ["measure revenue"]


def test_an_error_in_a_stored_formula_is_found() -> None:
    board = with_records(company(), replace(MARGIN, formula="營收 +"))

    assert "kpi FIN-003 v1.0 formula" in [t.where for t in findings(board, TODAY)]


def test_versions_that_never_hold_together_may_name_each_other() -> None:
    earlier = replace(MARGIN, kpi="A", name=Words("甲"), formula="乙", effective="2024-01")
    other = replace(earlier, kpi="B", name=Words("乙"), formula="營收")
    board = with_records(
        company(),
        earlier,
        replace(earlier, version="v2", formula="營收", effective="2025-01"),
        other,
        replace(other, version="v2", formula="甲", effective="2025-01"),
    )

    assert "circular_kpis" not in found(board)


def test_versions_that_hold_together_may_not() -> None:
    earlier = replace(MARGIN, kpi="A", name=Words("甲"), formula="乙")
    other = replace(earlier, kpi="B", name=Words("乙"), formula="甲")

    assert "circular_kpis" in found(with_records(company(), earlier, other))


def test_a_small_edit_is_not_blamed_for_what_was_wrong_before() -> None:
    broken = with_records(company(), replace(MARGIN, formula="營收 +"))
    edit = Edit(COST, replace(COST, unit="千元"))

    assert refusals(broken.after([edit]), [edit]) == ()


def test_a_yearly_target_is_not_held_against_monthly_limits() -> None:
    board = company()
    target = replace(board.targets["FIN-003", "co"][0], value=">=0.1", start="2026-01")
    edits = [Edit(None, replace(target, basis=Frequency.YEAR))]

    assert refusals(board.after(edits), edits) == ()
