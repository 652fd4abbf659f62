"""What a blank workbook asks for: one row for each value of a period, to be filled in by others."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from scorecard.board import Board, Place
from scorecard.check.closed import periods_inside
from scorecard.check.retired import Retired
from scorecard.closings import closing_of
from scorecard.evaluation.lineage import Ways
from scorecard.model.records import Key, Measure
from scorecard.org_units import below
from scorecard.period import Period
from scorecard.vocabulary import Frequency, Words

#: The form of the workbook, kept in its hidden sheet of this name.
FORM = "scorecard.blank/1"
HIDDEN = "scorecard"


class Asked(NamedTuple):
    """One value that is asked for: what it is of, the one before it, and what is there already."""

    measure: Measure
    org: str
    org_name: Words
    period: Period
    before: float | None
    value: float | None
    note: str


def asked_rows(
    board: Board, period: Period, today: date, org: str = "", owner: str = ""
) -> tuple[Asked, ...]:
    """Every value that is entered by the end of `period` and in it, by the order of the measures;
    only of a unit and those below it, and only of an owner, where one is named in either
    language. What is closed is asked of nobody: it would be refused; nor is what only archived
    lines read."""
    calendar, retired = board.settings.calendar, Retired(board)
    units = below(board, org) if org else set(board.orgs)
    rows: list[Asked] = []
    for measure, unit in sorted(_places(board, today), key=lambda place: _order(board, place)):
        found = board.measures[measure]
        kind = found.frequency
        if unit in units and kind is not Frequency.PROJECT and owner in ("", *found.owner):
            inside = periods_inside(board, measure, calendar.span(period), calendar)
            rows += [
                _asked(board, found, unit, each)
                for each in inside
                if not _is_closed(board, (measure, unit, each.code))
                and not retired((measure, unit), each)
            ]
    return tuple(rows)


def _places(board: Board, today: date) -> Iterator[Place]:
    """Where measures are entered: where they have been, else at the units of the lines that they
    feed, else at the top one."""
    yield from board.series
    ways = Ways(board, today)
    entered = {measure for measure, _ in board.series}
    tops = [each.id for each in board.orgs.values() if each.parent is None]
    for measure in board.measures.keys() - entered:
        links = ways.lineage(f"measure:{measure}").used_by
        kpis = {link.id for link in links if link.kind == "kpi"}
        units = {node.org for node in board.nodes.values() if node.kpi in kpis and node.org}
        yield from ((measure, unit) for unit in units or tops[:1])


def _order(board: Board, place: Place) -> tuple[int, str, int, str]:
    measure, org = place
    return board.measures[measure].order, measure, board.orgs[org].order, org


def _is_closed(board: Board, key: Key) -> bool:
    closing = closing_of(board, key)
    return closing is not None and closing.closed


def _asked(board: Board, measure: Measure, org: str, period: Period) -> Asked:
    unit, series = board.orgs[org], board.series_of(measure.id, org)
    name = unit.name if any(unit.name) else Words(org, org)
    earlier = [number for number in series if number < period.number]
    before = series[max(earlier)] if earlier else None
    note = board.notes.get((measure.id, org, period.code), "")
    return Asked(measure, org, name, period, before, series.get(period.number), note)
