"""Definitions, targets, measures, units, settings and comments."""

from dataclasses import replace
from datetime import date

import pytest

from scorecard.commands.comment import AddComment, RemoveComment
from scorecard.commands.definition import CorrectVersion, NewVersion, RemoveKpi
from scorecard.commands.measure import PutMeasure, RemoveMeasure
from scorecard.commands.org import PutOrg, RemoveOrg
from scorecard.commands.segment import RemoveSegment, StartSegment
from scorecard.commands.setting import PutSettings
from scorecard.commands.target import PutTarget, RemoveTarget
from scorecard.model.records import Comment, Org, SegmentStart, Target
from scorecard.text import tell
from scorecard.vocabulary import Frequency, Method, Words
from tests.commands.boards import COST, MARGIN, REVENUE, TARGET, company, done, refused

NEWER = replace(MARGIN, version="v1.1", effective="2026-01", amber=">=0.25")


def test_a_new_version_leaves_the_past_the_one_it_had() -> None:
    board = done(company(), NewVersion(NEWER))

    past, now = board.version("FIN-003", date(2025, 12, 1)), board.latest("FIN-003")
    assert (past, now) == (MARGIN, NEWER)


def test_a_correction_takes_the_place_of_its_version() -> None:
    board = done(company(), CorrectVersion(replace(MARGIN, decimals=2)))

    assert board.versions["FIN-003"] == (replace(MARGIN, decimals=2),)


def test_a_target_moves_from_a_period_on() -> None:
    newer = replace(TARGET, start="2026-01", value=">=0.4")

    board = done(company(), PutTarget(newer))

    assert board.targets["FIN-003", "co"] == (TARGET, newer)


def test_a_removed_target_gives_way_to_the_one_before() -> None:
    board = done(company(), PutTarget(replace(TARGET, start="2026-01", value=">=0.4")))

    board = done(board, RemoveTarget("FIN-003", "co", "2026-01"))

    assert board.targets["FIN-003", "co"] == (TARGET,)


def test_formulas_follow_a_renamed_measure() -> None:
    board = done(company(), PutMeasure(replace(REVENUE, name=Words("銷售額", "Revenue"))))

    assert board.latest("FIN-003").formula == "(銷售額 - 銷貨成本) / 銷售額"


def test_a_measure_is_removed_with_its_entries() -> None:
    board = done(company(), RemoveMeasure("launch"))

    assert "launch" not in board.measures


def test_a_kpi_is_removed_with_its_targets_and_lines() -> None:
    board = done(company(), RemoveKpi("FIN-003"))

    assert (dict(board.versions), dict(board.targets), "n" in board.nodes) == ({}, {}, False)


def test_a_fiscal_year_can_start_in_another_month() -> None:
    assert done(company(), PutSettings({"fiscal_start": 7})).settings.fiscal_start == 7


def test_a_comment_comes_and_goes() -> None:
    comment = Comment("c1", "FIN-003", "co", "2026-09", Words("原料漲價"))
    board = done(company(), AddComment(comment))

    assert done(board, RemoveComment("c1")).comments == {}


def test_limits_start_anew_and_go_on_again() -> None:
    start = SegmentStart("FIN-003", "co", "2026-03", Words("  換了供應商 "), "amy", "2026-04-02")
    board = done(company(), StartSegment(start))
    change = RemoveSegment("FIN-003", "co", "2026-03")(board)

    assert board.segments["FIN-003", "co"] == (replace(start, reason=Words("換了供應商")),)
    assert tell(change.name, "en") == "No new process limits of Gross margin from 2026-03"
    assert board.after(change.edits).segments == {}


def test_another_reason_for_the_same_date_takes_the_place_of_the_first() -> None:
    start = SegmentStart("FIN-003", "co", "2026-03", Words("換機"))
    board = done(company(), StartSegment(start))

    again = done(board, StartSegment(replace(start, reason=Words("換了供應商"))))

    assert [each.reason.zh_TW for each in again.segments["FIN-003", "co"]] == ["換了供應商"]


def test_a_kpi_takes_its_segments_with_it() -> None:
    start = SegmentStart("FIN-003", "co", "2026-03", Words("換機"))
    board = done(company(), StartSegment(start))

    assert done(board, RemoveKpi("FIN-003")).segments == {}


@pytest.mark.parametrize(
    ("command", "code"),
    [
        pytest.param(
            StartSegment(SegmentStart("FIN-003", "co", "2026-03", Words(" ", ""))),
            "restart_reason",
            id="no reason",
        ),
        pytest.param(
            StartSegment(SegmentStart("FIN-009", "co", "2026-03", Words("換機"))),
            "unknown_kpi",
            id="segment of no KPI",
        ),
        pytest.param(
            StartSegment(SegmentStart("FIN-003", "b", "2026-03", Words("換機"))),
            "unknown_org",
            id="segment of no unit",
        ),
        pytest.param(
            StartSegment(SegmentStart("FIN-003", "co", "March", Words("換機"))),
            "no_such_period",
            id="segment from no period",
        ),
        pytest.param(NewVersion(MARGIN), "version_exists", id="version taken"),
        pytest.param(CorrectVersion(NEWER), "unknown_version", id="version unknown"),
        pytest.param(
            NewVersion(replace(NEWER, effective="2026-13")), "no_such_period", id="no such month"
        ),
        pytest.param(
            NewVersion(replace(NEWER, formula="營收 / (1")), "formula_close", id="bracket"
        ),
        pytest.param(
            NewVersion(replace(NEWER, formula="營業 / 1")), "formula_unknown_name", id="name"
        ),
        pytest.param(
            NewVersion(replace(NEWER, formula="毛利率 + 1")), "circular_kpis", id="circle"
        ),
        pytest.param(NewVersion(replace(NEWER, amber=">=0.4")), "threshold_order", id="amber"),
        pytest.param(NewVersion(replace(NEWER, amber="綠")), "bad_aim", id="no limit"),
        pytest.param(NewVersion(replace(NEWER, window="year")), "not_a_choice", id="window"),
        pytest.param(
            PutTarget(Target("FIN-003", "co", "2026-01", "<=0.4")), "aim_against_direction", id="<="
        ),
        pytest.param(
            PutTarget(Target("FIN-003", "co", "2026-01", ">=0.1")), "threshold_order", id="T<G"
        ),
        pytest.param(
            PutTarget(Target("FIN-003", "co", "2026-01", "budget:x")),
            "unknown_measure",
            id="budget",
        ),
        pytest.param(RemoveMeasure("cogs"), "formula_unknown_name", id="measure in use"),
        pytest.param(RemoveOrg("co"), "still_in_use", id="unit in use"),
        pytest.param(
            PutOrg(Org("co", Words("公司"), "a")), "own_descendant_chain", id="unit circle"
        ),
        pytest.param(
            PutMeasure(replace(COST, over_time=Method.WEIGHTED)), "weight_missing", id="no weight"
        ),
        pytest.param(
            PutMeasure(replace(REVENUE, frequency=Frequency.WEEK)),
            "entries_of_other_kind",
            id="week",
        ),
        pytest.param(PutSettings({"fiscal_start": 13}), "bad_setting", id="month 13"),
        pytest.param(PutSettings({"fiscal": 1}), "unknown_setting", id="no setting"),
    ],
)
def test_what_cannot_be_is_refused(command: NewVersion, code: str) -> None:
    assert refused(company(), command).code.startswith(code)
