"""Which layout a sheet has: periods across or down, one period, or a list of KPIs."""

from scorecard.exchange.layout.across import across, distinct
from scorecard.exchange.layout.down import down
from scorecard.exchange.layout.listed import listed
from scorecard.exchange.layout.own_export import entries_head
from scorecard.exchange.layout.same_names import distinguished
from scorecard.exchange.layout.single import single
from scorecard.exchange.layout.table import Filled, Hints, Known, Table
from scorecard.exchange.workbook.grid import Grid


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
    if timed:
        return distinguished(
            filled, max(timed, key=lambda table: (distinct(table), len(table.figures)))
        )
    return single(filled, hints) or listed(filled, hints)


def _is_told(table: Table) -> bool:
    return bool(table.figures or table.objections)
