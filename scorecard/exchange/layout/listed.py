"""Sheets that list KPIs with what is said of each: unit, target, direction, owner."""

from collections.abc import Iterator

from scorecard.exchange.layout.headings import Role
from scorecard.exchange.layout.moment import year_said
from scorecard.exchange.layout.table import (
    Filled,
    Hints,
    Listed,
    Objection,
    Spot,
    Table,
    target_of_year,
    text_of,
)
from scorecard.exchange.layout.totals import is_note, is_total

_TOP, _WIDEST = 40, 200
#: What makes a list of names a list of KPIs.
_TELLING = frozenset(
    {Role.TARGET, Role.UNIT, Role.DIRECTION, Role.FORMULA, Role.CATEGORY, Role.WEIGHT}
    | {Role.DEFINITION, Role.FREQUENCY, Role.OWNER}
)
_FEWEST = 2


def listed(filled: Filled, hints: Hints) -> Table | None:
    """The sheet as a list of KPIs; None where no row of headings says so."""
    for row in range(min(len(filled.grid.rows), _TOP)):
        roles = _roles(filled, hints, (row,))
        named = [c for c, role in roles.items() if role is Role.NAME]
        names = named or [c for c, role in roles.items() if role is Role.ID]
        if names and len(_TELLING & set(roles.values())) >= _FEWEST - bool(named):
            last = row + _goes_on(filled, hints, row + 1, names[0])
            roles = _roles(filled, hints, tuple(range(last, row - 1, -1)))
            table = Table(filled.grid, "list", last, {**roles, names[0]: Role.NAME})
            table.listed = list(_rows(filled, last, names[0], roles))
            table.doubts = list(_of_year(filled, last, roles))
            return table if table.listed else None
    return None


def _goes_on(filled: Filled, hints: Hints, row: int, names: int) -> bool:
    """Whether a row is the second line of the headings above: it names no KPI, or is merged there
    with the line above, and says in words what its columns hold."""
    if filled.text(row, names) not in ("", filled.text(row - 1, names)):
        return False
    cells = [filled.at(row, column) for column in range(min(filled.width(row), _WIDEST))]
    return not any(isinstance(cell, float) for cell in cells) and any(map(hints.role, cells))


def _roles(filled: Filled, hints: Hints, lines: tuple[int, ...]) -> dict[int, Role]:
    """The role of each column by its lowest heading that says one; of columns that say the same
    the first one counts."""
    found: dict[int, Role] = {}
    for column in range(min(filled.grid.width, _WIDEST)):
        said = (hints.role(filled.at(line, column)) for line in lines)
        role = next((role for role in said if role is not None), None)
        if role is not None and role not in found.values():
            found[column] = role
    return found


def _of_year(filled: Filled, head: int, roles: dict[int, Role]) -> Iterator[Objection]:
    """The heading of targets that names a year."""
    for column, role in roles.items():
        text = filled.text(head, column)
        if role is Role.TARGET and year_said(text) is not None:
            yield target_of_year(filled, head, column)


def _rows(filled: Filled, head: int, names: int, roles: dict[int, Role]) -> list[Listed]:
    rows: list[Listed] = []
    for row in range(head + 1, len(filled.grid.rows)):
        name = filled.text(row, names)
        said = {
            role: (value, Spot(row, column))
            for column, role in roles.items()
            if column != names and text_of(value := filled.at(row, column))
        }
        if name and said and not is_total(name) and not is_note(name):
            rows.append(Listed(name, Spot(row, names), said))
    return rows
