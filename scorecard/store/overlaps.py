"""Which later steps touched what a step touched: records by their keys, entries in blocks too."""

import json
import sqlite3
from collections.abc import Iterator

from scorecard.model.records import Key
from scorecard.store.images import key_text


def later_on_same(connection: sqlite3.Connection, seq: int) -> frozenset[int]:
    """The numbers of the steps after `seq` that touched one of its records."""
    same = connection.execute(
        "SELECT DISTINCT later.step FROM change AS own JOIN change AS later"
        " ON later.tbl = own.tbl AND later.key = own.key AND later.step > own.step"
        " WHERE own.step = ? AND NOT (own.tbl = 'entry' AND json_array_length(own.key) = 2)",
        (seq,),
    )
    found = {step for (step,) in same}
    for place, periods in _entries(connection, seq).items():
        for step, later in _later(connection, seq, place):
            if step not in found and not periods.isdisjoint(later):
                found.add(step)
    return frozenset(found)


def _entries(connection: sqlite3.Connection, seq: int) -> dict[Key, set[str]]:
    """The periods of the entries that a step touched, by measure and unit."""
    rows = connection.execute(
        "SELECT key, before, after FROM change WHERE step = ? AND tbl = 'entry'", (seq,)
    )
    found: dict[Key, set[str]] = {}
    for key, before, after in rows:
        measure, org, *_ = json.loads(key)
        found.setdefault((measure, org), set()).update(_periods(before), _periods(after))
    return found


def _later(
    connection: sqlite3.Connection, seq: int, place: Key
) -> Iterator[tuple[int, frozenset[str]]]:
    """The later changes of a series: their steps and periods."""
    start = key_text(place)[:-1]
    rows = connection.execute(
        "SELECT step, before, after FROM change WHERE tbl = 'entry'"
        " AND (key = ? OR key >= ? AND key < ?) AND step > ?",
        (start + "]", start + ",", start + "-", seq),
    )
    for step, before, after in rows:
        yield step, _periods(before) | _periods(after)


def _periods(image: str | None) -> frozenset[str]:
    """The periods of an entry or a block; none where the image cannot be read."""
    try:
        period = json.loads(image or "{}")["period"]
    except (ValueError, KeyError, TypeError):
        return frozenset()
    return frozenset(period if isinstance(period, list) else [period])
