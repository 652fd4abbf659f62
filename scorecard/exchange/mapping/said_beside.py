"""What the figures of a workbook say of their names: the unit, and which way is good."""

from collections.abc import Iterable

from scorecard.exchange.layout.headings import Role
from scorecard.exchange.layout.table import Table
from scorecard.exchange.mapping.aims import signed
from scorecard.exchange.workbook.grid import Percent


def ways_of(tables: Iterable[Table]) -> dict[str, dict[Role, str]]:
    """Which way is good, as the signs of targets beside the months say it."""
    figures = [f for table in tables for f in table.figures if f.role is Role.TARGET]
    aims = ((figure.name, signed(figure.value, figure.unit)) for figure in figures)
    return {name: {Role.DIRECTION: aim.kind} for name, aim in aims if aim is not None and aim.kind}


def units_of(tables: Iterable[Table]) -> dict[str, str]:
    """The unit of each name: as a column says, else a percentage where its cells show one."""
    figures = [figure for table in tables for figure in table.figures]
    shares = {figure.name: "%" for figure in figures if isinstance(figure.value, Percent)}
    return {**shares, **{figure.name: figure.unit for figure in figures if figure.unit}}
