"""What it takes to meet a year's target, by the measure's own rule, worked out by hand."""

from fractions import Fraction
from itertools import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.needed import Needed, green, needed
from scorecard.number import exact
from scorecard.scoring import Criterion, is_strict
from scorecard.vocabulary import Direction, Method
from scorecard.year import Mix, Part, Peak, Year, added, averaged, divided, ended

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER
HIGHEST, LOWEST = Peak(Fraction(8), upward=True), Peak(Fraction(8), upward=False)


def fractions(*values: float) -> list[Fraction]:
    return list(map(exact, values))


def at_least(year: Year, target: float, *past: float) -> float | None:
    found = needed(year, Criterion(HIGHER, target), past)
    assert found is not None
    assert found.at_most is None
    return found.at_least


def at_most(year: Year, target: float) -> float | None:
    found = needed(year, Criterion(LOWER, target))
    assert found is not None
    assert found.at_least is None
    return found.at_most


def test_a_sum_needs_what_is_lacking_shared_out_over_the_periods_left() -> None:
    # (90 - 70) / 2, the example of R-FORECAST-9.
    assert at_least(added(fractions(30, 40), 2), 90) == 10


def test_a_sum_that_must_stay_low_may_have_the_rest() -> None:
    # A third of 36 - 24.
    assert at_most(added(fractions(10, 14), 3), 36) == 4


def test_an_average_needs_more_the_fewer_periods_are_left() -> None:
    ten = [(Fraction(1), value) for value in fractions(*repeat(70, 10))]

    # (75 · 12 - 700) / 2
    assert at_least(averaged(ten, fractions(1, 1)), 75) == 100


def test_a_weighted_average_needs_it_by_the_weights_expected() -> None:
    so_far = list(zip(fractions(1, 3), fractions(80, 90), strict=True))

    # 80 and 3 · 90 weigh 4; 6 more must bring (88 · 10 - 350) / 6.
    assert at_least(averaged(so_far, fractions(2, 4)), 88) == 88.3333333333


def ratio(above: list[Fraction], ahead: list[Fraction], below: Part, *more: int) -> Year:
    found = divided(Part(Method.SUM, above, ahead), below, *map(Fraction, more))
    assert found is not None
    return found[0]


def test_a_ratio_needs_it_over_the_denominator_expected() -> None:
    below = Part(Method.SUM, fractions(1000), fractions(100, 100))

    year = ratio(fractions(855), fractions(90, 90), below)

    # 0.9 of 1200 is 1080; 225 more of 200.
    assert at_least(year, 0.9) == 1.125


def test_what_is_lacking_to_one_needs_its_share_too() -> None:
    below = Part(Method.SUM, fractions(1000), fractions(100, 100))

    year = ratio(fractions(855), fractions(90, 90), below, -1, 1)

    # 1 - A / B: 120 of 1200 may be lacking, 145 of 1000 lack already.
    assert at_most(year, 0.1) == -0.125


def test_a_sum_per_head_needs_it_of_the_heads_at_the_end() -> None:
    heads = Part(Method.LAST, fractions(*repeat(50, 10)), fractions(50, 50))

    year = ratio(fractions(855), fractions(90, 90), heads)

    # 20 · 50 = 1000; 145 more of the 50 heads of two periods.
    assert at_least(year, 20) == 1.45


def test_a_last_value_needs_the_target_in_the_last_period() -> None:
    assert needed(ended(3), Criterion(HIGHER, 52)) == Needed(at_least=52, asks="last")


@pytest.mark.parametrize(
    ("year", "criterion", "said"),
    [
        (HIGHEST, Criterion(HIGHER, 10), Needed(at_least=10, asks="one")),
        (HIGHEST, Criterion(HIGHER, 8), Needed(met=True)),
        (HIGHEST, Criterion(HIGHER, 8, strict=True), Needed(at_least=8, asks="one")),
        (HIGHEST, Criterion(LOWER, 9), Needed(at_most=9)),
        (HIGHEST, Criterion(LOWER, 7), Needed(out_of_reach=True, missed=True)),
        (LOWEST, Criterion(LOWER, 7), Needed(at_most=7, asks="one")),
        (LOWEST, Criterion(LOWER, 8), Needed(met=True)),
        (LOWEST, Criterion(HIGHER, 7), Needed(at_least=7)),
        (LOWEST, Criterion(HIGHER, 9), Needed(out_of_reach=True, missed=True)),
    ],
    ids=["a high needs one", "has it", "strictly not", "each stays under", "was over",
         "a low needs one", "has it already", "each stays over", "was under"],
)  # fmt: skip
def test_the_highest_and_the_lowest_period_ask_for_one_or_for_each(
    year: Year, criterion: Criterion, said: Needed
) -> None:
    assert needed(year, criterion) == said


def test_a_range_asks_for_a_range() -> None:
    found = needed(added(fractions(81), 3), Criterion(Direction.RANGE, low=96, high=120))

    # A third of 96 - 81, and of 120 - 81.
    assert found is not None
    assert (found.at_least, found.at_most, found.single) == (5, 13, None)


def test_more_than_the_best_period_is_out_of_reach() -> None:
    found = needed(added(fractions(100), 2), Criterion(HIGHER, 124.8), [9, 11.9, 10])

    assert found == Needed(at_least=12.4, best=11.9, out_of_reach=True)


def test_less_than_the_best_period_is_out_of_reach_where_less_is_better() -> None:
    found = needed(added(fractions(30), 3), Criterion(LOWER, 36), [4, 3, 5])

    assert found == Needed(at_most=2, best=3, out_of_reach=True)


@pytest.mark.parametrize(("strict", "beyond"), [(False, False), (True, True)])
def test_as_good_as_the_best_is_in_reach_unless_it_must_be_passed(
    strict: bool, beyond: bool
) -> None:
    found = needed(added(fractions(20), 2), Criterion(HIGHER, 40, strict=strict), [8, 10, 2])

    assert found is not None
    assert (found.at_least, found.best, found.out_of_reach) == (10, 10, beyond)


def test_an_exact_target_beyond_all_periods_is_out_of_reach() -> None:
    found = needed(added(fractions(81), 3), Criterion(Direction.EXACT, 120), [9, 9, 8])

    assert found == Needed(at_least=13, at_most=13, best=9, out_of_reach=True)


def test_no_share_is_more_than_the_whole() -> None:
    below = Part(Method.SUM, fractions(1000), fractions(100, 100))
    year = ratio(fractions(855), fractions(90, 90), below)

    found = needed(year, Criterion(HIGHER, 0.9), [0.9], bounds=(0, 1))

    assert found == Needed(out_of_reach=True, missed=True)


def test_a_zero_target_that_is_missed_asks_for_nothing() -> None:
    missed = needed(added(fractions(0, 2), 3), Criterion(Direction.ZERO), [0, 2])
    kept = needed(added(fractions(0, 0), 3), Criterion(Direction.ZERO), [0, 0])

    assert missed == Needed(out_of_reach=True, missed=True)
    assert kept == Needed(at_most=0, best=0)


def test_counts_that_are_there_already_ask_for_nothing_more() -> None:
    found = needed(added(fractions(60, 40), 2), Criterion(HIGHER, 90), [60, 40], bounds=(0, None))

    assert found == Needed(at_least=0, met=True)


def test_counts_that_are_too_many_cannot_be_undone() -> None:
    found = needed(added(fractions(40), 3), Criterion(LOWER, 36), [40], bounds=(0, None))

    assert found == Needed(out_of_reach=True, missed=True)


@pytest.mark.parametrize(
    ("year", "criterion"),
    [
        (added(fractions(10), 0), Criterion(HIGHER, 20)),
        (added(fractions(10), 2), Criterion(Direction.NONE)),
        (added(fractions(10), 2), Criterion(HIGHER)),
        (added(fractions(10), 2), Criterion(Direction.YES)),
    ],
    ids=["nothing is left", "nothing is good", "there is no target", "it is yes or no"],
)
def test_nothing_is_asked_where(year: Year, criterion: Criterion) -> None:
    assert needed(year, criterion) is None


WEIGHTS = st.lists(st.integers(1, 50).map(Fraction), min_size=1, max_size=12)
AMOUNTS = st.integers(-(10**6), 10**6).map(lambda n: Fraction(n, 100))


@given(AMOUNTS, WEIGHTS, st.integers(1, 99).map(Fraction), st.integers(-999, 999))
def test_a_year_of_which_each_period_left_is_as_needed_just_meets_its_target(
    so_far: Fraction, weights: list[Fraction], whole: Fraction, target: int
) -> None:
    year = Mix(so_far, tuple(weights), whole)

    found = needed(year, Criterion(HIGHER, target))

    assert found is not None
    assert found.at_least is not None
    reached = year.made_of([exact(found.at_least)] * len(weights))
    # What is asked has twelve digits.
    assert float(reached) == pytest.approx(target, rel=1e-8, abs=1e-4)


@pytest.mark.parametrize("target_is_strict", [False, True])
def test_a_strict_green_limit_at_the_target_is_to_be_passed(target_is_strict: bool) -> None:
    criterion = Criterion(HIGHER, 90, green=90, green_strict=True, strict=target_is_strict)

    assert is_strict(green(criterion))
    assert green(criterion).target == 90


def test_a_target_without_a_strict_limit_is_to_be_reached() -> None:
    criterion = Criterion(HIGHER, 90, green=90)

    assert green(criterion) is criterion
    assert not is_strict(green(criterion))
