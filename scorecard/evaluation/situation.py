"""A situation: one KPI at one org unit in one view, with the cells that count there."""

from dataclasses import dataclass

from scorecard.evaluation.completeness import Completeness
from scorecard.evaluation.meaning import Meaning
from scorecard.evaluation.measuring import Measuring
from scorecard.evaluation.scope import Kept, MeasureScope
from scorecard.evaluation.stretch import Stretch
from scorecard.evaluation.view import View, grain
from scorecard.model.records import KpiVersion, Measure
from scorecard.period import Period


@dataclass(frozen=True, slots=True)
class Situation:
    """Which definition, where, over which cells in time, and which of them are complete.

    `period` is the newest of the KPI's own periods in the view.
    """

    measuring: Measuring
    version: KpiVersion
    period: Period
    meaning: Meaning
    org: str
    view: View
    stretch: Stretch
    counted: Completeness

    @property
    def is_whole(self) -> bool:
        """Whether every cell in time counts."""
        return len(self.counted.kept) == len(self.stretch.numbers)

    @property
    def scope(self) -> MeasureScope:
        """What the formula reads: the complete cells, or all where there is none."""
        every: Kept = dict.fromkeys(range(len(self.stretch.numbers)))
        return self._over(self.counted.kept or every)

    @property
    def newest_scope(self) -> MeasureScope:
        """What the formula reads of the KPI's newest own period, whatever is there: the last
        cell of twelve months, all cells otherwise."""
        last = len(self.stretch.numbers) - 1
        return self._over({last: None}) if self.version.window == "trailing_12m" else self.scope

    def scope_of(self, measure: Measure) -> MeasureScope:
        """Another measure over the same periods, all its units."""
        at: Kept = dict.fromkeys(self.counted.kept or range(len(self.stretch.numbers)))
        return MeasureScope(
            self.measuring,
            {measure.id: measure},
            self.org,
            self.version.frequency,
            self.stretch,
            at,
        )

    @property
    def shown(self) -> Period:
        """The newest of the KPI's own periods in the view that has a value, else the newest;
        twelve months rolled into one belong to the period that they end with."""
        newest = self.counted.newest
        number = None if newest is None else self.stretch.numbers[newest]
        if number is None or self.version.window == "trailing_12m":
            return self.period
        cell = Period(self.stretch.kind, number)
        return self.measuring.calendar.belongs(cell, grain(self.version.frequency))

    def _over(self, kept: Kept) -> MeasureScope:
        return MeasureScope(
            self.measuring,
            self.meaning.measures,
            self.org,
            self.version.frequency,
            self.stretch,
            kept,
        )
