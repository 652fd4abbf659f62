"""Signals among routine variation: the XmR chart (R-SIGNAL)."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from itertools import pairwise
from typing import Literal, NamedTuple

from scorecard.number import exact, snap, snap_exact
from scorecard.series import total
from scorecard.vocabulary import Direction, Missing, Value

Quality = Literal["none", "provisional", "full"]
Meaning = Literal["improvement", "deterioration"]

_LEAST, _FULL, _BASELINE = 6, 12, 24
_RUN, _WINDOW, _NEAR = 8, 4, 3
#: Wheeler's factors: of the process limits and of the range limit (R-SIGNAL-2).
_BY_MEAN = (Fraction("2.66"), Fraction("3.268"))
_BY_MEDIAN = (Fraction("3.145"), Fraction("3.865"))


class Rule(IntEnum):
    """The rules of R-SIGNAL-4 by their numbers."""

    OUTSIDE = 1
    RUN = 2
    NEAR = 3
    RANGE = 4


class Signal(NamedTuple):
    """A rule that holds at the value at `position`; `up` if it speaks of high values (for a
    range: of a rise)."""

    position: int
    rule: Rule
    up: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """The limits of the values from `start` up to, not including, `end`; None below 6 values.

    `upper` and `lower` are as drawn, cut at the natural bounds; `is_cut_above` and
    `is_cut_below` say so (R-SIGNAL-6). `near_upper` and `near_lower` lie halfway from the mean
    to the uncut limits.
    """

    start: int
    end: int
    quality: Quality = "none"
    mean: float | None = None
    mr_bar: float | None = None
    upper: float | None = None
    lower: float | None = None
    range_upper: float | None = None
    near_upper: float | None = None
    near_lower: float | None = None
    is_cut_above: bool = False
    is_cut_below: bool = False


class Chart(NamedTuple):
    """All segments of a series and all signals, in the order of their positions."""

    segments: tuple[Segment, ...]
    signals: tuple[Signal, ...]

    def positions(self, rule: Rule) -> list[int]:
        """Where `rule` holds, counted from 0."""
        return [signal.position for signal in self.signals if signal.rule is rule]


Point = tuple[int, float]
Stretch = list[Point]


def chart(
    values: Sequence[Value],
    *,
    starts: Iterable[int] = (),
    floor: float | None = None,
    ceiling: float | None = None,
    median: bool = False,
) -> Chart:
    """The XmR chart of `values`, oldest first, one cell for each period.

    `starts` are positions from which limits are computed anew (R-SIGNAL-7), `floor` and
    `ceiling` natural bounds. `median` takes the median moving range in place of the mean.
    """
    begins = sorted({0, *(place for place in starts if 0 < place < len(values))})
    segments, signals = [], []
    for start, end in pairwise([*begins, len(values)]):
        stretches = _stretches(values, start, end)
        segment = _limited(Segment(start, end), stretches, (floor, ceiling), median=median)
        segments.append(segment)
        signals += [signal for stretch in stretches for signal in _signals(stretch, segment)]
    return Chart(tuple(segments), tuple(sorted(signals)))


def meaning(signal: Signal, toward: Direction) -> Meaning | None:
    """What a signal means where high or low values are good (R-SIGNAL-8), else None."""
    if toward in {Direction.HIGHER, Direction.YES}:
        return "improvement" if signal.up else "deterioration"
    if toward in {Direction.LOWER, Direction.ZERO}:
        return "deterioration" if signal.up else "improvement"
    return None


def _stretches(values: Sequence[Value], start: int, end: int) -> list[Stretch]:
    """The present values between the gaps of a segment, each with its position (R-SIGNAL-5)."""
    stretches: list[Stretch] = [[]]
    for place in range(start, end):
        value = values[place]
        if isinstance(value, Missing):
            stretches.append([])
        else:
            stretches[-1].append((place, snap(value)))
    return [stretch for stretch in stretches if stretch]


def _limited(
    segment: Segment,
    stretches: Sequence[Stretch],
    bounds: tuple[float | None, float | None],
    *,
    median: bool,
) -> Segment:
    count = sum(map(len, stretches))
    baseline = list(_first(stretches, _BASELINE))
    ranges = [abs(after - before) for run in baseline for before, after in pairwise(run)]
    if count < _LEAST or not ranges:
        return segment
    values = [value for run in baseline for value in run]
    mean = sum(values, Fraction()) / len(values)
    typical = _median(ranges) if median else sum(ranges, Fraction()) / len(ranges)
    to_limit, of_range = _BY_MEDIAN if median else _BY_MEAN
    width = to_limit * typical
    # Each number is computed exactly and snapped once: 80/7 - 6.384 is 5.04457142857.
    upper, lower = snap_exact(mean + width), snap_exact(mean - width)
    floor, ceiling = bounds
    cut_above = ceiling is not None and upper > ceiling
    cut_below = floor is not None and lower < floor
    return Segment(
        segment.start,
        segment.end,
        quality="full" if count >= _FULL else "provisional",
        mean=snap_exact(mean),
        mr_bar=snap_exact(typical),
        upper=ceiling if cut_above else upper,
        lower=floor if cut_below else lower,
        range_upper=snap_exact(of_range * typical),
        near_upper=snap_exact(mean + width / 2),
        near_lower=snap_exact(mean - width / 2),
        is_cut_above=cut_above,
        is_cut_below=cut_below,
    )


def _first(stretches: Sequence[Stretch], count: int) -> Iterator[list[Fraction]]:
    """The first `count` values, still apart at the gaps."""
    for stretch in stretches:
        taken = stretch[:count]
        count -= len(taken)
        yield [exact(value) for _, value in taken]


def _ranges(stretches: Sequence[Stretch]) -> Iterator[tuple[int, float, bool]]:
    """Position, size and whether a rise, of each moving range; none across a gap (R-SIGNAL-1)."""
    for stretch in stretches:
        for (_, before), (place, value) in pairwise(stretch):
            yield place, abs(total([value, -before])), value > before


def _median(sizes: Sequence[Fraction]) -> Fraction:
    ordered, half = sorted(sizes), len(sizes) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _signals(stretch: Stretch, segment: Segment) -> Iterator[Signal]:
    if segment.mean is None:
        return
    yield from _outside(stretch, segment)
    yield from _runs(stretch, segment.mean)
    yield from _near(stretch, segment)
    for place, size, up in _ranges([stretch]):
        if segment.range_upper is not None and size > segment.range_upper:
            yield Signal(place, Rule.RANGE, up)


def _outside(stretch: Stretch, segment: Segment) -> Iterator[Signal]:
    for place, value in stretch:
        if segment.upper is not None and value > segment.upper and not segment.is_cut_above:
            yield Signal(place, Rule.OUTSIDE, up=True)
        if segment.lower is not None and value < segment.lower and not segment.is_cut_below:
            yield Signal(place, Rule.OUTSIDE, up=False)


def _runs(stretch: Stretch, mean: float) -> Iterator[Signal]:
    length, side = 0, 0
    for place, value in stretch:
        side_now = (value > mean) - (value < mean)
        length = length + 1 if side_now == side else 1
        side = side_now
        if side and length >= _RUN:
            yield Signal(place, Rule.RUN, up=side > 0)


def _near(stretch: Stretch, segment: Segment) -> Iterator[Signal]:
    """Three of the last four values nearer to a limit than to the mean, the newest too."""
    window: deque[int] = deque(maxlen=_WINDOW)
    for place, value in stretch:
        above = segment.near_upper is not None and value > segment.near_upper
        below = segment.near_lower is not None and value < segment.near_lower
        window.append(above - below)
        if (above or below) and window.count(window[-1]) >= _NEAR:
            yield Signal(place, Rule.NEAR, up=above)
