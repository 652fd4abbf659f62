"""Records as rows: which columns hold which field, declared once."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from scorecard.model.records import (
    Closing,
    Comment,
    Entry,
    KpiVersion,
    Measure,
    Node,
    Org,
    Record,
    SegmentStart,
    Setting,
    Spread,
    Target,
)
from scorecard.vocabulary import Category, Direction, Frequency, Method, NodeKind, SpreadRule, Words

Cell = str | float | int | None
Row = tuple[Cell, ...]


class Field(NamedTuple):
    """One field of a record: the columns that hold it, and the way there and back.

    `Any` because a field is of any type; the records' own annotations say which.
    """

    name: str
    columns: tuple[str, ...]
    write: Callable[[Any], Row]
    read: Callable[..., Any]


@dataclass(frozen=True)
class Table:
    """A record class, its table and its fields in the order of the class; keys come first."""

    name: str
    record: Callable[..., Record]
    keys: int
    fields: tuple[Field, ...]

    @cached_property
    def columns(self) -> tuple[str, ...]:
        return tuple(column for field in self.fields for column in field.columns)

    def row(self, record: Record) -> Row:
        """The cells of a record, in the order of `columns`."""
        if isinstance(record, Entry):  # the one kind there are 100,000 of is its own row
            return record
        return tuple(
            cell for field in self.fields for cell in field.write(getattr(record, field.name))
        )

    def read(self, row: Row) -> Record:
        """The record of a row. Raises ValueError or TypeError where a cell makes no sense."""
        if self.name == "entry":
            return self.record(*row)
        return self.record(
            *(row[at] if read is _same else read(*row[at:end]) for read, at, end in self._readers)
        )

    @cached_property
    def _readers(self) -> tuple[tuple[Callable[..., Any], int, int], ...]:
        """How each field is read, and from which cells of a row."""
        ends = list(accumulate(len(field.columns) for field in self.fields))
        starts = [0, *ends[:-1]]
        readers = [field.read for field in self.fields]
        return tuple(zip(readers, starts, ends, strict=True))


def packed(value: object) -> str:
    """A JSON text without spaces; Chinese stays readable. Raises ValueError for NaN."""
    return _PACK(value)


_PACK = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def _same(value: Cell) -> Cell:
    return value


def _plain(name: str, column: str = "") -> Field:
    return Field(name, (column or name,), lambda value: (value,), _same)


def _words(name: str) -> Field:
    return Field(name, (f"{name}_zh", f"{name}_en"), tuple, Words)


def _choice(name: str, of: type[StrEnum]) -> Field:
    return Field(name, (name,), lambda value: (value.value,), of)


def _maybe(name: str, of: type[StrEnum]) -> Field:
    return Field(
        name,
        (name,),
        lambda value: (None if value is None else value.value,),
        lambda cell: None if cell is None else of(cell),
    )


def _spread(name: str) -> Field:
    """A rule by its word, typed parts as a JSON list."""
    return Field(
        name,
        (name,),
        lambda value: (None if value is None else packed(value),),
        _read_spread,
    )


def _read_spread(cell: str | None) -> Spread | None:
    if cell is None:
        return None
    found = json.loads(cell)
    return tuple(map(float, found)) if isinstance(found, list) else SpreadRule(found)


def _flag(name: str) -> Field:
    return Field(name, (name,), lambda value: (int(value),), bool)


def _texts(name: str) -> Field:
    return Field(name, (name,), lambda value: (packed(value),), _read_texts)


def _read_texts(cell: str) -> tuple[str, ...]:
    return tuple(str(text) for text in json.loads(cell))


_SETTING = Table(
    "setting",
    Setting,
    1,
    (_plain("name"), Field("value", ("value",), lambda value: (packed(value),), json.loads)),
)
_ORG = Table(
    "org",
    Org,
    1,
    (_plain("id"), _words("name"), _plain("parent"), _plain("order", "position")),
)
_MEASURE = Table(
    "measure",
    Measure,
    1,
    (
        _plain("id"),
        _words("name"),
        _plain("unit"),
        _choice("frequency", Frequency),
        _choice("over_time", Method),
        _choice("over_org", Method),
        _plain("weight"),
        _words("source"),
        _plain("table_name", "source_table"),
        _words("owner"),
        _plain("order", "position"),
    ),
)
_KPI_VERSION = Table(
    "kpi_version",
    KpiVersion,
    2,
    (
        _plain("kpi"),
        _plain("version"),
        _plain("effective"),
        _words("name"),
        _maybe("category", Category),
        _words("definition"),
        _plain("formula"),
        _plain("unit"),
        _plain("decimals"),
        _choice("frequency", Frequency),
        _choice("direction", Direction),
        _plain("green"),
        _plain("amber"),
        _words("source"),
        _plain("table_name", "source_table"),
        _words("owner"),
        _texts("dashboards"),
        _texts("related"),
        _words("change"),
        _words("notes"),
        _plain("low_bound"),
        _plain("high_bound"),
        _plain("baseline"),
        _maybe("better", Direction),
        _plain("attainment"),
        _plain("window", "value_window"),
        _words("key_reason"),
        _words("pitfall"),
        _plain("planned"),
    ),
)
_NODE = Table(
    "node",
    Node,
    1,
    (
        _plain("id"),
        _plain("parent"),
        _choice("kind", NodeKind),
        _words("name"),
        _plain("kpi"),
        _plain("org"),
        _flag("star"),
        _plain("weight"),
        _plain("order", "position"),
    ),
)
_TARGET = Table(
    "target",
    Target,
    3,
    (
        _plain("kpi"),
        _plain("org"),
        _plain("start"),
        _plain("value"),
        _maybe("basis", Frequency),
        _spread("spread"),
    ),
)
_ENTRY = Table(
    "entry",
    Entry,
    3,
    (_plain("measure"), _plain("org"), _plain("period"), _plain("value"), _plain("note")),
)
_COMMENT = Table(
    "comment",
    Comment,
    1,
    (
        _plain("id"),
        _plain("kpi"),
        _plain("org"),
        _plain("period"),
        _words("text"),
        _plain("by", "said_by"),
        _plain("at", "said_at"),
    ),
)
_SEGMENT = Table(
    "segment",
    SegmentStart,
    3,
    (
        _plain("kpi"),
        _plain("org"),
        _plain("start"),
        _words("reason"),
        _plain("by", "said_by"),
        _plain("at", "said_at"),
    ),
)

_CLOSING = Table(
    "closing",
    Closing,
    2,
    (
        _plain("org"),
        _plain("period"),
        _flag("closed"),
        _plain("by", "said_by"),
        _plain("at", "said_at"),
        _plain("note"),
        _plain("reopened_by"),
        _plain("reopened_at"),
        _plain("reason"),
    ),
)

_ALL = (
    _SETTING,
    _ORG,
    _MEASURE,
    _KPI_VERSION,
    _NODE,
    _TARGET,
    _ENTRY,
    _COMMENT,
    _SEGMENT,
    _CLOSING,
)
#: The tables that hold records, by name; a row refers only to those before it or to its own.
TABLES = {table.name: table for table in _ALL}
