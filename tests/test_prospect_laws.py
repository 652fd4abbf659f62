"""Whatever a KPI is like, what is to come of it can be said, and holds together."""

import json
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorecard.board import Board
from scorecard.exchange.course import course_json
from scorecard.figures.ahead import looking_ahead, looking_back
from scorecard.figures.prospect import prospect
from scorecard.figures.takes import what_it_takes, where_it_lands
from scorecard.figures.trend import trend
from scorecard.landing import Outlook
from scorecard.model.records import Record, SegmentStart, Target
from scorecard.period import Period
from scorecard.text import LANGUAGES, tell
from scorecard.vocabulary import Direction, Frequency, Method, Words
from tests.evaluation.boards import board, kpi, line, looking_at, measure

ENDS = {
    Frequency.DAY: "2026-10-09",
    Frequency.WEEK: "2026-W41",
    Frequency.MONTH: "2026-10",
    Frequency.QUARTER: "2026-Q3",
    Frequency.HALF: "2026-H1",
    Frequency.YEAR: "2026",
    Frequency.PROJECT: "2026-10-09",
}
FORMULAS = ["a", "a + b", "a / b", "1 - a / b", "a / b * b / a", "MAX(a, b)", "PREV(a)", "a * 2",
            "YTD(a)", "IF(a > b, a, b)", "a /", "(a - b) / a * 1000"]  # fmt: skip
AIMS = {
    Direction.HIGHER: [">=5", ">5", ">=0.5"],
    Direction.LOWER: ["<=5", "<5"],
    Direction.RANGE: ["1..9"],
    Direction.EXACT: ["=5"],
    Direction.IMPROVE: ["improve:last_year", "improve:previous"],
    Direction.BUDGET: ["budget:b"],
    Direction.ZERO: [],
    Direction.YES: ["yes"],
    Direction.NONE: [],
}
VALUES = st.lists(
    st.none() | st.integers(-3, 12).map(float) | st.integers(0, 99).map(lambda n: n / 10),
    min_size=1,
    max_size=30,
)


@st.composite
def boards(draw: st.DrawFn) -> tuple[Board, str]:
    """A board of one KPI of any kind, and the period to look at it in."""
    kind = draw(st.sampled_from(list(ENDS)))
    methods = st.sampled_from([m for m in Method if m is not Method.WEIGHTED])
    direction = draw(st.sampled_from(list(Direction)))
    end = Period.parse(ENDS[kind])
    bounds = draw(st.sampled_from([{}, {"high_bound": 1.0}, {"low_bound": 0.0}]))
    definition = kpi(
        draw(st.sampled_from(FORMULAS)),
        direction,
        frequency=kind,
        unit=draw(st.sampled_from(["", "%", "件", "TWD"])),
        window=draw(st.sampled_from(["", "", "trailing_12m"])),
        **bounds,  # type: ignore[arg-type]  # fields by name
    )
    records: list[Record] = [
        measure("a", frequency=kind, time=draw(methods)),
        measure("b", frequency=kind, time=draw(methods)),
        definition,
        line("n"),
    ]
    aims = AIMS[direction]
    if aims:
        records.append(Target("K", "co", "2000-01", draw(st.sampled_from(aims))))
    if draw(st.booleans()):
        records.append(SegmentStart("K", "co", end.shifted(-draw(st.integers(0, 20))).code, REASON))
    entries = {
        name: {end.shifted(-at).code: value for at, value in enumerate(draw(VALUES))}
        for name in "ab"
    }
    return board(records, entries, draw(st.sampled_from([1, 4, 7]))), end.code


REASON = Words("新機台", "New machine")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(boards())
def test_whatever_a_kpi_is_like_what_is_to_come_can_be_said(given_board: tuple[Board, str]) -> None:
    there, code = given_board
    evaluation = looking_at(there, code, today=date(2026, 10, 20))

    json.dumps(course_json(evaluation, "K", "co"), allow_nan=False)
    coming = prospect(evaluation, "K", "co")
    course = looking_ahead(trend(evaluation, "K", "co", 13), coming)
    looking_back(course, evaluation, ("K", "co"))
    if coming is None:
        return

    cell = evaluation.cell("K", "co")
    said = [*where_it_lands(coming, cell, there.settings)]
    takes = what_it_takes(coming, cell, there.settings)
    for each in [*said, takes] if takes else said:
        assert all(tell(each, language) for language in LANGUAGES)
    landing = coming.landing
    if landing is not None and landing.low is not None and landing.high is not None:
        assert landing.low <= landing.value <= landing.high
    if landing is not None and landing.needed is not None and landing.needed.missed:
        assert landing.outlook is Outlook.OFF_COURSE
        assert landing.needed_per_period is None
