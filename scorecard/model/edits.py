"""Edits: what a change does, record by record, with the image before and after."""

from dataclasses import dataclass, field

from scorecard.model.records import Key, Record
from scorecard.text import Said
from scorecard.vocabulary import BackupReason


@dataclass(frozen=True, slots=True)
class Edit:
    """One record put, replaced or removed; None on a side means that it is not there."""

    before: Record | None
    after: Record | None

    @property
    def table(self) -> str:
        return self._either.table

    @property
    def key(self) -> Key:
        return self._either.key

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
