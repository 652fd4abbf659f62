"""Snapping, showing and doubting numbers: every worked case, and by hand."""

import json
import math
from decimal import Decimal
from pathlib import Path
from typing import Any  # the worked cases are JSON of many shapes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.exactness import is_exact
from scorecard.number import Mode, Style, plain, recent_median, show, show_judged, snap, unlikely
from scorecard.reading.entry import read_number, read_percent
from scorecard.reading.outcome import Read

EXAMPLES = Path(__file__).parent / "measurement" / "examples" / "number.json"
CASES = [
    c
    for c in json.loads(EXAMPLES.read_text("utf-8"))
    if c["given"]["op"] not in ("parse_number", "display_judged")
]
STYLES: tuple[Style, ...] = ("plain", "percent", "wan", "kmb")
#: Numbers that can be typed: at most 15 digits, none far beyond what anybody counts.
TYPED = st.decimals(min_value=-(10**9), max_value=10**9, places=5).map(float)


def answer(case: dict[str, Any]) -> dict[str, object]:
    asked = case["given"]
    match asked["op"]:
        case "float_sum":
            return {"value": snap(sum(float(x) for x in asked["values"]))}
        case "display":
            style, mode = asked["style"], asked["mode"]
            shown = show(float(asked["value"]), decimals=asked["decimals"], style=style, mode=mode)
            return {"text": shown}
    return {"ask": unlikely([float(x) for x in asked["history"]], float(asked["value"]))}


@pytest.mark.parametrize("case", CASES, ids=[c["id"] for c in CASES])
def test_a_number_is_treated_as_in_the_worked_case(case: dict[str, Any]) -> None:
    expected = dict(case["expect"])
    if "value" in expected:
        expected["value"] = float(expected["value"])

    assert answer(case) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(2 / 3, 0.666666666667, id="a quotient"),
        pytest.param((1 / 3) * 3, 1.0, id="a third three times"),
        pytest.param(0.1234567890125, 0.123456789012, id="a tie goes to the even digit"),
        pytest.param(0.1234567890135, 0.123456789014, id="a tie goes up to the even digit"),
        pytest.param(12345.0, 12345.0, id="a short number stays"),
        pytest.param(1e300, 1e300, id="a large one"),
    ],
)
def test_a_computed_number_keeps_twelve_digits(value: float, expected: float) -> None:
    assert snap(value) == expected


def test_negative_zero_is_stored_as_zero() -> None:
    assert str(snap(-0.0)) == "0.0"


@pytest.mark.parametrize(
    ("value", "decimals", "style", "mode", "expected"),
    [
        (-2.5, 0, "plain", "half_up", "-3"),
        (-2.5, 0, "plain", "half_even", "-2"),
        (0.125, 2, "plain", "half_even", "0.12"),
        (2.675, 2, "plain", "half_up", "2.68"),
        (1234567.5, 1, "plain", "half_up", "1,234,567.5"),
        (12.345, 1, "percent", "half_up", "1,234.5%"),
        (9999.96, 1, "wan", "half_up", "1萬"),
        (12345, 0, "wan", "half_up", "1.2萬"),
        (-120000000, 0, "wan", "half_up", "-1.2億"),
        (999.95, 1, "kmb", "half_up", "1K"),
        (100, 0, "kmb", "half_up", "100"),
        (2500000000, 0, "kmb", "half_up", "2.5B"),
    ],
)
def test_a_number_is_rounded_as_on_paper(
    value: float, decimals: int, style: Style, mode: Mode, expected: str
) -> None:
    assert show(value, decimals=decimals, style=style, mode=mode) == expected


def test_a_value_just_below_its_target_is_not_shown_as_the_target() -> None:
    shown = show_judged(0.9796, at_least=[0.98, 0.93], decimals=1, style="percent")

    assert shown == "97.96%"


def test_a_value_just_above_an_upper_limit_is_not_shown_as_the_limit() -> None:
    assert show_judged(5.02, at_most=[5.0, 5.5], decimals=1) == "5.02"


@pytest.mark.parametrize(("mode", "text"), [("half_up", "0.13"), ("half_even", "0.12")])
def test_a_value_beside_its_limit_is_rounded_in_the_way_that_is_asked_for(
    mode: Mode, text: str
) -> None:
    assert show_judged(0.125, at_least=[0.05], decimals=2, mode=mode) == text


def test_a_value_on_the_good_side_keeps_its_decimals() -> None:
    assert show_judged(0.9804, at_least=[0.98], decimals=1, style="percent") == "98.0%"


def test_a_value_just_above_a_strict_zero_is_not_shown_as_zero() -> None:
    assert show_judged(0.04, at_most=[0.0], decimals=1) == "0.04"


def test_a_shortened_value_does_not_pass_its_target_either() -> None:
    assert show_judged(9_960_000, at_least=[10_000_000], decimals=0, style="kmb") == "9.96M"


@pytest.mark.parametrize(
    ("history", "value", "asks"),
    [
        pytest.param([900, 1000, 1100], 9000, False, id="nine times"),
        pytest.param([900, 1000, 1100], 10000, False, id="exactly ten times"),
        pytest.param([900, 1000, 1100], 99, True, id="less than a tenth"),
        pytest.param([900, 1000, 1100], 100, False, id="exactly a tenth"),
        pytest.param([888.599] * 3, 88.8599, False, id="a tenth that binary lays above"),
        pytest.param([519.502] * 3, 5195.02, False, id="ten times that binary lays below"),
        pytest.param([0.5, 0.5, 0.5], 6, True, id="small numbers"),
        pytest.param([900, 1100], 99999, False, id="too few values"),
        pytest.param([-5, 0, 5], 99999, False, id="median not above zero"),
        pytest.param([1, 1, 1, 500, 600, 700, 800, 900, 1000], 20, True, id="only the last six"),
    ],
)
def test_an_entry_far_from_the_last_six_asks(
    history: list[float], value: float, asks: bool
) -> None:
    assert unlikely(history, value) is asks


@pytest.mark.parametrize(
    ("history", "middle"),
    [
        ([1, 2], None),
        ([3, 1, 2], 2),
        ([4, 1, 3, 2], 2.5),
        ([5, 1, 4, 2, 3], 3),
        ([100, 6, 1, 5, 2, 4, 3], 3.5),
    ],
)
def test_the_middle_of_the_last_six_is_their_median(
    history: list[float], middle: float | None
) -> None:
    assert recent_median(history) == middle


def test_a_whole_number_is_a_whole_number_in_json() -> None:
    assert repr([plain(5.0), plain(0.5), plain(-0.0)]) == "[5, 0.5, 0]"
    assert repr([plain(1e15), plain(1e15 - 1)]) == "[1000000000000000.0, 999999999999999]"


def test_below_the_first_unit_a_shortened_number_has_the_decimals_asked_for() -> None:
    assert show(1234.56, decimals=0, style="wan") == "1,235"
    assert show(123456, decimals=0, style="wan") == "12.3萬"


@pytest.mark.parametrize("style", STYLES)
def test_numbers_of_any_size_can_be_shown(style: Style) -> None:
    for value in (1.7e308, -1.7e308, 5e-324, 123456789012345.6e20):
        assert show(value, decimals=2, style=style)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_snapping_twice_changes_nothing(value: float) -> None:
    assert snap(snap(value)) == snap(value)


@given(TYPED)
def test_a_number_that_is_shown_in_full_is_read_back(value: float) -> None:
    assert read_number(show(value, decimals=5)) == Read(value)


@given(TYPED)
def test_a_percentage_that_is_shown_in_full_is_read_back(value: float) -> None:
    assert read_percent(show(value, decimals=5, style="percent")) == Read(value)


#: From where on the units are taken, largest first, and the tenth of each that is shown.
TENTHS = {
    "wan": ((1e8, Decimal(10**7)), (1e4, Decimal(10**3)), (0, Decimal("0.1"))),
    "kmb": ((1e9, Decimal(10**8)), (1e6, Decimal(10**5)), (1e3, Decimal(100)), (0, Decimal("0.1"))),
}


def says_all(value: float, style: Style) -> bool:
    """Whether one decimal of the unit that is shown says the number whole."""
    tenth = next(tenth for start, tenth in TENTHS[style] if abs(value) >= start)
    return Decimal(repr(value)) % tenth == 0


#: Round numbers of every size, and others.
SHORTENED = st.tuples(st.integers(-(10**5), 10**5), st.integers(-3, 9)).map(
    lambda digits: float(f"{digits[0]}e{digits[1]}") + 0.0
)


@given(SHORTENED, st.sampled_from(["wan", "kmb"]), st.sampled_from(["half_up", "half_even"]))
def test_a_shortened_number_is_read_back_exactly_where_nothing_is_cut_off(
    value: float, style: Style, mode: Mode
) -> None:
    read = read_number(show(value, decimals=1, style=style, mode=mode))

    assert isinstance(read, Read)
    assert (read.value == value) is says_all(value, style)


@given(SHORTENED, st.sampled_from(["wan", "kmb"]))
def test_a_shortened_number_is_off_by_a_twentieth_at_most(value: float, style: Style) -> None:
    read = read_number(show(value, decimals=1, style=style))

    assert isinstance(read, Read)
    exact = Decimal(repr(value))
    assert abs(Decimal(repr(read.value)) - exact) * 20 <= max(Decimal(1), abs(exact))


@given(TYPED, TYPED)
def test_a_shown_value_is_on_the_same_side_of_its_target(value: float, target: float) -> None:
    shown = read_number(show_judged(value, at_least=[target], decimals=0))

    assert isinstance(shown, Read)
    assert (shown.value >= target) == (value >= target)


@pytest.mark.parametrize(
    ("value", "exact"),
    [(123456789012.345, True), (1e300, True), (0.1 + 0.2, False), (math.inf, False)],
)
def test_what_fifteen_digits_do_not_say_is_not_exact(value: float, exact: bool) -> None:
    assert is_exact(value) is exact
