"""Records as rows: how fields of each kind stand in columns, both ways."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from scorecard.model.records import (
    Entry,
    Record,
    Spread,
)
from scorecard.vocabulary import (
    SpreadRule,
    Words,
)

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


def plain(name: str, column: str = "") -> Field:
    return Field(name, (column or name,), lambda value: (value,), _same)


def words(name: str) -> Field:
    return Field(name, (f"{name}_zh", f"{name}_en"), tuple, Words)


def choice(name: str, of: type[StrEnum]) -> Field:
    return Field(name, (name,), lambda value: (value.value,), of)


def maybe(name: str, of: type[StrEnum]) -> Field:
    return Field(
        name,
        (name,),
        lambda value: (None if value is None else value.value,),
        lambda cell: None if cell is None else of(cell),
    )


def spread(name: str) -> Field:
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


def flag(name: str) -> Field:
    return Field(name, (name,), lambda value: (int(value),), bool)


def texts(name: str) -> Field:
    return Field(name, (name,), lambda value: (packed(value),), _read_texts)


def _read_texts(cell: str) -> tuple[str, ...]:
    return tuple(str(text) for text in json.loads(cell))
