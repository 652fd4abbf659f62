"""Many values at once are judged as one by one."""

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scorecard.number import snap, snap_exact
from scorecard.scoring import Criterion, judge
from scorecard.scoring_arrays import CODES, judge_many
from scorecard.snapping import BLOCK, snap_many
from scorecard.vocabulary import Direction, Missing

WIDE = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15)
TYPED = st.integers(-(10**7), 10**7).map(lambda n: n / 1000)
NEAR = st.sampled_from([99.9, 99.99999, 100.0, 100.00001, 90.0, 89.9999999, 0.0, 110.0, 1.0])
NUMBERS = TYPED | NEAR | WIDE
SOME = st.none() | TYPED


#: Targets that twelve digits cannot say, such as a month of a yearly one.
PARTS = st.tuples(st.integers(-(10**6), 10**6), st.sampled_from([3, 7, 12, 31, 53])).map(
    lambda pair: Fraction(*pair)
)


@st.composite
def shared_out(draw: st.DrawFn) -> Criterion:
    target = draw(PARTS)
    direction = draw(st.sampled_from([Direction.HIGHER, Direction.LOWER, Direction.EXACT]))
    return Criterion(direction, target=snap_exact(target), exact=(("target", target),))


@st.composite
def criteria(draw: st.DrawFn) -> Criterion:
    low, high = sorted((draw(TYPED | NEAR), draw(TYPED | NEAR)))
    return Criterion(
        draw(st.sampled_from(list(Direction))),
        target=draw(st.none() | TYPED | NEAR),
        low=low,
        high=high,
        green=draw(SOME),
        amber=draw(SOME),
        amber_low=draw(SOME),
        baseline=draw(SOME),
        strict=draw(st.booleans()),
        green_strict=draw(st.booleans()),
        amber_strict=draw(st.booleans()),
    )


#: Where the range has no width, both its ends turn one value away, each in its own way.
NO_WIDTH = Criterion(Direction.RANGE, low=99.99999, high=99.99999, baseline=0.0, green_strict=True)


def one_by_one(
    values: Sequence[float | None], criterion: Criterion | None
) -> list[tuple[str, float | None]]:
    cells = [Missing("no_data") if value is None else value for value in values]
    return [(j.status.value, j.score) for j in (judge(cell, criterion) for cell in cells)]


def at_once(
    values: Sequence[float | None], criterion: Criterion | None
) -> list[tuple[str, float | None]]:
    cells = np.array([np.nan if value is None else value for value in values])
    codes, scores = judge_many(cells, [criterion])
    return [
        (CODES[code].value, None if np.isnan(score) else float(score))
        for code, score in zip(codes, scores, strict=True)
    ]


@given(st.lists(st.none() | NUMBERS, min_size=1, max_size=8), st.none() | criteria() | shared_out())
@example([99.99999], NO_WIDTH)
def test_many_values_are_judged_as_one_by_one(
    values: list[float | None], criterion: Criterion | None
) -> None:
    assert at_once(values, criterion) == one_by_one(values, criterion)


@given(st.lists(st.tuples(NUMBERS, criteria()), min_size=1, max_size=8))
def test_each_cell_may_have_its_own_criterion(cells: list[tuple[float, Criterion]]) -> None:
    values, own = np.array([value for value, _ in cells]), [criterion for _, criterion in cells]

    codes, _ = judge_many(values, own, np.arange(len(cells)))

    assert [CODES[code] for code in codes] == [judge(v, c).status for v, c in cells]


@given(st.lists(st.floats() | TYPED, min_size=1, max_size=20))
def test_an_array_is_snapped_as_its_values(values: list[float]) -> None:
    snapped = snap_many(np.array(values))

    assert [repr(float(value)) for value in snapped] == [repr(snap(value)) for value in values]


@given(st.lists(st.floats() | TYPED, max_size=20))
def test_what_is_hard_to_snap_is_snapped_rightly_among_others(values: list[float]) -> None:
    powers = [float(f"1e{power}") for power in range(-24, 25)]
    beside = [math.nextafter(power, end) for power in powers for end in (0.0, math.inf)]
    ties = [float(f"-1234567890{n}.5e{power}") for n in (12, 13) for power in range(-24, 4)]
    extremes = [0.0, -0.0, 5e-324, 2.5e-308, 1.7e308, math.inf, -math.inf]
    numbers = [*values, *powers, *beside, *ties, *extremes]

    snapped = snap_many(np.array(numbers))

    assert [repr(float(value)) for value in snapped] == [repr(snap(value)) for value in numbers]


def beside(numbers: Sequence[float]) -> list[float]:
    """Numbers with the floats next to them, of both signs."""
    near = [math.nextafter(number, end) for number in numbers for end in (-math.inf, math.inf)]
    return [sign * number for number in (*numbers, *near) for sign in (1.0, -1.0)]


#: Twelve digits and a half: exactly between two snapped numbers, in every size of number.
TIES = st.builds(
    lambda digits, power: float(f"{digits}.5e{power}"),
    st.integers(10**11, 10**12 - 1),
    st.integers(-335, 296),
)
POWERS_OF_TEN = st.integers(-324, 308).map(lambda power: float(f"1e{power}"))
SUBNORMAL = st.floats(5e-324, 2.3e-308)
FIFTEEN_DIGITS = st.integers(10**14, 10**15 - 1).map(float)
HARD = {
    "ties": TIES,
    "powers of ten": POWERS_OF_TEN,
    "subnormal numbers": SUBNORMAL,
    "whole numbers of fifteen digits": FIFTEEN_DIGITS,
    "ties of whole numbers": st.integers(10**11, 10**12 - 1).map(lambda n: n * 1000.0 + 500),
    "fifteen digits with decimals": st.builds(
        lambda digits, places: float(f"{digits}e-{places}"),
        st.integers(10**14, 10**15 - 1),
        st.integers(0, 30),
    ),
}


@pytest.mark.parametrize("kind", HARD)
@given(st.data())
def test_numbers_beside_which_a_float_goes_wrong_are_snapped_as_decimals(
    kind: str, data: st.DataObject
) -> None:
    numbers = beside(data.draw(st.lists(HARD[kind], min_size=1, max_size=20)))

    snapped = snap_many(np.array(numbers))

    assert [repr(float(value)) for value in snapped] == [as_decimal(value) for value in numbers]


def as_decimal(value: float) -> str:
    """A float at twelve digits, half-even: a tie is what its shortest digits call one."""
    said = Decimal(repr(value))
    number = said if len(said.as_tuple().digits) <= 13 else Decimal(value)
    with localcontext(prec=12, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999):
        return repr(float(+number) + 0.0)


def test_an_array_of_several_blocks_is_snapped_in_all_of_them() -> None:
    numbers = np.random.default_rng(1).normal(size=2 * BLOCK + 3) * 1000
    hard = [0.0, -0.0, math.nan, math.inf, 1e15 + 5, 123456789012.5, 1e-30 / 3]
    for start in (0, BLOCK - 3, 2 * BLOCK - 4):
        numbers[start : start + len(hard)] = hard

    snapped = snap_many(numbers)

    np.testing.assert_array_equal(snapped, [snap(value) for value in numbers.tolist()])


@given(shared_out(), st.integers(-(10**9), 10**9))
def test_a_score_so_near_a_tie_that_a_float_cannot_tell_is_worked_out_exactly(
    criterion: Criterion, thousandths: int
) -> None:
    values: list[float | None] = [thousandths / 1000]

    assert at_once(values, criterion) == one_by_one(values, criterion)


def test_no_values_are_judged_without_trouble() -> None:
    assert judge_many(np.array([]), [None]).codes.size == 0
