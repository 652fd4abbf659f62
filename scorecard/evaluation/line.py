"""What a line of the scorecard says in a view."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from scorecard.change import Change
from scorecard.model.records import KpiVersion, Node
from scorecard.period import Period
from scorecard.scoring import Criterion
from scorecard.vocabulary import Status, Value, Words


@dataclass(frozen=True, slots=True)
class Cell:
    """A KPI at an org unit in a view: its value, what it is judged by, its colour.

    `value` is on the stored scale; `have` of `of` due cells went into it (R-VALUE-6).
    `period` is the KPI's own period that the value belongs to: the newest one shown.
    """

    value: Value
    version: KpiVersion
    period: Period
    have: int = 0
    of: int = 0
    partial: bool = False
    criterion: Criterion | None = None
    status: Status = Status.GREY
    score: float | None = None
    attainment: float | None = None
    reason: str | None = None
    rule: str = ""

    @property
    def reason_is_a_mistake(self) -> bool:
        """Whether there is no value because the formula itself cannot be read."""
        return (self.reason or "").startswith("formula_")


class Changes(Protocol):
    """How a line changed, worked out when it is asked for: of the value, or of a parent's score.
    None where there is nothing to compare, or where the two do not mean the same."""

    @property
    def previous(self) -> Change | None:
        """Since the period before."""

    @property
    def last_year(self) -> Change | None:
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
        return None if self.changes is None else self.changes.previous

    @property
    def last_year(self) -> Change | None:
        """The change since the same period last year."""
        return None if self.changes is None else self.changes.last_year
