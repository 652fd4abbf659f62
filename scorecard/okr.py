"""目標與關鍵結果: progress, bands, pace, confidence, and the link to a KPI (R-OKR)."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from scorecard.number import snap
from scorecard.series import aggregate, total
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Method, Missing, Status, Value, known

_GREEN_FROM, _AMBER_FROM, _DONE = 0.7, 0.4, 1.0
_HEALTHY_UPTO = 0.8
#: How far progress may lie behind what is expected of it (R-OKR-4).
_ON_TRACK_WITHIN, _AT_RISK_WITHIN = 0.10, 0.25
_SURE_FROM, _UNSURE_FROM, _SUREST = 7, 4, 10
#: In so many cycles running all key results are done before the goals seem too easy.
_CYCLES = 2


class Progress(NamedTuple):
    """How far a key result is from its start to its target: `cut` to 0…1, and `uncut`."""

    cut: float
    uncut: float


#: Before the first check-in a key result stands at its start.
NOT_BEGUN = Progress(0.0, 0.0)


class KeyResult(NamedTuple):
    """A key result as its objective counts it; `progress` is the cut one."""

    progress: float
    weight: float = 1.0


class Objective(NamedTuple):
    """The progress of an objective; missing as `no_data`, `zero_weight` or `negative_weight`.

    `is_healthy` counts at the end of the cycle (R-OKR-3).
    """

    progress: Value
    band: Status
    is_healthy: bool


class Track(StrEnum):
    """How progress keeps up with the days of its cycle."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"


class Pace(NamedTuple):
    """The progress expected by a day, 0…1, and how the actual one compares with it."""

    expected: float
    track: Track


class Linked(NamedTuple):
    """A key result that reads a KPI: its progress, of earlier data where `stale`."""

    progress: Progress
    stale: bool


def progress(start: float, target: float, current: float | None = None) -> Progress:
    """From `start` to `target`, upwards or downwards; `current` is None before the first
    check-in (R-OKR-1). Raises Refused(start_equals_target)."""
    way = total([target, -start])
    if way == 0:
        raise Refused([Trouble("start_equals_target", facts={"value": f"{start:.15g}"})])
    if current is None:
        return NOT_BEGUN
    uncut = snap(total([current, -start]) / way)
    return Progress(min(max(uncut, 0.0), _DONE), uncut)


def progress_of_yes(done: bool) -> Progress:
    """The progress of a key result that is done or not (R-OKR-1)."""
    return Progress(_DONE, _DONE) if done else NOT_BEGUN


def objective(key_results: Sequence[KeyResult]) -> Objective:
    """The weighted mean of the key results (R-OKR-2); initiatives are none."""
    cells = [result.progress for result in key_results]
    mean = aggregate(Method.WEIGHTED, cells, [result.weight for result in key_results]).value
    return Objective(mean, band(mean), is_healthy(mean))


def band(progress: Value, *, committed: bool = False) -> Status:
    """The colour of a progress (R-OKR-3); a committed key result (承諾型) is green only when it
    is done. Grey where there is no progress."""
    share = known(progress)
    if share is None:
        return Status.GREY
    if share >= (_DONE if committed else _GREEN_FROM):
        return Status.GREEN
    return Status.AMBER if share >= _AMBER_FROM else Status.RED


def is_healthy(progress: Value, *, committed: bool = False) -> bool:
    """Whether progress at the end of a cycle is a healthy stretch (挑戰適當): enough, and not
    so much that the target was too near. A committed key result is to be done, not stretched."""
    share = known(progress)
    return not committed and share is not None and _GREEN_FROM <= share <= _HEALTHY_UPTO


def seems_too_easy(cycles: Sequence[Sequence[float]]) -> bool:
    """Whether all key results were done in the last two cycles (R-OKR-3). `cycles` holds the
    cut progress of the key results at the end of each cycle, oldest first."""
    last = cycles[-_CYCLES:]
    return len(last) == _CYCLES and all(
        len(results) > 0 and min(results) >= _DONE for results in last
    )


def pace(start: date, end: date, as_of: date, progress: float) -> Pace:
    """How `progress` (the cut one) keeps up on `as_of` in the cycle from `start` to `end`, both
    included (R-OKR-4). Raises Refused(cycle_order)."""
    if end < start:
        facts = {"start": start.isoformat(), "end": end.isoformat()}
        raise Refused([Trouble("cycle_order", facts=facts)])
    days, elapsed = (end - start).days + 1, (as_of - start).days + 1
    expected = snap(min(max(elapsed, 0), days) / days)
    behind = total([expected, -progress])
    if behind <= _ON_TRACK_WITHIN:
        return Pace(expected, Track.ON_TRACK)
    return Pace(expected, Track.AT_RISK if behind <= _AT_RISK_WITHIN else Track.OFF_TRACK)


def confidence(sureness: float) -> Status:
    """The colour of 信心指數, a whole number from 0 to 10 (R-OKR-5); it stands beside the
    progress and is never mixed into it. Raises Refused(confidence_out_of_range)."""
    if not 0 <= sureness <= _SUREST or sureness != int(sureness):
        raise Refused([Trouble("confidence_out_of_range", facts={"value": str(sureness)})])
    if sureness >= _SURE_FROM:
        return Status.GREEN
    return Status.AMBER if sureness >= _UNSURE_FROM else Status.RED


def start_of_link(value: Value) -> float:
    """The start that a key result keeps from the KPI's value when the two are linked (R-OKR-6).

    Raises Refused(link_without_value).
    """
    if isinstance(value, Missing):
        raise Refused([Trouble("link_without_value")])
    return value


def linked(
    start: float, target: float, value: Value, *, stale: bool = False, last: Progress = NOT_BEGUN
) -> Linked:
    """The progress of a key result linked to a KPI with `value` in the as-of period (R-OKR-6).

    Where that is missing or `stale` it keeps its `last` progress. Raises
    Refused(start_equals_target).
    """
    now = progress(start, target, known(value))
    gone = stale or isinstance(value, Missing)
    return Linked(last if gone else now, gone)
