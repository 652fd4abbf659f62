"""What a line of the scorecard says in a view."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from scorecard.change import Change
from scorecard.model.records import KpiVersion, Node
from scorecard.number import Rounding
from scorecard.period import Period
from scorecard.scoring import Criterion
from scorecard.vocabulary import Status, Value, Words


class Part(NamedTuple):
    """The part of a value that can be judged: over the `pairs` of `of` cells that something
    stands against."""

    value: Value
    pairs: int
    of: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A KPI at an org unit in a view: its value, what it is judged by, its colour.

    `value` is on the stored scale; `have` of `of` due cells went into it (R-VALUE-6).
    `period` is the KPI's own period that the value belongs to: the newest one shown. `part` is
    what of the value is judged where that is not all of it, `note` a code for what is worth saying
    about the target. Two `entire` values of one definition may be compared as they are.
    `rounding` is how the document writes numbers (R-NUMBER-9).
    """

    value: Value
    version: KpiVersion
    period: Period
    have: int = 0
    of: int = 0
    partial: bool = False
    entire: bool = False
    criterion: Criterion | None = None
    status: Status = Status.GREY
    score: float | None = None
    attainment: float | None = None
    reason: str | None = None
    rule: str = ""
    part: Part | None = None
    note: str = ""
    rounding: Rounding = "half_up"

    @property
    def judged(self) -> Value:
        """The value that has the colour."""
        return self.value if self.part is None else self.part.value

    @property
    def sense(self) -> Criterion:
        """What is better: what it is judged by, or the bare direction where there is no target
        (R-CHANGE-5)."""
        bare = Criterion(self.version.direction, better=self.version.better)
        return bare if self.criterion is None else self.criterion

    @property
    def reason_is_a_mistake(self) -> bool:
        """Whether there is no value because the formula itself cannot be read."""
        return (self.reason or "").startswith("formula_")


class Redefined(NamedTuple):
    """A change of the definition of `kpi`, from version `before` to `after`, from `start` on."""

    kpi: str
    before: str
    after: str
    start: str


class Comparison(NamedTuple):
    """How a line changed, or by the reason of `change` why nothing can be said.

    It is of `pairs` of `of` cells, like for like, where these are not the same. `offered` is the
    like-for-like change that may be told instead of one that must not be made; `redefined` what
    stands between where the definition is another.
    """

    change: Change
    pairs: int = 0
    of: int = 0
    offered: Change | None = None
    redefined: Redefined | None = None


class Changes(Protocol):
    """How a line changed, worked out when it is asked for: of the value, or of a parent's
    score."""

    @property
    def previous(self) -> Comparison:
        """Since the period before."""

    @property
    def last_year(self) -> Comparison:
        """Since the same period last year."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the tree in a view.

    A KPI line carries its `cell` (of an older period where `stale`); a goal, perspective,
    level or theme carries only a score. `counts` are the KPI lines below by colour, `lost`
    the points that each child costs (R-ROLL-8). `edition` is that of the newest edit that may
    have changed anything about the line, its changes included.
    """

    node: Node
    name: Words
    status: Status
    score: float | None = None
    reason: str | None = None
    cell: Cell | None = None
    stale: bool = False
    coverage: float | None = None
    worst: Status | None = None
    worst_is_stale: bool = False
    capped: bool = False
    lost: Mapping[str, float] = field(default_factory=dict)
    counts: Mapping[Status, int] = field(default_factory=dict)
    edition: int = 0
    changes: Changes | None = field(default=None, compare=False, repr=False)

    @property
    def previous(self) -> Change | None:
        """The change since the period before (R-CHANGE, R-ROLL-9)."""
        return None if self.changes is None else self.changes.previous.change

    @property
    def last_year(self) -> Change | None:
        """The change since the same period last year."""
        return None if self.changes is None else self.changes.last_year.change
