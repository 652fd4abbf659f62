"""Numbers as people read them, word for word, and never in contradiction to their colour."""

import json
from pathlib import Path
from typing import Any  # the worked cases are JSON of many shapes

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scorecard.evaluation import Cell
from scorecard.model.records import KpiVersion
from scorecard.number import snap
from scorecard.period import Period
from scorecard.reading.entry import read_number, read_percent
from scorecard.reading.outcome import Read
from scorecard.scoring import Criterion, faults, judge
from scorecard.shown import attainment_of, target_of, value_of
from scorecard.shown_scores import score_of
from scorecard.text import LANGUAGES
from scorecard.vocabulary import NO_WORDS, Direction, Missing
from tests.evaluation.boards import board, cell, kpi, measure, target

EXAMPLES = Path(__file__).parent / "measurement" / "examples"


def worked(file: str, op: str) -> list[Any]:
    """The cases of one operation of a file."""
    cases = json.loads((EXAMPLES / file).read_text("utf-8"))
    return [pytest.param(c["given"], c["expect"], id=c["id"]) for c in cases
            if c["given"]["op"] == op]  # fmt: skip


def seen(
    value: float | None,
    aim: str,
    unit: str = "",
    direction: Direction = Direction.HIGHER,
    decimals: int | None = None,
    *,
    ceiling: float | None = None,
) -> Cell:
    """A KPI with a value and a target."""
    version = kpi("m", direction, unit=unit, decimals=decimals, high_bound=ceiling)
    there = board(
        [measure("m"), version, target(aim)],
        {"m": {"2025-05": value}},
    )
    return cell(there, "2025-05")


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "zh", "en"),
    [
        (0.764, "%", 1, "76.4 %", "76.4 %"),
        (13_202_600, "TWD", 0, "$1,320.3 萬", "$13.2 M"),
        (5, "家", 0, "5 家", "5 companies"),
        (1, "家", 0, "1 家", "1 company"),
        (-0.5, "", 1, "−0.5", "−0.5"),
        (4.05, "/5", 2, "4.05 /5", "4.05 /5"),
        (512_057, "TWD/人", 0, "$51.2 萬/人", "$512.1 K/person"),
    ],
    ids=["percent", "money", "count", "one", "negative", "scale", "money per head"],
)
def test_a_value_is_shown_with_its_unit(
    value: float, unit: str, decimals: int, zh: str, en: str
) -> None:
    found = seen(value, ">=1", unit, decimals=decimals)

    assert str(value_of(found, "zh_TW")) == zh
    assert str(value_of(found, "en")) == en


@pytest.mark.parametrize(
    ("value", "aim", "shown", "goal"),
    [
        pytest.param(4.55, "<=4.2", "€4.55", "≤ €4.2", id="cents"),
        pytest.param(4.0, "<=4.25", "€4", "≤ €4.25", id="cents of the target alone"),
        pytest.param(398_200.5, "<=410000", "€398.2 K", "≤ €410K", id="thousands"),
        pytest.param(87.1234, "<=90", "€87.12", "≤ €90", id="a ratio"),
    ],
)
def test_small_money_keeps_its_cents(value: float, aim: str, shown: str, goal: str) -> None:
    found = seen(value, aim, "EUR", Direction.LOWER)

    assert (str(value_of(found, "en")), target_of(found, "en")) == (shown, goal)


def test_a_value_never_looks_as_if_it_lay_on_the_other_side_of_a_limit() -> None:
    found = seen(0.9796, ">=0.98", "%", decimals=1)

    assert str(value_of(found, "zh_TW")) == "97.96 %"


@pytest.mark.parametrize(("given", "expect"), worked("number.json", "display_judged"))
def test_a_value_is_shown_beside_its_limit_as_in_the_worked_case(
    given: dict[str, Any], expect: dict[str, Any]
) -> None:
    aim = given["target"]
    signs, units = {"higher": ">=", "lower": "<="}, {"percent": "%", "plain": ""}
    found = seen(
        float(given["value"]),
        f"{signs[aim['kind']]}{aim['value']}",
        units[given["style"]],
        Direction(aim["kind"]),
        given["decimals"],
        ceiling=float(aim["ceiling"]) if "ceiling" in aim else None,
    )

    for language in LANGUAGES:
        shown = value_of(found, language)
        assert shown is not None
        assert f"{shown.text}{shown.unit}" == expect["text"]
    assert found.status == expect["colour"]


NUMBERS = st.integers(-(10**6), 10**6).map(lambda n: n / 1000)
FINE = st.integers(-(10**12), 10**12).map(lambda n: n / 10**9)
ONE_SIDED = {Direction.HIGHER, Direction.LOWER}
AIMS = [d for d in Direction if d not in {Direction.YES, Direction.NONE}]

#: A value on a limit, a little beside it, and on the derived amber limit.
FACTORS = (1.0, 0.9999, 1.0001, 0.9, 0.8999, 1.1001)


@st.composite
def judged(draw: st.DrawFn) -> Cell:
    """Any KPI with any target, and a value that lies on a limit or a little beside one."""
    direction, near = draw(st.sampled_from(AIMS)), draw(NUMBERS)
    low, high = sorted((near, draw(NUMBERS)))
    criterion = Criterion(
        direction,
        target=near,
        low=low,
        high=high,
        green=draw(st.none() | NUMBERS) if direction in ONE_SIDED else None,
        amber=draw(st.none() | NUMBERS) if direction in {*ONE_SIDED, Direction.ZERO} else None,
        strict=draw(st.booleans()),
        green_strict=draw(st.booleans()),
        amber_strict=draw(st.booleans()),
        better=draw(st.sampled_from([None, Direction.HIGHER, Direction.LOWER])),
    )
    assume(faults(criterion) is None)
    beside = [limit for limit in (near, high, criterion.green, criterion.amber) if limit]
    value = draw(FINE | st.sampled_from([limit * x for limit in [1.0, *beside] for x in FACTORS]))
    unit, decimals = draw(st.sampled_from(["", "%", "TWD"])), draw(st.integers(0, 2))
    version = KpiVersion("K", "v1", "2000-01", NO_WORDS, unit=unit, decimals=decimals)
    return Cell(snap(value), version, Period.parse("2025-05"), criterion=criterion)


def read_back(found: Cell, language: str) -> float:
    """What somebody understands who reads the value of a cell."""
    shown = value_of(found, language)
    assert shown is not None
    text = f"{shown.text}{shown.unit}".replace("TWD", "")
    read = read_percent(text) if shown.unit == "%" else read_number(text)
    assert isinstance(read, Read), text
    return read.value


@given(judged(), st.sampled_from(LANGUAGES))
def test_what_is_shown_has_the_colour_of_what_is_stored(found: Cell, language: str) -> None:
    assert isinstance(found.value, float)

    seen_value = read_back(found, language)

    assert judge(seen_value, found.criterion).status == judge(found.value, found.criterion).status


def test_a_value_just_above_a_strict_limit_is_not_shown_as_the_limit() -> None:
    version = kpi("m", Direction.HIGHER, unit="%", decimals=1, amber=">0.9")
    there = board([measure("m"), version, target(">=0.98")], {"m": {"2025-05": 0.9004}})

    found = cell(there, "2025-05")

    assert (str(value_of(found, "en")), found.status) == ("90.04 %", "amber")


def test_a_missing_value_is_not_shown_as_a_number() -> None:
    found = seen(None, ">=1")

    assert value_of(found, "en") is None
    assert isinstance(found.value, Missing)


@pytest.mark.parametrize(
    ("aim", "unit", "direction", "text"),
    [
        (">=0.95", "%", Direction.HIGHER, "≥ 95.0"),
        ("<10", "件", Direction.LOWER, "< 10"),
        (">=4.16666666667", "家", Direction.HIGHER, "≥ 4.17"),
        ("0.95..1.05", "%", Direction.RANGE, "95.0–105.0"),
        (">=15000000", "TWD", Direction.HIGHER, "≥ $1,500萬"),
        ("=0", "次", Direction.ZERO, "0"),
    ],
)
def test_a_target_is_shown_with_its_comparator(
    aim: str, unit: str, direction: Direction, text: str
) -> None:
    assert target_of(seen(1, aim, unit, direction), "zh_TW") == text


def test_attainment_never_says_a_hundred_for_less() -> None:
    assert attainment_of(seen(0.9799, ">=0.98", "%")) == "99.99%"


@pytest.mark.parametrize(("given", "expect"), worked("score.json", "score_display"))
def test_a_score_is_shown_as_in_the_worked_case(
    given: dict[str, Any], expect: dict[str, Any]
) -> None:
    assert score_of(float(given["score"])) == expect["text"]


@pytest.mark.parametrize(
    ("score", "text"), [(89.97, "89.9"), (59.9999999999, "59.9"), (90.0, "90.0"), (0.04, "0.0")]
)
def test_a_score_is_cut_and_not_rounded(score: float, text: str) -> None:
    assert score_of(score) == text
