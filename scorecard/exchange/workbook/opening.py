"""A file of any of the kinds that hold tables, told by what is in it rather than by its name."""

from dataclasses import replace

from scorecard.cleaning import clean_name
from scorecard.exchange.plain_file import MEBI, MOST_FILE
from scorecard.exchange.workbook.compound import SIGNATURE
from scorecard.exchange.workbook.grid import Grid, Workbook
from scorecard.trouble import Refused, Trouble

#: Kinds of workbooks; `.csv`, `.txt` and `.tsv` are text tables.
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
TEXTS = (".csv", ".tsv", ".txt")
_ZIP = b"PK"


def read_workbook(data: bytes, name: str) -> Workbook:
    """The sheets of a file, their names clean. Raises Refused with one sentence where it cannot be
    read."""
    name = clean_name(name)
    try:
        read = _read(data, name)
        return read._replace(grids=tuple(map(_called, read.grids)))
    except Refused as refused:
        at = [t if t.where else t._replace(where=name) for t in refused.troubles]
        raise Refused(at) from None
    except (MemoryError, RecursionError):
        limit = str(MOST_FILE // MEBI)
        raise Refused([Trouble("workbook_swells", name, {"limit": limit})]) from None


def _called(grid: Grid) -> Grid:
    name = clean_name(grid.name)
    if name == grid.name:
        return grid
    return replace(grid, name=name, prefix=clean_name(grid.prefix))


def _read(data: bytes, name: str) -> Workbook:
    if len(data) > MOST_FILE:
        raise Refused([Trouble("file_too_large", facts={"limit": str(MOST_FILE // MEBI)})])
    if data.startswith(SIGNATURE):
        from scorecard.exchange.workbook.xls import read_xls

        return read_xls(data, name)
    if data.startswith(_ZIP):
        return _read_zip(data, name)
    if name.lower().endswith(WORKBOOKS):
        raise Refused([Trouble("not_a_workbook")])
    from scorecard.exchange.workbook.separated import read_separated

    return read_separated(data, name)


def _read_zip(data: bytes, name: str) -> Workbook:
    from scorecard.exchange.workbook.package import Package

    if "content.xml" in Package(data).names:
        from scorecard.exchange.workbook.ods import read_ods

        return read_ods(data, name)
    from scorecard.exchange.workbook.xlsx import read_xlsx

    return read_xlsx(data, name)
