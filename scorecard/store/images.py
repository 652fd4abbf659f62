"""Row images, keys and sentences as the JSON texts of the journal."""

import json
from collections.abc import Mapping
from functools import cache
from json.encoder import encode_basestring
from math import isfinite
from types import MappingProxyType

from scorecard.model.records import EntryBlock, Key, Record
from scorecard.store.blocks import block_image, block_of
from scorecard.store.rows import Cell, packed
from scorecard.store.tables import TABLES
from scorecard.text import Said
from scorecard.vocabulary import Words


def image(record: Record | None) -> str | None:
    """The row of a record by column, `{"id":"co",…}`; None where there is no record.

    Raises ValueError for a number that is none.
    """
    if record is None:
        return None
    if isinstance(record, EntryBlock):
        return block_image(record)
    table = TABLES[record.table]
    pairs = zip(_labels(table.name), table.row(record), strict=True)
    return "{" + ",".join([label + _cell(cell) for label, cell in pairs]) + "}"


def record_of(
    table: str, text: str | None, came: Mapping[str, Cell] = MappingProxyType({})
) -> Record | None:
    """The record of an image; `came` are cells of columns that an older one may lack. Raises
    KeyError, ValueError or TypeError where it is none."""
    if text is None:
        return None
    cells = json.loads(text)
    if table == "entry" and isinstance(cells["period"], list):
        return block_of(cells)
    cells = {**came, **cells}
    return TABLES[table].read(tuple(cells[column] for column in TABLES[table].columns))


def key_text(key: Key) -> str:
    """A key as it stands in the journal: `["revenue","co","2026-10"]`."""
    return "[" + ",".join(map(encode_basestring, key)) + "]"


def said_text(said: Said) -> str:
    """The sentence that names a step, not yet in any language."""
    return packed(_said(said))


def said_of(text: str) -> Said:
    """The sentence of `said_text`; one that says so where it is none, so that a history with
    one bad step can still be shown."""
    try:
        return _read_said(json.loads(text))
    except (ValueError, TypeError, KeyError):
        return Said("store.step_without_name")


@cache
def _labels(table: str) -> tuple[str, ...]:
    return tuple(f'"{column}":' for column in TABLES[table].columns)


def _cell(cell: Cell) -> str:
    """A cell in JSON, by hand: an import writes half a million of them."""
    if isinstance(cell, str):
        return encode_basestring(cell)
    if cell is None:
        return "null"
    if not isfinite(cell):
        raise ValueError(cell)
    return repr(cell)


def _said(said: Said) -> dict[str, object]:
    return {"key": said.key, "facts": {name: _fact(fact) for name, fact in said.facts.items()}}


def _fact(fact: str | Words | Said) -> object:
    if isinstance(fact, Words):
        return fact._asdict()
    return _said(fact) if isinstance(fact, Said) else fact


def _read_said(value: Mapping[str, object]) -> Said:
    facts = value["facts"]
    if not isinstance(facts, dict):
        raise TypeError(facts)
    return Said(str(value["key"]), {name: _read_fact(fact) for name, fact in facts.items()})


def _read_fact(value: object) -> str | Words | Said:
    if not isinstance(value, dict):
        return str(value)
    return _read_said(value) if "key" in value else Words(**value)
