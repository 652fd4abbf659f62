"""Names that stand for several things on one sheet, told apart by the group they stand in."""

from dataclasses import replace

from scorecard.exchange.layout.headings import Role
from scorecard.exchange.layout.table import Figure, Filled, Table

_KEYS = (Role.NAME, Role.ORG, Role.UNIT, Role.PERIOD, Role.NOTE)


def distinguished(filled: Filled, table: Table) -> Table:
    """The table with a group before each name that comes twice in a period: Profit Ratio, Sale
    Ratio. The group is the text of the nearest column at the left, a running number last of
    all, that tells them apart."""
    twice = _twice(table.figures)
    if not twice:
        return table
    name_column = table.figures[0].name_at.column
    nearest = range(name_column - 1, -1, -1)
    for column in sorted(nearest, key=lambda c: table.roles.get(c) is Role.ID):
        if table.roles.get(column) not in _KEYS:
            named = [_grouped(filled, figure, column, twice) for figure in table.figures]
            if not _twice(named):
                return replace(table, figures=named)
    return table


def _twice(figures: list[Figure]) -> frozenset[str]:
    """The names that come twice in a period of one unit in the same role, in other rows."""
    seen: dict[tuple[object, ...], int] = {}
    found = set()
    for figure in figures:
        key = (figure.name, figure.org, figure.period, figure.role)
        if figure.value is not None and seen.setdefault(key, figure.at.row) != figure.at.row:
            found.add(figure.name)
    return frozenset(found)


def _grouped(filled: Filled, figure: Figure, column: int, twice: frozenset[str]) -> Figure:
    group = filled.text(figure.at.row, column) if figure.name in twice else ""
    return figure._replace(name=f"{group} {figure.name}") if group else figure
