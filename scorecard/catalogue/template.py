"""A KPI of the library: a definition to copy, with what is suggested and said beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from scorecard.model.records import KpiVersion
from scorecard.vocabulary import NO_WORDS, Frequency, Words


class Kind(StrEnum):
    """What sort of thing a KPI is; all but a scalar say how they are kept (`Template.kept`)."""

    SCALAR = "scalar"
    ENTITY = "entity"
    RANKING = "ranking"
    MAP = "map"
    DISTRIBUTION = "distribution"
    REVIEW = "review"


class Shelf(NamedTuple):
    """A department or a theme, under which templates stand."""

    id: str
    name: Words
    icon: str = ""
    aliases: tuple[str, ...] = ()


class Suggestion(NamedTuple):
    """A target of the interchange form; `basis` None means the KPI's own frequency."""

    value: str
    basis: Frequency | None = None


class Example(NamedTuple):
    """Inputs by measure id, or by a call such as `LY(revenue)`, and the value they give.

    Over twelve months an added input is the total of all twelve.
    """

    inputs: Mapping[str, float]
    value: float


@dataclass(frozen=True, slots=True)
class Template:
    """One KPI of the library.

    `version` is its definition over the ids of the library's measures, without an effective
    date; its frequency is how often the KPI is updated where its data come by themselves.
    `measures` are the ids that it needs, in the order in which the formula names them, a
    budget last. `core`: what a department begins with; `star`: suggested as key KPI there,
    `company_star` for the company. `good` says what good looks like.
    """

    id: str
    department: str
    theme: str
    version: KpiVersion
    measures: tuple[str, ...]
    example: Example
    kind: Kind = Kind.SCALAR
    aliases: tuple[str, ...] = ()
    good: Words = NO_WORDS
    kept: Words = NO_WORDS
    target: Suggestion | None = None
    company_target: Suggestion | None = None
    core: bool = False
    star: bool = False
    company_star: bool = False

    @property
    def name(self) -> Words:
        """What it is called."""
        return self.version.name
