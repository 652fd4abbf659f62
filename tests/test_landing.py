"""Where a year lands by its own rule, worked out by hand."""

from fractions import Fraction

from scorecard.landing import Expected, Outlook, land, landed
from scorecard.number import exact
from scorecard.scoring import Criterion
from scorecard.vocabulary import Direction, Method
from scorecard.year import Part, Peak, averaged, divided, ended

HIGHER = Direction.HIGHER


def test_an_average_lands_at_the_mean_of_what_was_and_what_is_expected() -> None:
    ten = [(Fraction(1), Fraction(70))] * 10

    found = landed(
        averaged(ten, [Fraction(1)] * 2), Expected([70, 76], [2, 4]), Criterion(HIGHER, 75)
    )

    # The mean is 846 / 12, give or take (2 + 4) / 12.
    assert (found.value, found.low, found.high) == (70.5, 70, 71)
    assert (found.outlook, found.needed_per_period) == (Outlook.OFF_COURSE, 100)


def test_a_ratio_lands_where_its_two_sums_do() -> None:
    above = Part(Method.SUM, [Fraction(855)], [exact(90.5), Fraction(91)])
    below = Part(Method.SUM, [Fraction(1000)], [Fraction(100), Fraction(200)])

    found = divided(above, below)

    assert found is not None
    landing = landed(found[0], Expected([0.9, 0.45], [0.01, 0.02], found[1]), Criterion(HIGHER, 1))
    # 1036.5 / 1300; each error counts as its denominator: (100 · 0.01 + 200 · 0.02) / 1300.
    assert landing.value == 0.797307692308
    assert (landing.low, landing.high) == (0.793461538462, 0.801153846154)


def test_a_ratio_of_two_averages_counts_each_period_by_its_denominator() -> None:
    above = Part(Method.AVERAGE, [Fraction(6), Fraction(6)], [Fraction(9)])
    below = Part(Method.AVERAGE, [Fraction(10), Fraction(10)], [Fraction(10)])

    found = divided(above, below)

    assert found is not None
    landing = landed(found[0], Expected([0.9], [0.3], found[1]), Criterion(HIGHER, 0.8))
    # 7 / 10, give or take a third of 0.3; (0.8 · 30 - 12) / 10 is needed.
    assert (landing.value, landing.low, landing.high) == (0.7, 0.6, 0.8)
    assert landing.needed_per_period == 1.2


def test_a_last_value_lands_at_the_forecast_of_the_last_period() -> None:
    found = landed(ended(2), Expected([5, 6], [1, 2]), Criterion(HIGHER, 8))

    assert (found.value, found.low, found.high) == (6, 4, 8)
    assert (found.outlook, found.needed_per_period) == (Outlook.UNCERTAIN, 8)


def test_a_ratio_of_last_values_lands_where_both_do() -> None:
    above = Part(Method.LAST, [Fraction(30)], [Fraction(31), Fraction(33)])
    below = Part(Method.LAST, [Fraction(60)], [Fraction(60), Fraction(66)])

    found = divided(above, below)

    assert found is not None
    landing = landed(found[0], Expected([0.5, 0.6], [0.1, 0.2], found[1]), Criterion(HIGHER, 0.4))
    assert (landing.value, landing.low, landing.high) == (0.5, 0.3, 0.7)


def test_a_highest_period_lands_at_the_highest_of_all() -> None:
    found = landed(Peak(Fraction(8), upward=True), Expected([9, 7], [2, 1]), Criterion(HIGHER, 10))

    # At least 8, which was; at most 9 + 2.
    assert (found.value, found.low, found.high) == (9, 8, 11)


def test_a_denominator_of_zero_has_no_landing() -> None:
    nothing = Part(Method.SUM, [Fraction(0)], [Fraction(0)])

    assert divided(Part(Method.SUM, [Fraction(1)], [Fraction(1)]), nothing) is None


def test_a_share_lands_between_nothing_and_the_whole() -> None:
    above = Part(Method.SUM, [Fraction(99)], [Fraction(105)])
    below = Part(Method.SUM, [Fraction(100)], [Fraction(100)])

    found = divided(above, below)

    assert found is not None
    landing = landed(
        found[0], Expected([1], [0.1], found[1]), Criterion(HIGHER, 0.9), bounds=(0, 1)
    )
    # 204 of 200 is expected; with at most all of the last 100 it is 199.
    assert (landing.value, landing.high) == (0.995, 0.995)


def test_what_is_certain_needs_no_interval() -> None:
    met = land([60, 40], Expected([1, 1], []), Criterion(HIGHER, 90), bounds=(0, None))
    missed = land([60, 40], Expected([1, 1], []), Criterion(Direction.ZERO))

    assert (met.outlook, met.needed_per_period) == (Outlook.ON_COURSE, 0)
    assert (missed.outlook, missed.needed_per_period) == (Outlook.OFF_COURSE, None)
