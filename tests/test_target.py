"""Targets: their text, the version in force, the number for a view, spread and advice."""

import json
from datetime import date
from math import fsum
from pathlib import Path
from typing import Any  # the worked cases are JSON of many shapes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.number import snap
from scorecard.period import Calendar, Period, first_day
from scorecard.reading.outcome import Ask, Read
from scorecard.reading.target import read_target
from scorecard.target import Aim, elapsed, for_view, in_force, read_aim, write_aim
from scorecard.target_advice import advise
from scorecard.target_spread import spread_even, spread_seasonal
from scorecard.trouble import Refused
from scorecard.vocabulary import Direction, Frequency

EXAMPLES = Path(__file__).parent / "measurement" / "examples" / "target.json"
CASES = [c for c in json.loads(EXAMPLES.read_text("utf-8")) if c["given"]["op"] != "parse_target"]
CALENDAR = Calendar()
NUMBERS = st.floats(allow_nan=False, allow_infinity=False).map(lambda x: x + 0.0)
COMPARED = st.builds(
    Aim, st.sampled_from([Direction.HIGHER, Direction.LOWER]), NUMBERS, strict=st.booleans()
)
AIMS = st.one_of(
    COMPARED,
    st.builds(Aim, st.none(), NUMBERS),
    st.builds(Aim, st.just(Direction.EXACT), NUMBERS.filter(bool)),
    st.tuples(NUMBERS, NUMBERS).map(
        lambda ends: Aim(Direction.RANGE, low=min(ends), high=max(ends))
    ),
    st.builds(Aim, st.just(Direction.IMPROVE), base=st.sampled_from(["last_year", "previous"])),
    st.builds(
        Aim, st.just(Direction.BUDGET), measure=st.from_regex(r"[a-z_]{1,20}", fullmatch=True)
    ),
    st.just(Aim(Direction.YES, 1.0)),
    st.just(Aim(Direction.ZERO, 0.0)),
)


def viewed(asked: dict[str, Any]) -> float:
    view = asked["view"]
    kinds = set(Frequency)
    return for_view(
        float(asked["value"]),
        Frequency(asked["basis"]),
        Frequency(view) if view in kinds else Period.parse(view),
        asked["additive"],
        CALENDAR,
    )


def spread(asked: dict[str, Any]) -> dict[str, object]:
    total = float(asked["total"])
    if "last_year" not in asked:
        return {"parts": list(spread_even(total, asked["parts"]).parts)}
    found = spread_seasonal(total, [float(x) for x in asked["last_year"]])
    return {"parts": list(found.parts), "reason": found.reason}


def answer(case: dict[str, Any]) -> dict[str, object]:
    asked = case["given"]
    match asked["op"]:
        case "target_in_force":
            versions = [(date.fromisoformat(v["from"]), v["value"]) for v in asked["versions"]]
            day = first_day(asked["period"], CALENDAR)
            return {"value": float(in_force(versions, day) or "nan")}
        case "period_target":
            return {"value": viewed(asked)}
        case "elapsed_target":
            return {"value": elapsed(float(asked["value"]), asked["elapsed"], asked["periods"])}
        case "spread":
            return spread(asked)
    history = [float(x) for x in asked["history"]]
    advice = advise(history, Direction(asked["better"]), float(asked["candidate"]))
    return {} if advice is None else advice._asdict()


def number(expected: object) -> object:
    if isinstance(expected, list):
        return [number(item) for item in expected]
    if isinstance(expected, str) and expected.replace(".", "").isdigit():
        return float(expected)
    return expected


@pytest.mark.parametrize("case", CASES, ids=[c["id"] for c in CASES])
def test_a_target_counts_as_in_the_worked_case(case: dict[str, Any]) -> None:
    found = answer(case)

    assert {key: found[key] for key in case["expect"]} == {
        key: number(value) for key, value in case["expect"].items()
    }


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        (">=0.35", Aim(Direction.HIGHER, 0.35)),
        ("<=45", Aim(Direction.LOWER, 45.0)),
        (">0", Aim(Direction.HIGHER, 0.0, strict=True)),
        ("0.95..1.05", Aim(Direction.RANGE, low=0.95, high=1.05)),
        ("-5..-1", Aim(Direction.RANGE, low=-5.0, high=-1.0)),
        ("=1", Aim(Direction.EXACT, 1.0)),
        ("=0", Aim(Direction.ZERO, 0.0)),
        ("yes", Aim(Direction.YES, 1.0)),
        ("improve:last_year", Aim(Direction.IMPROVE, base="last_year")),
        ("budget:kwh_budget", Aim(Direction.BUDGET, measure="kwh_budget")),
        ("12", Aim(None, 12.0)),
    ],
)
def test_a_stored_target_is_understood(text: str, aim: Aim) -> None:
    assert read_aim(text) == aim
    assert write_aim(aim) == text


@pytest.mark.parametrize(
    "text",
    ["", "abc", ">=", ">=1e999", "1...2", "improve:", "improve:never", "budget:", "≥1", "1,000"],
)
def test_a_target_in_no_known_form_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_aim(text)

    assert refused.value.troubles[0].code == "not_an_aim"


def test_a_range_from_high_to_low_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read_aim("1.05..0.95")

    assert refused.value.troubles[0].code == "aim_order"


def test_no_target_is_in_force_before_the_first_one() -> None:
    assert in_force([(date(2025, 1, 1), "10")], date(2024, 12, 31)) is None


@pytest.mark.parametrize(
    ("value", "basis", "view", "expected"),
    [
        pytest.param(10, Frequency.MONTH, Frequency.YEAR, 120, id="month in a year"),
        pytest.param(120, Frequency.YEAR, Frequency.MONTH, 10, id="year in a month"),
        pytest.param(2, Frequency.DAY, Period.parse("2024-02"), 58, id="day in a leap February"),
        pytest.param(3, Frequency.WEEK, Period.parse("2025-02"), 12, id="week in four weeks"),
        pytest.param(520, Frequency.YEAR, Period.parse("2025-W10"), 10, id="year in a week"),
        pytest.param(7, Frequency.WEEK, Period.parse("2025-03-07"), 1, id="week in a day"),
        pytest.param(10, Frequency.MONTH, Period.parse("2025-Q2"), 30, id="month in a quarter"),
        pytest.param(0.1, Frequency.MONTH, Frequency.QUARTER, 0.3, id="without binary noise"),
    ],
)
def test_an_additive_target_grows_with_the_view(
    value: float, basis: Frequency, view: Frequency | Period, expected: float
) -> None:
    assert for_view(value, basis, view, True, CALENDAR) == expected


def test_a_target_for_the_year_to_date_counts_its_months() -> None:
    so_far = CALENDAR.year_to_date(Period.parse("2025-04"))

    assert for_view(10, Frequency.MONTH, so_far, True, CALENDAR) == 40


def test_last_year_with_a_gap_spreads_evenly_and_says_so() -> None:
    found = spread_seasonal(100, [10, None, 30])

    assert found == ((33.0, 34.0, 33.0), "even_instead")


def test_a_direction_that_is_not_said_is_asked_with_both_answers_ready() -> None:
    found = read_target("50 件/月")

    assert isinstance(found, Ask)
    assert [choice.aim for choice in found.choices] == [
        Aim(Direction.HIGHER, 50.0),
        Aim(Direction.LOWER, 50.0),
    ]


def test_a_target_that_is_read_can_be_stored() -> None:
    found = read_target("95-105%")

    assert isinstance(found, Read)
    assert found.value.aim == read_aim("0.95..1.05")


@pytest.mark.parametrize(
    ("candidate", "verdict"), [(96.256, "by_chance"), (87.744, "always_met"), (88, "by_chance")]
)
def test_a_target_within_the_process_limits_is_met_by_chance(
    candidate: float, verdict: str
) -> None:
    advice = advise([90, 92, 91, 93, 92, 94], Direction.HIGHER, candidate)

    assert advice is not None
    assert advice.verdict == verdict


def test_lower_is_better_turns_the_advice_round() -> None:
    advice = advise([90, 92, 91, 93, 92, 94], Direction.LOWER, 87)

    assert advice == (92, 91.25, 87.744, 96.256, "needs_change")


def test_five_values_are_too_few_for_advice() -> None:
    assert advise([1, 2, 3, 4, 5], Direction.HIGHER) is None


@given(AIMS)
def test_a_written_target_is_read_back(aim: Aim) -> None:
    assert read_aim(write_aim(aim)) == aim


@given(st.text(max_size=30))
def test_any_text_is_a_target_or_refused(text: str) -> None:
    try:
        aim = read_aim(text)
    except Refused:
        return

    assert read_aim(write_aim(aim)) == aim


@given(
    st.decimals(-(10**9), 10**9, places=2).map(float),
    st.integers(1, 53),
    st.integers(0, 2),
)
def test_the_parts_of_an_even_spread_add_up(total: float, parts: int, decimals: int) -> None:
    assert snap(fsum(spread_even(total, parts, decimals).parts)) == snap(total)


@given(
    st.decimals(-(10**9), 10**9, places=2).map(float),
    st.lists(st.none() | st.floats(-1, 1e6), min_size=1, max_size=12),
)
def test_the_parts_of_a_seasonal_spread_add_up(total: float, last_year: list[float | None]) -> None:
    assert snap(fsum(spread_seasonal(total, last_year).parts)) == snap(total)
