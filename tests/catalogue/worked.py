"""The worked examples of the library: inputs, the value and the colour they give.

Values and inputs are those of the catalogue that the library was made from, colours were worked
out by hand from its targets and limits; nothing here was computed by the program.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from scorecard.board import Board
from scorecard.catalogue.library import library
from scorecard.catalogue.template import Template
from scorecard.commands.add_kpis import Pick
from scorecard.commands.new_scorecard import UNIT, NewScorecard
from scorecard.evaluation import View, of
from scorecard.exchange.lines import line_json
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, Measure, Record
from scorecard.period import PER_YEAR, Calendar, Period
from scorecard.period_code import entered_by
from scorecard.vocabulary import Frequency, Method

EXAMPLES = Path(__file__).parent / "examples.json"
START, VIEW, TODAY = "2025-01", "2026-12", date(2027, 3, 1)
_CALENDAR = Calendar()
_DECEMBER = Period.parse("2026-12")


class Worked(NamedTuple):
    """One example: what goes in, by measure or by call, and what comes out."""

    id: str
    inputs: Mapping[str, float]
    value: float
    status: str


def examples() -> list[Worked]:
    """All of them, one for each template."""
    return [Worked(**row) for row in json.loads(EXAMPLES.read_text("utf-8"))]


def begun(*templates: str) -> Board:
    """A document of nothing but these KPIs, kept since the start of the year before."""
    picks = tuple(Pick(each) for each in templates)
    return Board().after(NewScorecard("zh_TW", START, picks)(Board()).edits)


def entered(board: Board, worked: Worked) -> Board:
    """The board with the inputs of an example typed in, so that they are those of the period
    that the view shows: an added one in its last cell, any other in all of them."""
    template = library().templates[worked.id]
    entries: list[Record] = []
    for said, value in sorted(worked.inputs.items(), key=lambda item: "(" not in item[0]):
        for measure, numbers in _cells(template, said, board):
            entries += _typed(measure, numbers, value)
    merged = {entry.key: entry for entry in entries}
    return board.after([Edit(None, entry) for entry in merged.values()])


def line_of(board: Board, kpi: str) -> dict[str, object]:
    """The KPI's line as `values --json` prints it."""
    evaluation = of(board, View(_DECEMBER), TODAY)
    [line] = [line for line in evaluation.lines() if line.node.kpi == kpi]
    return line_json(line)


def _cells(template: Template, said: str, board: Board) -> Iterator[tuple[Measure, list[int]]]:
    """The measure that an input is of, and its periods that make up the input."""
    function, _, inside = said.rpartition("(")
    measure = board.measures[inside.removesuffix(")") if function else said]
    kind = entered_by(measure.frequency)
    newest = _inner(_own_period(template), kind)
    if function == "PREV":
        yield measure, _inner(_own_period(template).shifted(-1), kind)
    elif function == "LY":
        yield measure, [number - PER_YEAR[kind] for number in newest]
    elif measure.over_time is not Method.SUM and template.version.window:
        yield measure, list(range(newest[-1] - 23, newest[-1] + 1))
    else:
        yield measure, newest


def _own_period(template: Template) -> Period:
    frequency = template.version.frequency
    slow = {Frequency.QUARTER, Frequency.HALF, Frequency.YEAR}
    kind = frequency if frequency in slow else Frequency.MONTH
    if template.version.window:
        kind = Frequency.YEAR
    return _CALENDAR.belongs(_DECEMBER, kind)


def _inner(period: Period, kind: Frequency) -> list[int]:
    span = _CALENDAR.span(period)
    if kind is Frequency.DAY:
        return [_CALENDAR.containing(span.last, kind).number]
    return list(_CALENDAR.within(span, kind))


def _typed(measure: Measure, numbers: list[int], value: float) -> Iterator[Entry]:
    kind = entered_by(measure.frequency)
    for number in numbers:
        added = measure.over_time is Method.SUM and number != numbers[-1]
        yield Entry(measure.id, UNIT, Period(kind, number).code, 0.0 if added else value)
