"""The records of a document: frozen, each with the key it is stored and undone by."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from scorecard.vocabulary import (
    NO_WORDS,
    Category,
    Direction,
    Frequency,
    Method,
    NodeKind,
    ReviewOutcome,
    SpreadRule,
    Words,
)

Key = tuple[str, ...]

#: How a target is spread over the parts of its period: by a rule, or as typed.
Spread = SpreadRule | tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of the document; `value` is JSON-ready."""

    table: ClassVar[str] = "setting"
    name: str
    value: object

    @property
    def key(self) -> Key:
        return (self.name,)


@dataclass(frozen=True, slots=True)
class Org:
    """A unit that numbers belong to: company, business unit, department, region, product line."""

    table: ClassVar[str] = "org"
    id: str
    name: Words
    parent: str | None = None
    order: int = 0

    @property
    def key(self) -> Key:
        return (self.id,)


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted and typed, once, for everyone (數據)."""

    table: ClassVar[str] = "measure"
    id: str
    name: Words
    unit: str = ""
    frequency: Frequency = Frequency.MONTH
    over_time: Method = Method.SUM
    over_org: Method = Method.SUM
    weight: str | None = None
    source: Words = NO_WORDS
    table_name: str = ""
    owner: Words = NO_WORDS
    order: int = 0

    @property
    def key(self) -> Key:
        return (self.id,)


@dataclass(frozen=True, slots=True)
class KpiVersion:
    """A KPI's definition from a date on: the fields of appendix A but the target.

    `effective` is a date or a period meaning its first day, as it was given. `green` and
    `amber` are threshold texts of the interchange form, empty where they are derived. `planned`
    is the day on which a project is to be done, empty for any other KPI.
    """

    table: ClassVar[str] = "kpi_version"
    kpi: str
    version: str
    effective: str
    name: Words
    category: Category | None = None
    definition: Words = NO_WORDS
    formula: str = ""
    unit: str = ""
    decimals: int | None = None
    frequency: Frequency = Frequency.MONTH
    direction: Direction = Direction.NONE
    green: str = ""
    amber: str = ""
    source: Words = NO_WORDS
    table_name: str = ""
    owner: Words = NO_WORDS
    dashboards: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    change: Words = NO_WORDS
    notes: Words = NO_WORDS
    low_bound: float | None = None
    high_bound: float | None = None
    baseline: float | None = None
    better: Direction | None = None
    attainment: str = ""
    window: str = ""
    key_reason: Words = NO_WORDS
    pitfall: Words = NO_WORDS
    planned: str = ""

    @property
    def key(self) -> Key:
        return (self.kpi, self.version)


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the tree (節點); a KPI line names its KPI and org unit.

    `archived` is the date, or the period meaning its first day, from which on the line is no
    part of any view; empty while it is.
    """

    table: ClassVar[str] = "node"
    id: str
    parent: str | None
    kind: NodeKind
    name: Words = NO_WORDS
    kpi: str | None = None
    org: str | None = None
    star: bool = False
    weight: float = 1.0
    order: int = 0
    archived: str = ""

    @property
    def key(self) -> Key:
        return (self.id,)


@dataclass(frozen=True, slots=True)
class Target:
    """What a KPI at an org unit should reach, from `start` on (a date, or a period's first day).

    `value` is a text of the interchange form such as `>=0.35`; `basis` None means the KPI's
    own frequency. `spread` says how a target for a longer period falls to its parts: `even`,
    `season`, or what each part is to be; None: in proportion to the time.
    """

    table: ClassVar[str] = "target"
    kpi: str
    org: str
    start: str
    value: str
    basis: Frequency | None = None
    spread: Spread | None = None

    @property
    def key(self) -> Key:
        return (self.kpi, self.org, self.start)


@dataclass(frozen=True, slots=True)
class SegmentStart:
    """Where the process limits of a KPI at an org unit are worked out anew, and why (R-SIGNAL-7).

    They start with the first of its own periods that begins on or after `start` (a date, or a
    period's first day).
    """

    table: ClassVar[str] = "segment"
    kpi: str
    org: str
    start: str
    reason: Words
    by: str = ""
    at: str = ""

    @property
    def key(self) -> Key:
        return (self.kpi, self.org, self.start)


@dataclass(frozen=True, slots=True)
class Review:
    """That somebody looked at a KPI's definition on a day, and what came of it (盤點)."""

    table: ClassVar[str] = "review"
    kpi: str
    day: str
    outcome: ReviewOutcome
    by: str = ""
    note: Words = NO_WORDS

    @property
    def key(self) -> Key:
        return (self.kpi, self.day)


class Entry(NamedTuple):
    """One measure, one org unit, one period: a value, or None with the reason as its note."""

    measure: str
    org: str
    period: str
    value: float | None
    note: str = ""

    @property
    def key(self) -> Key:
        return (self.measure, self.org, self.period)

    @property
    def table(self) -> str:
        return "entry"


@dataclass(frozen=True, slots=True)
class EntryBlock:
    """Many entries of one measure at one unit as columns: `periods` rise; `notes` is empty where
    none of them has a note."""

    table: ClassVar[str] = "entry"
    measure: str
    org: str
    periods: tuple[str, ...]
    values: tuple[float | None, ...]
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        return (self.measure, self.org)


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said about a KPI at an org unit in a period."""

    table: ClassVar[str] = "comment"
    id: str
    kpi: str
    org: str
    period: str
    text: Words
    by: str = ""
    at: str = ""

    @property
    def key(self) -> Key:
        return (self.id,)


@dataclass(frozen=True, slots=True)
class Closing:
    """A period that is closed for a unit and all below it (結帳), or was and is open again.

    While `closed` nothing in it may be entered or changed. `by`, `at` and `note` are those of
    the newest close; whoever opened it again last stays in `reopened_by`, `reopened_at` and
    `reason`, also when it is closed once more. Moments are ISO 8601 with offset.
    """

    table: ClassVar[str] = "closing"
    org: str
    period: str
    closed: bool = True
    by: str = ""
    at: str = ""
    note: str = ""
    reopened_by: str = ""
    reopened_at: str = ""
    reason: str = ""

    @property
    def key(self) -> Key:
        return (self.org, self.period)


Record = (
    Setting
    | Org
    | Measure
    | KpiVersion
    | Node
    | Target
    | Entry
    | EntryBlock
    | Comment
    | SegmentStart
    | Closing
    | Review
)
