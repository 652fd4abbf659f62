"""Rows of plain data: entries, definitions, values; and their writing as CSV."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from scorecard.board import Board
from scorecard.exchange.board_text import entries_of, written
from scorecard.exchange.entries_csv import COLUMNS, STORED, is_guarded
from scorecard.exchange.forms import VERSION
from scorecard.number import plain

Cell = str | int | float | bool | None


class Table(NamedTuple):
    """Column names, and rows of cells in their order."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


def entries_table(board: Board) -> Table:
    """Every entry; values on the stored scale, empty where there is none."""
    rows = [
        (e.measure, e.org, e.period, None if e.value is None else plain(e.value), e.note, STORED)
        for e in entries_of(board)
    ]
    return Table(COLUMNS, rows)


def definitions_table(board: Board) -> Table:
    """Every version of every KPI, each text in a column for each language."""
    shown = [
        {"kpi": version.kpi, **flat(written(VERSION, version))}
        for versions in board.versions.values()
        for version in versions
    ]
    return table_of(shown)


def values_table(values: Mapping[str, object]) -> Table:
    """The lines of `values --json`, one row each, with the period of the view in front."""
    period = str(values["period"])
    return table_of([{"period": period, **flat(_even(row))} for row in _objects(values["lines"])])


def _even(line: Mapping[str, object]) -> Mapping[str, object]:
    """A line whose changes have all their fields, so that every row has the same columns."""
    change = line["change"]
    if not isinstance(change, dict):
        return line
    empty = dict.fromkeys(("absolute", "relative", "points", "better"))
    return {**line, "change": {since: held or empty for since, held in change.items()}}


def _objects(value: object) -> list[Mapping[str, object]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def table_of(rows: Sequence[Mapping[str, Cell]]) -> Table:
    """A table with a column for each name that some row has, in the order of appearance."""
    columns = tuple(dict.fromkeys(name for row in rows for name in row))
    return Table(columns, [[row.get(name) for name in columns] for row in rows])


def flat(record: Mapping[str, object], before: str = "") -> dict[str, Cell]:
    """The fields of a JSON object with dotted names; a list becomes one text."""
    cells: dict[str, Cell] = {}
    for name, value in record.items():
        if isinstance(value, dict):
            cells.update(flat(value, f"{before}{name}."))
        elif isinstance(value, list):
            cells[f"{before}{name}"] = ", ".join(map(str, value))
        elif value is None or isinstance(value, str | int | float):
            cells[f"{before}{name}"] = value
    return cells


def csv_bytes(table: Table) -> bytes:
    """A table as CSV in UTF-8 with a byte order mark, which spreadsheets need for Chinese."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.columns)
    writer.writerows(_guarded(row) for row in table.rows)
    return ("\ufeff" + text.getvalue()).encode()


def _guarded(row: Iterable[Cell]) -> list[Cell]:
    """Texts that a spreadsheet would run begin with an apostrophe (S4); numbers stay numbers."""
    return [_cell(cell) for cell in row]


def _cell(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return f"'{cell}" if isinstance(cell, str) and is_guarded(cell) else cell
