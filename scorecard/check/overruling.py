"""A unit's own entries take the place of those of the units below it: said when that begins."""

from collections.abc import Iterable, Iterator

from scorecard.board import Board
from scorecard.check.fault import Fault
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, EntryBlock
from scorecard.org_units import leaves
from scorecard.text import Said, listed
from scorecard.trouble import Level
from scorecard.vocabulary import Words

#: How many units a sentence names.
_NAMED = 5


def overruling_entries(board: Board, edits: Iterable[Edit]) -> Iterator[Fault]:
    """A warning for each measure that gets its first entry at a unit whose value was put together
    from the units below it; `board` is as it is before the edits."""
    first = dict[tuple[str, str], str]()
    for edit in edits:
        record = edit.after
        if isinstance(record, Entry | EntryBlock):
            place = (record.measure, record.org)
            period = record.period if isinstance(record, Entry) else record.periods[0]
            first[place] = min(period, first.get(place, period))
    for (measure, org), period in sorted(first.items()):
        parts = leaves(board, measure, org)
        if parts != (org,):
            facts: dict[str, str | Words] = {
                "text": measure,
                "name": board.measures[measure].name,
                "org": board.orgs[org].name,
                "units": units_named(board, parts),
            }
            key = (measure, org, period)
            yield Fault(EntryBlock.table, key, "", "overruling_entry", facts, Level.WARNING)


def units_named(board: Board, units: tuple[str, ...]) -> Words:
    """The ids of units with their names, the first few, for a sentence."""
    known = [board.orgs[unit].name for unit in units[:_NAMED]]
    shown: list[Words | Said] = [
        Words(f"{unit} {name.show('zh_TW')}", f"{unit} {name.show('en')}")
        for unit, name in zip(units, known, strict=False)
    ]
    return listed([*shown, *[Words("…", "…")] * (len(units) > _NAMED)])
