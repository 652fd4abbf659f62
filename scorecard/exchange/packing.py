"""The entries of a large import as blocks, which are written, taken back and told of at a fraction
of the work."""

from collections.abc import Sequence

from scorecard.board import Place
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, EntryBlock, Record
from scorecard.period import NUMBERS

#: With fewer, arrays take longer to load than blocks save.
MANY = 10_000
#: What may change beside them: a block must find measure and unit on the board as it was.
_BESIDE = frozenset({"entry", "setting"})


def packed(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The same change, with one block for the entries of each series where they are many; what
    makes measures or units too stays as it is."""
    if len(edits) < MANY or any(edit.is_block or edit.table not in _BESIDE for edit in edits):
        return edits
    others = tuple(edit for edit in edits if edit.table != "entry")
    series: dict[Place, list[Edit]] = {}
    for edit in edits:
        if edit.table == "entry":
            series.setdefault((edit.key[0], edit.key[1]), []).append(edit)
    return (*others, *(_packed(place, each) for place, each in series.items()))


def _packed(place: Place, edits: list[Edit]) -> Edit:
    rising = sorted(edits, key=lambda edit: NUMBERS[edit.key[2]])
    before, after = ([edit.before for edit in rising], [edit.after for edit in rising])
    return Edit(_block(place, before), _block(place, after))


def _block(place: Place, records: Sequence[Record | None]) -> EntryBlock | None:
    entries = [record for record in records if isinstance(record, Entry)]
    if not entries:
        return None
    notes = tuple([entry.note for entry in entries])
    return EntryBlock(
        *place,
        tuple([entry.period for entry in entries]),
        tuple([entry.value for entry in entries]),
        notes if any(notes) else (),
    )
