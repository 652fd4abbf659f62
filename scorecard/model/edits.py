"""Edits: what a change does, record by record, with the image before and after."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from scorecard.model.records import Entry, EntryBlock, Key, Record
from scorecard.text import Said
from scorecard.vocabulary import BackupReason


@dataclass(frozen=True, slots=True)
class Edit:
    """One record put, replaced or removed; None on a side means that it is not there.

    With blocks it is what happens to all their entries: those of `before` that `after` does not
    have are gone, those that only `after` has are new. Others of the series are not touched.
    """

    before: Record | None
    after: Record | None

    @property
    def table(self) -> str:
        return self._either.table

    @property
    def key(self) -> Key:
        return self._either.key

    @property
    def is_block(self) -> bool:
        """Whether it is about many entries of one series."""
        return isinstance(self._either, EntryBlock)

    @property
    def inverse(self) -> "Edit":
        return Edit(self.after, self.before)

    @property
    def _either(self) -> Record:
        record = self.after if self.after is not None else self.before
        if record is None:
            raise ValueError("an edit needs an image on at least one side")
        return record


@dataclass(frozen=True, slots=True)
class Change:
    """A named list of edits that happen together or not at all; `name` is what undo says.

    `backup` is the reason why a backup of the document is kept before it (R8).
    """

    name: Said
    edits: tuple[Edit, ...] = field(default=())
    backup: BackupReason | None = None


def one_by_one(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The same, with an edit for each entry of a block."""
    for edit in edits:
        if edit.is_block:
            before, after = entries_of(edit.before), entries_of(edit.after)
            for period in sorted(before.keys() | after.keys()):
                yield Edit(before.get(period), after.get(period))
        else:
            yield edit


def entries_of(record: Record | None) -> dict[str, Entry]:
    """The entries of a block by their periods; none where there is no block."""
    if not isinstance(record, EntryBlock):
        return {}
    notes = record.notes or ("",) * len(record.periods)
    return {
        period: Entry(record.measure, record.org, period, value, note)
        for period, value, note in zip(record.periods, record.values, notes, strict=True)
    }


def touches_values(edits: Iterable[Edit]) -> bool:
    """Whether a line of periods may look different; names, stars and weights change none."""
    return any(edit.table not in {"node", "comment", "segment", "review"} for edit in edits)
