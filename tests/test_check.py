"""What `check` knows about a document, and that small edits stay small."""

from dataclasses import replace
from datetime import date

from resources.sample.generate import SAMPLE
from scorecard.board import Board
from scorecard.check.edits import refusals
from scorecard.check.findings import findings
from scorecard.check.sense import doubts
from scorecard.exchange.board_file import read_board
from scorecard.exchange.plan import plan
from scorecard.model.edits import Edit
from scorecard.model.records import KpiVersion, Measure, Target
from scorecard.trouble import Level
from scorecard.vocabulary import Direction, Frequency, Method, Words
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


def test_an_archived_line_is_not_asked_for_a_target_any_more() -> None:
    line = replace(LINE, id="m", org="a", archived="2026-10")
    board = company().after([Edit(None, line)])

    assert "no_target" in found(board, date(2026, 9, 30))
    assert "no_target" not in found(board, date(2026, 10, 1))


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


def test_a_measure_that_only_archived_lines_read_is_not_stale() -> None:
    board, late = company(), date(2026, 11, 11)
    lines = [Edit(line, replace(line, archived="2026-10")) for line in board.nodes.values()]

    assert "stale" in found(board, late)
    assert "stale" not in found(board.after(lines), late)


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


def test_a_unit_that_the_formula_does_not_give_is_a_warning_at_its_place() -> None:
    board = with_records(company(), replace(MARGIN, formula="營收 - 銷貨成本"))

    warned = [t for t in findings(board, TODAY) if t.code == "unit_other"]

    assert [(t.where, t.level, t.facts["position"]) for t in warned] == [
        ("kpi FIN-003 v1.0 formula", Level.WARNING, "1")
    ]


def test_a_typed_number_has_the_unit_of_its_measure_but_a_counted_one_has_none() -> None:
    pieces = replace(COST, unit="件")
    counted = replace(pieces, over_time=Method.COUNT)

    codes = ["unit_unlike" in found(with_records(company(), cost)) for cost in (pieces, counted)]

    assert codes == [True, False]


def test_a_kpi_in_a_formula_has_the_unit_that_it_says() -> None:
    growth = replace(MARGIN, kpi="G", name=Words("毛利率成長"), formula="毛利率 / PREV(毛利率)")

    assert found(with_records(company(), growth))["unit_percent_of_percent"] == [
        "kpi G v1.0 formula"
    ]


def test_a_mean_of_a_kpi_that_divides_is_a_warning() -> None:
    mean = replace(MARGIN, kpi="G", name=Words("平均毛利率"), formula="ROLLAVG(毛利率, 3)")

    assert found(with_records(company(), mean))["formula_adds_ratios"] == ["kpi G v1.0 formula"]


def test_the_formulas_of_the_sample_leave_no_doubt() -> None:
    source = read_board(SAMPLE.read_bytes(), "sample.json")
    board = Board().after(plan(source, Board()).edits)

    versions = [version for group in board.versions.values() for version in group]

    assert len(versions) > 30
    assert [doubt for version in versions for doubt in doubts(board, version)] == []


def _limited(effective: str, green: str) -> KpiVersion:
    """A further version of gross margin with a typed green limit."""
    return replace(MARGIN, version="v2", effective=effective, green=green)


def _refused(board: Board, *records: KpiVersion | Target) -> list[str]:
    edits = [Edit(board.find(r.table, r.key), r) for r in records]
    return [trouble.code for trouble in refusals(board.after(edits), edits)]


def test_limits_of_a_later_version_are_held_against_the_target_that_still_holds() -> None:
    """The target is >=0.35 from 2025-01 on."""
    assert _refused(company(), _limited("2026-12", ">=0.36")) == ["threshold_order"]
    assert _refused(company(), _limited("2026-12", ">=0.34")) == []


def test_a_target_is_held_against_the_limits_of_versions_that_begin_later() -> None:
    """0.32 is not below the limit of now, 0.3, but below that of v2."""
    board = with_records(company(), _limited("2026-12", ">=0.34"))
    target = replace(board.targets["FIN-003", "co"][0], start="2026-11", value=">=0.32")

    assert _refused(board, target) == ["threshold_order"]


def test_limits_are_not_held_against_a_target_that_ended_before_them() -> None:
    board = company()
    raised = replace(board.targets["FIN-003", "co"][0], start="2026-12", value=">=0.36")

    assert _refused(board, _limited("2026-12", ">=0.36"), raised) == []


def test_fixed_limits_beside_a_moving_base_are_a_note() -> None:
    improving = replace(MARGIN, direction=Direction.IMPROVE, green="", amber=">=0.2", better=None)

    assert found(with_records(company(), improving))["fixed_limits"] == ["kpi FIN-003"]
