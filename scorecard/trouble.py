"""Trouble is a value: what is wrong, where, how bad, what would be right."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from scorecard.vocabulary import Words


class Level(StrEnum):
    """How bad a trouble is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Trouble(NamedTuple):
    """One thing that is wrong.

    `code` names a sentence `trouble.<code>` in resources/words; `facts` fill its named places,
    `Words` in the language of the sentence.
    `where` is an address a user can go to: `entries.csv line 3`, `kpis[4].versions[0].formula`.
    """

    code: str
    where: str = ""
    facts: Mapping[str, str | Words] = MappingProxyType({})
    level: Level = Level.ERROR


class Refused(Exception):  # noqa: N818  the word of the promise: refused, nothing changed
    """An edit or an import that must not happen; the document is as before."""

    def __init__(self, troubles: Iterable[Trouble]) -> None:
        self.troubles = tuple(troubles)
        super().__init__("; ".join(f"{t.code} at {t.where} {t.facts}" for t in self.troubles))


class CannotOpen(Exception):  # noqa: N818  same
    """A document that cannot be opened; the file was not touched."""

    def __init__(self, trouble: Trouble) -> None:
        self.trouble = trouble
        super().__init__(f"{trouble.code}: {trouble.where} {trouble.facts}")
