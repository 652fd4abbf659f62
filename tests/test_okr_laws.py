"""Laws of objectives and key results, for any numbers."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from scorecard.number import snap
from scorecard.okr import KeyResult, Track, objective, pace, progress
from scorecard.vocabulary import Missing

NUMBERS = st.integers(-(10**6), 10**6).map(lambda n: n / 1000)
WAYS = st.tuples(NUMBERS, NUMBERS).filter(lambda ends: ends[0] != ends[1])
SHARES = st.integers(0, 1000).map(lambda n: n / 1000)
FAMILIES = st.lists(
    st.builds(KeyResult, SHARES, st.integers(1, 1000).map(lambda n: n / 10)),
    min_size=1,
    max_size=10,
)
DAYS = st.dates(date(2000, 1, 1), date(2050, 12, 31))
LENGTHS = st.integers(0, 400).map(timedelta)
BETTER = [Track.OFF_TRACK, Track.AT_RISK, Track.ON_TRACK]


@given(WAYS)
def test_the_way_begins_at_nothing_and_ends_at_all(way: tuple[float, float]) -> None:
    start, target = way

    assert progress(start, target, start) == (0.0, 0.0)
    assert progress(start, target, target) == (1.0, 1.0)


@given(WAYS, NUMBERS, NUMBERS)
def test_nearer_to_the_target_is_never_less_progress(
    way: tuple[float, float], one: float, other: float
) -> None:
    start, target = way
    worse, better = sorted((one, other), reverse=target < start)

    less, more = progress(start, target, worse), progress(start, target, better)

    assert less.uncut <= more.uncut
    assert 0 <= less.cut <= more.cut <= 1


@given(WAYS, NUMBERS, st.sampled_from([-1.0, 0.25, 2.0, 0.01, 1000.0]))
def test_neither_unit_nor_direction_changes_progress(
    way: tuple[float, float], current: float, factor: float
) -> None:
    start, target = way

    scaled = progress(snap(start * factor), snap(target * factor), snap(current * factor))

    assert scaled == progress(start, target, current)


@given(FAMILIES)
def test_an_objective_lies_between_its_least_and_greatest_key_result(
    family: list[KeyResult],
) -> None:
    shares = [result.progress for result in family]

    found = objective(family).progress

    assert not isinstance(found, Missing)
    assert min(shares) <= found <= max(shares)


@given(FAMILIES, st.integers(0, 9))
def test_a_key_result_split_in_two_halves_counts_the_same(
    family: list[KeyResult], place: int
) -> None:
    assume(place < len(family))
    half = family[place]._replace(weight=family[place].weight / 2)

    split = [*family[:place], half, half, *family[place + 1 :]]

    assert objective(split) == objective(family)


@given(DAYS, LENGTHS, LENGTHS, LENGTHS, SHARES)
def test_more_is_expected_from_day_to_day_and_all_on_the_last(
    start: date, length: timedelta, one: timedelta, other: timedelta, share: float
) -> None:
    end = start + length
    earlier, later = sorted((start + one, start + other))

    before, after = (pace(start, end, day, share) for day in (earlier, later))

    assert 0 < before.expected <= after.expected <= 1
    assert pace(start, end, end, share).expected == 1


@given(DAYS, LENGTHS, LENGTHS, SHARES, SHARES)
def test_more_progress_is_never_a_worse_pace(
    start: date, length: timedelta, gone: timedelta, one: float, other: float
) -> None:
    end, (less, more) = start + length, sorted((one, other))

    worse, better = (pace(start, end, start + gone, share).track for share in (less, more))

    assert BETTER.index(worse) <= BETTER.index(better)
