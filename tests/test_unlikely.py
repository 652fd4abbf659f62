"""Entries far from the ones before them: what is warned of, and what is not (R-NUMBER-11)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.board import Board, assembled
from scorecard.check.unlikely import earlier_values, unlikely_entries
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, KpiVersion, Measure, Org, Record
from scorecard.number import unlikely
from scorecard.period import Period
from scorecard.text import LANGUAGES, sentence
from scorecard.trouble import Level
from scorecard.vocabulary import Direction, Words

COMPANY = Org("co", Words("公司", "Company"))
PIECES = Measure("m", Words("件數", "Pieces"), "件")
NUMBERS = st.integers(1, 10**6).map(lambda n: n / 100)


def entry(period: str, value: float | None) -> Entry:
    return Entry("m", "co", period, value)


def warned(*entries: Entry, about: Record = PIECES, more: tuple[Record, ...] = ()) -> list[str]:
    """The periods that are warned of when the entries come into an empty document."""
    edits = [Edit(None, each) for each in entries]
    board = assembled([COMPANY, about, *more]).after(edits)
    return [found.key[2] for found in unlikely_entries(board, edits)]


BEFORE = [entry(f"2026-0{month}", 1000.0) for month in (1, 2, 3)]


@pytest.mark.parametrize(
    ("value", "asks"),
    [(12000.0, True), (10000.0, False), (9000.0, False), (100.0, False), (99.0, True)],
)
def test_a_value_ten_times_the_median_of_those_before_it_is_warned_of(
    value: float, asks: bool
) -> None:
    assert warned(*BEFORE, entry("2026-04", value)) == (["2026-04"] if asks else [])


def test_only_earlier_periods_say_what_is_likely() -> None:
    later = [entry(f"2026-0{month}", 1000.0) for month in (5, 6, 7)]

    assert warned(entry("2026-04", 12000.0), *later) == []


def test_a_month_without_a_value_is_passed_over() -> None:
    gap = [entry("2026-04", None)]

    assert warned(*BEFORE, *gap, entry("2026-05", 12000.0)) == ["2026-05"]


def test_what_an_edit_leaves_as_it_was_is_not_warned_of_again() -> None:
    board = assembled([COMPANY, PIECES]).after(
        Edit(None, each) for each in [*BEFORE, entry("2026-04", 12000.0)]
    )

    assert list(unlikely_entries(board, [Edit(None, entry("2026-03", 1000.0))])) == []


@pytest.mark.parametrize("unit", ["是/否", "Yes/No", "bool"])
def test_no_after_yes_is_not_unlikely(unit: str) -> None:
    answered = replace(PIECES, unit=unit)
    yes = [each._replace(value=1.0) for each in BEFORE]

    assert warned(*yes, entry("2026-04", 0.0), about=answered) == []


def test_no_after_yes_is_not_unlikely_where_a_kpi_asks_for_it() -> None:
    asking = KpiVersion("K", "v1", "2020-01", Words("K", "K"), formula="m", direction=Direction.YES)
    yes = [each._replace(value=1.0) for each in BEFORE]

    assert warned(*yes, entry("2026-04", 0.0), more=(asking,)) == []
    assert warned(*yes, entry("2026-04", 0.0)) == ["2026-04"]


@pytest.mark.parametrize(
    ("unit", "before", "value", "said"),
    [("件", 1000.0, 12000.0, ("12,000", "1,000")), ("%", 0.05, 0.95, ("95%", "5%"))],
)
def test_a_warning_names_place_value_and_median_in_both_languages(
    unit: str, before: float, value: float, said: tuple[str, str]
) -> None:
    edits = [Edit(None, each._replace(value=before)) for each in BEFORE]
    edits.append(Edit(None, entry("2026-04", value)))
    board: Board = assembled([COMPANY, replace(PIECES, unit=unit)]).after(edits)

    (found,) = unlikely_entries(board, edits)

    assert (found.level, found.where) == (Level.WARNING, "entry m co 2026-04")
    for language in LANGUAGES:
        text = sentence(found.trouble, language)
        assert all(number in text for number in said)


@given(st.lists(st.none() | NUMBERS, max_size=14), st.integers(0, 13))
def test_many_entries_are_asked_about_as_one_by_one(values: list[float | None], place: int) -> None:
    first = Period.parse("2025-01")
    entries = [entry(first.shifted(step).code, value) for step, value in enumerate(values)]
    board = assembled([COMPANY, PIECES]).after(Edit(None, each) for each in entries)
    series = board.series_of("m", "co")

    asked = [
        each.period
        for each in entries
        if each.value is not None
        and unlikely(earlier_values(series, Period.parse(each.period).number), each.value)
    ]

    assert warned(*entries) == asked


@given(st.lists(NUMBERS, min_size=3, max_size=8), NUMBERS, st.sampled_from([0.5, 4.0, 1024.0]))
def test_the_unit_of_a_measure_makes_no_value_unlikely(
    history: list[float], value: float, factor: float
) -> None:
    scaled = [each * factor for each in history]

    assert unlikely(scaled, value * factor) is unlikely(history, value)


def test_ten_times_a_long_number_is_likely() -> None:
    assert not unlikely([1234567890.12345] * 3, 12345678901.2345)


@pytest.mark.parametrize(
    ("value", "asks"),
    [(12345678901230.0, False), (12345678901231.0, True), (123456789012.3, False),
     (123456789012.2, True)],
)  # fmt: skip
def test_ten_times_a_median_of_thirteen_digits_is_told_to_the_last_one(
    value: float, asks: bool
) -> None:
    assert unlikely([1234567890123.0] * 3, value) is asks


@pytest.mark.parametrize(
    ("history", "value", "asks"),
    [
        # Medians that binary numbers cannot say: (0.1 + 0.2) / 2 is 0.15, a bit more in binary.
        pytest.param([0.1, 0.2, 0.1, 0.2], 1.5, False, id="ten times an even median"),
        pytest.param([0.1, 0.2, 0.1, 0.2], 1.50000000000001, True, id="a bit more than ten times"),
        pytest.param([0.1, 0.2, 0.1, 0.2], 0.015, False, id="a tenth of an even median"),
        pytest.param([0.1, 0.2, 0.1, 0.2], 0.0149999999999999, True, id="a bit less than a tenth"),
        pytest.param([0.1, 0.7, 0.3], 3.0, False, id="ten times an odd median"),
        pytest.param([0.1, 0.7, 0.3], 3.00000000000001, True, id="a bit more than ten odd ones"),
        pytest.param([9.0, 0.1, 0.1, 0.1, 0.2, 0.2, 0.2], 1.5, False, id="the last six alone"),
    ],
)
def test_exactly_ten_times_is_told_from_a_bit_more(
    history: list[float], value: float, asks: bool
) -> None:
    assert unlikely(history, value) is asks
