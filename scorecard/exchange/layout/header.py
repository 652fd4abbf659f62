"""Rows of headings that name periods: one line or two, merged or not."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scorecard.exchange.layout.headings import Role, tail_role, without_tail
from scorecard.exchange.layout.moment import Moment, moment_of, settled, year_said
from scorecard.exchange.layout.table import Filled
from scorecard.exchange.workbook.grid import Value
from scorecard.period import Period
from scorecard.vocabulary import Frequency

#: So far above the months a row may stand that says their year.
_ABOVE = 4


class Header(NamedTuple):
    """Headings of periods: the rows from `top` to `bottom`, and for each column its period and
    what it holds of it. `yearless` are columns whose year nobody says."""

    top: int
    bottom: int
    periods: Mapping[int, Period]
    roles: Mapping[int, Role]
    yearless: tuple[int, ...]


def row_moments(filled: Filled, row: int) -> dict[int, tuple[Moment, Role | None]]:
    """The columns of a row that name a time, and what else their headings say."""
    width = filled.width(row)
    split = [_split(filled.at(row, column)) for column in range(width)]
    moments = settled([moment for moment, _ in split])
    return {
        column: (moment, split[column][1])
        for column, moment in enumerate(moments)
        if moment is not None
    }


def header_at(filled: Filled, row: int, said_year: int | None) -> Header | None:
    """The headings whose lowest row of times is `row`; None where there are none."""
    found = row_moments(filled, row)
    if not found:
        return None
    below = _roles_below(filled, row, found)
    if below:
        found = _spread(found, below)
    periods: dict[int, Period] = {}
    yearless: list[int] = []
    years = _years_above(filled, row, max(found) + 1)
    for column, (moment, _) in found.items():
        year = years[column] or said_year
        if moment.period is not None:
            periods[column] = moment.period
        elif year is not None:
            periods[column] = moment.within(year)
        else:
            yearless.append(column)
    roles = {c: below.get(c) or role or Role.VALUE for c, (_, role) in found.items()}
    return Header(row, row + bool(below), _as_months(periods), roles, tuple(yearless))


def _split(value: Value) -> tuple[Moment | None, Role | None]:
    """The time in a heading, and what stands beside it: `115年10月 目標`."""
    moment = moment_of(value)
    if moment is not None or not isinstance(value, str):
        return moment, None
    role = tail_role(value)
    return (moment_of(without_tail(value, role)), role) if role else (None, None)


def _roles_below(
    filled: Filled, row: int, found: Mapping[int, tuple[Moment, Role | None]]
) -> dict[int, Role]:
    """A second line of headings such as 實際 and 目標 below the periods."""
    columns = range(min(found), max(filled.width(row + 1), max(found) + 1))
    said = {c: tail_role(filled.at(row + 1, c)) for c in columns if filled.text(row + 1, c)}
    named = {c: role for c, role in said.items() if role is not None}
    return named if len(named) > 1 and len(named) == len(said) else {}


def _spread(
    found: Mapping[int, tuple[Moment, Role | None]], below: Mapping[int, Role]
) -> dict[int, tuple[Moment, Role | None]]:
    """A period counts for the columns right of it until the next one, where a second line of
    headings goes on below and the cells are not merged."""
    spread = dict(found)
    for column in sorted(below):
        if column not in spread and column - 1 in spread:
            spread[column] = spread[column - 1]
    return dict(sorted(spread.items()))


def _years_above(filled: Filled, row: int, width: int) -> list[int | None]:
    """The year of each column by the nearest row above that says one: in the column itself, or in
    the nearest one left of it."""
    found: list[int | None] = [None] * width
    for above in range(row - 1, max(row - 1 - _ABOVE, -1), -1):
        year = None
        for column in range(width):
            year = year_said(filled.at(above, column)) or year
            found[column] = found[column] or year
    return found


def _as_months(periods: Mapping[int, Period]) -> dict[int, Period]:
    """Dates that stand for months, one in each, as months."""
    days = [p for p in periods.values() if p.kind is Frequency.DAY]
    months = [as_month(day) for day in days]
    if len(set(months)) < len(set(days)) or not all(_is_edge(day) for day in days):
        return dict(periods)
    return {column: as_month(period) for column, period in periods.items()}


def as_month(period: Period) -> Period:
    """The month in which a day lies; any other period as it is."""
    if period.kind is not Frequency.DAY:
        return period
    year, month, _ = period.code.split("-")
    return Period(Frequency.MONTH, int(year) * 12 + int(month) - 1)


def _is_edge(period: Period) -> bool:
    """Whether a day is the first or the last one of its month."""
    return period.code.endswith("-01") or period.shifted(1).code.endswith("-01")


def usual_kind(periods: Iterable[Period]) -> Frequency | None:
    """The length of time that most periods have; the shorter one where two have as many."""
    counted = Counter(period.kind for period in periods)
    order = list(Frequency)
    return max(counted, key=lambda kind: (counted[kind], -order.index(kind)), default=None)
