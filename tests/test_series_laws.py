"""Laws of aggregation, for any cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.number import snap
from scorecard.series import aggregate
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
