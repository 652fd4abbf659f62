"""What a workbook holds and nobody imports, for whoever wants to know."""

from collections.abc import Iterator

from scorecard.exchange.blank import HIDDEN
from scorecard.exchange.layout.table import Table
from scorecard.exchange.workbook.grid import Workbook
from scorecard.trouble import Level, Trouble


def struck_places(table: Table) -> Iterator[Trouble]:
    """The places of a sheet that are struck out, each with why."""
    for struck in table.struck:
        facts = {"text": struck.text[:60] or "–"}
        where = table.grid.address(*struck.at)
        yield Trouble(f"struck_{struck.why}", where, facts, Level.NOTE)


def hidden_sheets(workbook: Workbook) -> Iterator[Trouble]:
    """The sheets that nobody sees, but for the ids of a blank workbook of our own."""
    for name in workbook.hidden:
        if name != HIDDEN:
            yield sheet_left(name, "struck_hidden")


def sheet_left(sheet: str, code: str) -> Trouble:
    """A sheet that is left out as a whole, and the code of the sentence that says why."""
    return Trouble(code, f"sheet {sheet}", {"text": sheet[:60]}, Level.NOTE)
