"""One thing that is wrong with one record, and which field of it."""

from collections.abc import Mapping
from typing import NamedTuple

from scorecard.model.records import Key, Record
from scorecard.trouble import Level, Trouble
from scorecard.vocabulary import Words


class Fault(NamedTuple):
    """`field` is the field's name in the interchange form, empty for the record as a whole."""

    table: str
    key: Key
    field: str
    code: str
    facts: Mapping[str, str | Words]
    level: Level = Level.ERROR

    def at(self, where: str) -> Trouble:
        """The trouble with a place that the reader knows."""
        return Trouble(self.code, where, self.facts, self.level)

    @property
    def where(self) -> str:
        """The place inside the document: `kpi FIN-002 v1.0 formula`."""
        return " ".join(part for part in (_NAMES[self.table], *self.key, self.field) if part)

    @property
    def trouble(self) -> Trouble:
        return self.at(self.where)


def fault(record: Record, field: str, code: str, **facts: str | Words) -> Fault:
    """A fault of `record` with the `facts` for its sentence."""
    return Fault(record.table, record.key, field, code, facts)


_NAMES = {
    "setting": "settings",
    "org": "org",
    "measure": "measure",
    "kpi_version": "kpi",
    "node": "tree",
    "target": "target",
    "entry": "entry",
    "comment": "comment",
    "segment": "segment",
    "closing": "closing",
    "review": "review",
}
