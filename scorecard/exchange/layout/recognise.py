"""Which layout a sheet has: periods across or down, one period, or a list of KPIs."""

from scorecard.exchange.layout.across import across, distinct
from scorecard.exchange.layout.down import down
from scorecard.exchange.layout.headings import Role
from scorecard.exchange.layout.listed import listed
from scorecard.exchange.layout.own_export import entries_head
from scorecard.exchange.layout.same_names import distinguished
from scorecard.exchange.layout.single import single
from scorecard.exchange.layout.table import Filled, Hints, Known, Table
from scorecard.exchange.workbook.grid import Grid
from scorecard.vocabulary import Frequency


def recognised(grid: Grid, known: Known, hints: Hints) -> Table | None:
    """The sheet as it is understood; None where there is nothing to take from it.

    Of two readings the one with more figures in more periods counts.
    """
    if not any(len(row) for row in grid.rows):
        return None
    filled = Filled(grid)
    if entries_head(grid) is not None:
        return down(filled, known, hints)
    wide, long = across(filled, known, hints), down(filled, known, hints)
    timed = [table for table in (wide, long) if table is not None and _is_told(table)]
    lists = listed(filled, hints) if all(map(_is_target_of_year, timed)) else None
    if timed and lists is None:
        return distinguished(
            filled, max(timed, key=lambda table: (distinct(table), len(table.figures)))
        )
    return lists if timed else single(filled, hints) or lists


def _is_target_of_year(table: Table) -> bool:
    """Whether all that a table says by period is one year's targets, as a list of KPIs does whose
    heading is 115年目標."""
    said = {(figure.period, figure.role) for figure in table.figures}
    return len(said) == 1 and all(
        period.kind is Frequency.YEAR and role is Role.TARGET for period, role in said
    )


def _is_told(table: Table) -> bool:
    return bool(table.figures or table.objections)
