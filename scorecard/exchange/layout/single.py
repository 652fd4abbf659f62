"""Sheets of one period: a row for each measure, its period in a title or the sheet's name."""

from collections.abc import Iterator

from scorecard.exchange.layout.headings import Role, without_tail
from scorecard.exchange.layout.moment import Kind, Moment, moment_of, year_said
from scorecard.exchange.layout.table import (
    Figure,
    Filled,
    Hints,
    Listed,
    Spot,
    Struck,
    Table,
    is_number,
    text_of,
    unit_above,
)
from scorecard.exchange.layout.totals import is_total
from scorecard.exchange.workbook.grid import Value
from scorecard.period import Period

_TOP, _WIDEST = 40, 200
_READ = (Role.VALUE, Role.TARGET)
_LEFT_OUT = (Role.PRIOR, Role.DERIVED, Role.TOTAL)


def single(filled: Filled, hints: Hints) -> Table | None:
    """The sheet as a table of one period; None where no row of headings names values, or nobody
    says the period."""
    for row in range(min(len(filled.grid.rows), _TOP)):
        roles = _roles(filled, hints, row)
        names = [c for c, r in roles.items() if r is Role.NAME] or [
            c for c, r in roles.items() if r is Role.ID
        ]
        if names and Role.VALUE in roles.values():
            period = _period(filled, row, hints)
            if period is not None:
                return _read(filled, row, names[0], roles, period)
    return None


def _roles(filled: Filled, hints: Hints, row: int) -> dict[int, Role]:
    width = min(filled.grid.width, _WIDEST)
    said = {column: hints.role(filled.at(row, column)) for column in range(width)}
    return {column: role for column, role in said.items() if role is not None}


def _period(filled: Filled, head: int, hints: Hints) -> Period | None:
    """The period of the title nearest above the headings, else of the sheet's name."""
    titles = [cell for row in range(head - 1, -1, -1) for cell in filled.grid.rows[row]]
    years = [year for year in map(year_said, [*titles, filled.grid.name]) if year is not None]
    year = hints.year or next(iter(years), None)
    for title in [*titles, filled.grid.name]:
        for moment in _moments(title):
            if moment.kind is Kind.PERIOD and moment.period is not None:
                return moment.period
            if moment.kind is not Kind.YEAR and year is not None:
                return moment.within(year)
    return None


def _moments(title: Value) -> Iterator[Moment]:
    """What a title says of time: as a whole, else by its words."""
    whole = moment_of(title)
    if whole is not None:
        yield whole
    elif isinstance(title, str):
        for word in (without_tail(title, Role.VALUE), *title.replace("月", "月 ").split()):
            found = moment_of(word.strip("：:，,()（）"))
            if found is not None and not found.is_weak:
                yield found


def _read(filled: Filled, head: int, names: int, roles: dict[int, Role], period: Period) -> Table:
    table = Table(filled.grid, "single", head, {**roles, names: Role.NAME})
    table.unit = unit_above(filled, head)
    for column, role in roles.items():
        if role in _LEFT_OUT:
            spot = Spot(head, column)
            table.struck.append(Struck(spot, filled.text(*spot), role.value))
    for row in range(head + 1, len(filled.grid.rows)):
        _read_row(table, filled, row, names, period)
    return table


def _read_row(table: Table, filled: Filled, row: int, names: int, period: Period) -> None:
    name, spot = filled.text(row, names), Spot(row, names)
    cells = [c for c, role in table.roles.items() if role in _READ]
    if not any(is_number(filled.grid.at(row, column)) for column in cells):
        return
    if is_total(name) or not name:
        table.struck.append(Struck(spot, name, "total" if name else "no_name"))
        return
    said: dict[Role, tuple[Value, Spot]] = {
        role: (filled.at(row, column), Spot(row, column))
        for column, role in table.roles.items()
        if column != names and role is not Role.VALUE and text_of(filled.at(row, column))
    }
    org, unit = (text_of(said[r][0]) if r in said else "" for r in (Role.ORG, Role.UNIT))
    for column in cells:
        if table.roles[column] is Role.VALUE:
            at, value = Spot(row, column), filled.grid.at(row, column)
            table.figures.append(Figure(name, spot, org, unit, period, Role.VALUE, value, at))
    if said:
        table.listed.append(Listed(name, spot, said))
