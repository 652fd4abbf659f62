"""What a file says, before it is laid beside a document: named fields with their addresses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from scorecard.cleaning import clean
from scorecard.exchange.forms import Form
from scorecard.model.records import EntryBlock, Key, Setting
from scorecard.text import called_place
from scorecard.trouble import Trouble
from scorecard.vocabulary import Words

_SHOWN = 80


class Refusal(NamedTuple):
    """One thing of a file that cannot be taken: `what` it was, and why; the place is in `why`."""

    what: str
    why: Trouble

    @property
    def where(self) -> str:
        return self.why.where


class SaidRecord(NamedTuple):
    """A record as far as the file names it: `fields` by the record's own names."""

    form: Form
    key: Key
    fields: dict[str, object]
    where: str
    rank: int


class Columns(NamedTuple):
    """The entries of a long table, a block for each series. `lines` are those of the file that the
    entries of a series stand in; `names_notes` tells whether the table has a column of notes."""

    blocks: tuple[EntryBlock, ...]
    lines: Mapping[Key, Sequence[int]]
    names_notes: bool


@dataclass(slots=True)
class Source:
    """All that a file says. Filled while it is read, never changed afterwards.

    `entries` is by key, with the note None where the file does not name it; `places` holds the
    address of every record and entry. A long table has `columns` instead of both. `refused_ids`
    are those of records that could not be read: what refers to them is not to blame. `warnings`
    are for somebody to read, `told` is what else it changes or does not (targets), `left_out` says
    what was struck out and why, `blank` counts cells that say nothing.
    """

    name: str
    settings: list[Setting] = field(default_factory=list)
    records: list[SaidRecord] = field(default_factory=list)
    entries: dict[Key, tuple[float | None, str | None]] = field(default_factory=dict)
    places: dict[tuple[str, Key], str] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    refused_ids: set[str] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)
    told: list[Trouble] = field(default_factory=list)
    warnings: list[Trouble] = field(default_factory=list)
    left_out: list[Trouble] = field(default_factory=list)
    blank: int = 0
    columns: Columns | None = None

    def refuse(self, where: str, what: object, code: str, **facts: str | Words) -> None:
        """Notes one thing that cannot be taken, and why."""
        self.refused.append(Refusal(shown(what), Trouble(code, where, facts)))

    def place(self, table: str, key: Key, where: str) -> bool:
        """Notes the address of a record; refuses it where the file has had it before."""
        first = self.places.setdefault((table, key), where)
        if first != where:
            self.refuse(where, " ".join(key), "said_twice", first=called_place(first))
        return first == where

    def where(self, table: str, key: Key) -> str | None:
        """The address of a record or an entry; None where the file does not say it."""
        if self.columns is None or table != "entry":
            return self.places.get((table, key))
        for block in self.columns.blocks:
            if block.key == key[:2] and key[2] in block.periods:
                line = self.columns.lines[block.key][block.periods.index(key[2])]
                return f"{self.name} line {line}"
        return None


def shown(value: object) -> str:
    """A value of the file as a short and clean text."""
    text = clean(value[: 2 * _SHOWN] if isinstance(value, str) else str(value))
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
