"""Objectives and key results: every worked case, and by hand."""

import ast
import json
from datetime import date
from pathlib import Path
from typing import Any  # the worked cases are JSON of many shapes

import pytest

from scorecard.okr import (
    NOT_BEGUN,
    KeyResult,
    Linked,
    Progress,
    Track,
    band,
    confidence,
    is_healthy,
    linked,
    objective,
    pace,
    progress,
    progress_of_yes,
    seems_too_easy,
    start_of_link,
)
from scorecard.text import LANGUAGES, sentence
from scorecard.trouble import Refused
from scorecard.vocabulary import Missing, Status, Value, known

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = Path(__file__).parent / "measurement" / "examples" / "okr.json"
CASES = json.loads(EXAMPLES.read_text("utf-8"))
APRIL, JUNE = date(2025, 4, 1), date(2025, 6, 30)


def answer(given: dict[str, Any]) -> dict[str, object]:
    match given["op"]:
        case "kr":
            found = progress(*(float(given[name]) for name in ("start", "target", "current")))
            return {"progress": found.cut, "raw": found.uncut, "band": band(found.cut)}
        case "objective":
            whole = objective([KeyResult(float(kr["progress"]), float(kr["weight"]))
                               for kr in given["krs"]])  # fmt: skip
            return {
                "progress": known(whole.progress),
                "band": whole.band,
                "healthy": whole.is_healthy,
            }
    start, end, as_of = (date.fromisoformat(given[name]) for name in ("start", "end", "as_of"))
    kept = pace(start, end, as_of, float(given["progress"]))
    return {"expected": kept.expected, "state": kept.track}


@pytest.mark.parametrize("case", CASES, ids=[c["id"] for c in CASES])
def test_progress_is_as_in_the_worked_case(case: dict[str, Any]) -> None:
    expected = dict(case["expect"])
    for name in {"progress", "raw", "expected"} & expected.keys():
        expected[name] = float(expected[name])

    try:
        found = answer(case["given"])
    except Refused as refused:
        found = {"error": refused.troubles[0].code}

    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("start", "target", "current", "cut", "uncut"),
    [
        pytest.param(40, 10, 22, 0.6, 0.6, id="downwards"),
        pytest.param(0, 10, 12, 1.0, 1.2, id="beyond the target"),
        pytest.param(80, 90, 79, 0.0, -0.1, id="behind the start"),
        pytest.param(-5, 5, 0, 0.5, 0.5, id="through zero"),
        pytest.param(0.1, 0.3, 0.2, 0.5, 0.5, id="as decimals, not as binary numbers"),
        pytest.param(1, 4, 2, 0.333333333333, 0.333333333333, id="a third"),
    ],
)
def test_progress_is_how_far_the_way_is_gone(
    start: float, target: float, current: float, cut: float, uncut: float
) -> None:
    """R-OKR-1."""
    assert progress(start, target, current) == Progress(cut, uncut)


def test_before_the_first_check_in_a_key_result_stands_at_its_start() -> None:
    """R-OKR-1."""
    assert progress(40, 10) == NOT_BEGUN


def test_a_way_of_no_length_is_refused_in_both_languages() -> None:
    with pytest.raises(Refused) as refused:
        progress(0.3, 0.3)

    trouble = refused.value.troubles[0]
    assert trouble.code == "start_equals_target"
    assert all("0.3" in sentence(trouble, language) for language in LANGUAGES)


def test_what_is_done_or_not_has_all_progress_or_none() -> None:
    assert (progress_of_yes(True), progress_of_yes(False)) == (Progress(1, 1), Progress(0, 0))


def test_a_key_result_beyond_its_target_does_not_make_up_for_another() -> None:
    """R-OKR-1, R-OKR-2."""
    beyond = progress(0, 10, 20)

    assert objective([KeyResult(beyond.cut), KeyResult(0.0)]).progress == 0.5


@pytest.mark.parametrize(
    ("key_results", "reason"),
    [
        ([], "no_data"),
        ([KeyResult(0.5, 0)], "zero_weight"),
        ([KeyResult(0.5, -1), KeyResult(0.5)], "negative_weight"),
    ],
)
def test_an_objective_without_anything_to_count_is_grey(
    key_results: list[KeyResult], reason: str
) -> None:
    """R-OKR-2."""
    assert objective(key_results) == (Missing(reason), Status.GREY, False)


@pytest.mark.parametrize(
    ("share", "aspired", "committed"),
    [
        (1.0, Status.GREEN, Status.GREEN),
        (0.999, Status.GREEN, Status.AMBER),
        (0.7, Status.GREEN, Status.AMBER),
        (0.699, Status.AMBER, Status.AMBER),
        (0.4, Status.AMBER, Status.AMBER),
        (0.399, Status.RED, Status.RED),
        (Missing("no_data"), Status.GREY, Status.GREY),
    ],
)
def test_a_committed_key_result_is_green_only_when_it_is_done(
    share: Value, aspired: Status, committed: Status
) -> None:
    """R-OKR-3."""
    assert (band(share), band(share, committed=True)) == (aspired, committed)


@pytest.mark.parametrize(
    ("share", "healthy"),
    [(0.699, False), (0.7, True), (0.75, True), (0.8, True), (0.801, False)],
)
def test_seven_to_eight_tenths_are_a_healthy_stretch(share: float, healthy: bool) -> None:
    """R-OKR-3."""
    assert is_healthy(share) is healthy


def test_a_promise_kept_by_three_quarters_is_no_healthy_stretch() -> None:
    assert not is_healthy(0.75, committed=True)


@pytest.mark.parametrize(
    ("cycles", "easy"),
    [
        pytest.param([[1.0, 1.0], [1.0]], True, id="all done twice"),
        pytest.param([[0.2], [1.0], [1.0]], True, id="only the last two count"),
        pytest.param([[1.0], [1.0, 0.99]], False, id="one not quite"),
        pytest.param([[1.0]], False, id="one cycle"),
        pytest.param([[1.0], []], False, id="a cycle without key results"),
        pytest.param([], False, id="no cycle"),
    ],
)
def test_goals_seem_too_easy_after_two_cycles_of_everything_done(
    cycles: list[list[float]], easy: bool
) -> None:
    """R-OKR-3."""
    assert seems_too_easy(cycles) is easy


@pytest.mark.parametrize(
    ("share", "track"),
    [
        (0.4, Track.ON_TRACK),
        (0.394505494505, Track.ON_TRACK),
        (0.394505494504, Track.AT_RISK),
        (0.3, Track.AT_RISK),
        (0.244505494505, Track.AT_RISK),
        (0.244505494504, Track.OFF_TRACK),
        (0.2, Track.OFF_TRACK),
    ],
)
def test_progress_is_held_against_the_days_gone(share: float, track: Track) -> None:
    """R-OKR-4."""
    assert pace(APRIL, JUNE, date(2025, 5, 15), share) == (0.494505494505, track)


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2025, 3, 1), 0.0),
        (date(2025, 4, 1), 0.010989010989),
        (date(2025, 6, 30), 1.0),
        (date(2026, 1, 1), 1.0),
    ],
)
def test_what_is_expected_runs_from_nothing_to_all(as_of: date, expected: float) -> None:
    assert pace(APRIL, JUNE, as_of, 0).expected == expected


def test_a_cycle_that_ends_before_it_starts_is_refused_in_both_languages() -> None:
    with pytest.raises(Refused) as refused:
        pace(JUNE, APRIL, APRIL, 0)

    trouble = refused.value.troubles[0]
    assert all("2025-04-01" in sentence(trouble, language) for language in LANGUAGES)


@pytest.mark.parametrize(
    ("sureness", "colour"),
    [
        *((0, Status.RED), (3, Status.RED), (4, Status.AMBER)),
        *((6, Status.AMBER), (7, Status.GREEN), (10, Status.GREEN)),
    ],
)
def test_confidence_has_a_colour_of_its_own(sureness: int, colour: Status) -> None:
    """R-OKR-5."""
    assert confidence(sureness) is colour


@pytest.mark.parametrize("sureness", [-1, 11, 6.5, float("nan")])
def test_what_is_no_confidence_is_refused_in_both_languages(sureness: float) -> None:
    with pytest.raises(Refused) as refused:
        confidence(sureness)

    trouble = refused.value.troubles[0]
    assert all(str(sureness) in sentence(trouble, language) for language in LANGUAGES)


def test_a_linked_key_result_reads_the_kpi() -> None:
    """R-OKR-6."""
    start = start_of_link(0.8)

    assert linked(start, 0.9, 0.86) == Linked(Progress(0.6, 0.6), stale=False)


@pytest.mark.parametrize(
    ("value", "stale"),
    [
        pytest.param(0.86, True, id="stale"),
        pytest.param(Missing("no_data"), False, id="missing"),
        pytest.param(Missing("not_due"), True, id="both"),
    ],
)
def test_a_linked_key_result_keeps_its_last_progress_while_the_kpi_has_none(
    value: Value, stale: bool
) -> None:
    last = Progress(0.4, 0.4)

    assert linked(0.8, 0.9, value, stale=stale, last=last) == Linked(last, stale=True)


def test_a_kpi_without_a_value_is_no_start_of_a_link() -> None:
    with pytest.raises(Refused) as refused:
        start_of_link(Missing("no_data"))

    assert all(sentence(refused.value.troubles[0], language) for language in LANGUAGES)


def test_progress_never_enters_a_score() -> None:
    """R-OKR-6."""
    judging = [ROOT / "scorecard" / f"{room}.py" for room in ("scoring", "rollup")]
    judging += (ROOT / "scorecard" / "evaluation").glob("*.py")

    imported = {
        node.module
        for file in judging
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
    }

    assert "scorecard.okr" not in imported
