"""Laws of aggregation, for any cells."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.number import snap
from scorecard.series import aggregate, ratio
from scorecard.vocabulary import Method, Missing, Value

NUMBERS = st.integers(-(10**9), 10**9).map(lambda n: n / 1000)
CELLS: st.SearchStrategy[list[Value]] = st.lists(NUMBERS | st.just(Missing("no_data")), max_size=20)
SPLITTABLE = [(Method.SUM, Method.SUM), (Method.MAX, Method.MAX), (Method.MIN, Method.MIN),
              (Method.COUNT, Method.SUM), (Method.LAST, Method.LAST)]  # fmt: skip


@pytest.mark.parametrize(("method", "over_parts"), SPLITTABLE)
@given(cells=CELLS, more=CELLS)
def test_a_split_gives_the_same_as_the_whole(
    method: Method, over_parts: Method, cells: list[Value], more: list[Value]
) -> None:
    parts: list[Value] = [aggregate(method, part).value for part in (cells, more)]

    whole = aggregate(method, [*cells, *more]).value

    assert aggregate(over_parts, parts).value == whole


@given(cells=CELLS, factor=st.sampled_from([0.5, 4.0, 0.1, 100.0]))
def test_a_sum_scales_with_its_unit(cells: list[Value], factor: float) -> None:
    scaled: list[Value] = [c if isinstance(c, Missing) else snap(c * factor) for c in cells]

    total, other = (aggregate(Method.SUM, side).value for side in (cells, scaled))

    assert other == (total if isinstance(total, Missing) else snap(total * factor))


@given(cells=CELLS)
def test_an_average_lies_between_the_least_and_the_greatest(cells: list[Value]) -> None:
    average, least, greatest = (
        aggregate(method, cells).value for method in (Method.AVERAGE, Method.MIN, Method.MAX)
    )

    if not isinstance(average, Missing):
        assert not isinstance(least, Missing)
        assert not isinstance(greatest, Missing)
        assert least <= average <= greatest


@given(cells=CELLS, more=CELLS)
def test_averages_of_parts_weighted_by_their_cells_are_the_average_of_the_whole(
    cells: list[Value], more: list[Value]
) -> None:
    parts = [aggregate(Method.AVERAGE, part) for part in (cells, more)]
    counts: list[Value] = [float(part.have) for part in parts]

    whole = aggregate(Method.AVERAGE, [*cells, *more]).value

    by_parts = aggregate(Method.WEIGHTED, [part.value for part in parts], counts).value
    assert by_parts == (
        whole if isinstance(whole, Missing) else pytest.approx(whole, rel=1e-11, abs=1e-3)
    )


PAIRS: st.SearchStrategy[list[tuple[Value, Value]]] = st.lists(
    st.tuples(NUMBERS | st.just(Missing("no_data")), NUMBERS | st.just(Missing("no_data"))),
    max_size=20,
)


def exact_ratio(pairs: list[tuple[Value, Value]]) -> float | None:
    """The sum over the sum of the whole pairs, in fractions."""
    whole = [(a, b) for a, b in pairs if not isinstance(a, Missing) and not isinstance(b, Missing)]
    above = sum((Fraction(repr(a)) for a, _ in whole), Fraction())
    below = sum((Fraction(repr(b)) for _, b in whole), Fraction())
    return float(above / below) if below else None


@given(pairs=PAIRS)
def test_a_ratio_of_sums_is_the_ratio_of_the_totals(pairs: list[tuple[Value, Value]]) -> None:
    found = ratio([above for above, _ in pairs], [below for _, below in pairs]).value

    expected = exact_ratio(pairs)
    if expected is None:
        assert isinstance(found, Missing)
    else:
        assert found == pytest.approx(expected, rel=1e-11)


@given(pairs=PAIRS, factor=st.sampled_from([0.5, 4.0, 0.1, 100.0]))
def test_a_ratio_does_not_depend_on_the_unit_of_its_inputs(
    pairs: list[tuple[Value, Value]], factor: float
) -> None:
    def scaled(cells: list[Value]) -> list[Value]:
        return [cell if isinstance(cell, Missing) else snap(cell * factor) for cell in cells]

    above, below = [a for a, _ in pairs], [b for _, b in pairs]

    assert ratio(scaled(above), scaled(below)) == ratio(above, below)


@given(pairs=PAIRS)
def test_a_ratio_of_parts_of_a_whole_lies_between_those_of_its_cells(
    pairs: list[tuple[Value, Value]],
) -> None:
    whole = [
        (min(abs(a), abs(b)), abs(b))
        for a, b in pairs
        if not isinstance(a, Missing) and not isinstance(b, Missing) and b != 0
    ]
    shares = [a / b for a, b in whole]

    found = ratio([a for a, _ in whole], [b for _, b in whole]).value

    if shares:
        assert isinstance(found, float)
        assert snap(min(shares)) <= found <= snap(max(shares))
