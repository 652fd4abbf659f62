"""Sheets of a test, and what is recognised on them."""

from collections.abc import Sequence

from scorecard.exchange.layout.recognise import recognised
from scorecard.exchange.layout.table import Hints, Known, Table
from scorecard.exchange.workbook.grid import Area, Grid, Value

Rows = Sequence[Sequence[Value]]
NAMES = frozenset({"良率", "產量", "營收"})
KNOWN = Known(lambda text: text in NAMES, lambda text: text in {"台北廠", "高雄廠"})


def table(rows: Rows, *areas: Area, name: str = "a", hints: Hints | None = None) -> Table:
    found = recognised(Grid(name, rows, areas, f"sheet {name}!"), KNOWN, hints or Hints())
    assert found is not None
    return found


def said(found: Table) -> list[tuple[str, str, Value, str]]:
    """Name, period, value and address of each figure."""
    return [
        (f.name, f.period.code, f.value, found.grid.address(*f.at).partition("!")[2])
        for f in found.figures
    ]


def periods(found: Table) -> list[str]:
    return sorted({figure.period.code for figure in found.figures})
