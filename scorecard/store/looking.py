"""Which rows of the journal are about a record, alone or in a block."""

from scorecard.model.records import Key
from scorecard.store.images import key_text

#: What a row of `change` must be, and the facts of it.
Condition = tuple[str, list[str]]
#: Parts of the key of an entry: only entries come in blocks.
_OF_ENTRY = 3
#: Whether a block has an entry of a period; one that cannot be read has none.
_IN_BLOCK = (
    "? IN (SELECT value FROM json_each(iif(json_valid(before), before, '{}'), '$.period')) OR"
    " ? IN (SELECT value FROM json_each(iif(json_valid(after), after, '{}'), '$.period'))"
)


def touching(key: Key) -> Condition:
    """The condition that a row of `change` is about a record, alone or in a block, and its
    facts."""
    if len(key) < _OF_ENTRY:
        return "key = ?", [key_text(key)]
    *place, period = key
    own, block = key_text(key), key_text(tuple(place))
    return f"key IN (?, ?) AND (key = ? OR {_IN_BLOCK})", [own, block, own, period, period]


def of_series(place: Key) -> Condition:
    """The same for all entries of a measure at a unit."""
    start = key_text(place)[:-1]
    return "tbl = 'entry' AND (key = ? OR key >= ? AND key < ?)", [
        start + "]",
        start + ",",
        start + "-",
    ]
