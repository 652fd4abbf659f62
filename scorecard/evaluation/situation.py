"""A situation: one KPI at one org unit in one view, with the cells that count there."""

from dataclasses import dataclass, replace

from scorecard.evaluation.completeness import Completeness, count
from scorecard.evaluation.meaning import Meaning
from scorecard.evaluation.measuring import Measuring
from scorecard.evaluation.scope import Kept, MeasureScope
from scorecard.evaluation.stretch import Stretch
from scorecard.evaluation.view import View, coarser, grain, own_periods
from scorecard.formula import NOW
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

    def narrowed(self, kept: Kept) -> "Situation":
        """The same over fewer cells."""
        counted = replace(self.counted, kept=kept, have=count(kept))
        return replace(self, counted=counted)

    @property
    def is_whole(self) -> bool:
        """Whether every cell in time counts."""
        return len(self.counted.kept) == len(self.stretch.numbers)

    @property
    def is_full(self) -> bool:
        """Whether the stretch is all of what the view shows: a quarter seen in its second month
        has one more month. To date it always is."""
        view = self.stretch.view
        if view is None or (view.period.kind is self.stretch.kind and not view.upto):
            return True
        whole = own_periods(view, self.stretch.kind, self.measuring.calendar)
        return len(self.stretch.numbers) == len(whole)

    @property
    def is_plain(self) -> bool:
        """Whether a cell that counts can lack nothing inside: its inputs are all required, each
        is one entry, of one unit or of those that are named."""
        named = len(self.meaning.required) == len(self.meaning.measures)
        whole = all(term.shift == NOW for term in self.meaning.required)
        alone = self.meaning.frequencies == {self.stretch.kind}
        apart = all(units is not None for units in self.counted.kept.values())
        return named and whole and alone and (apart or self._has_one_unit)

    @property
    def is_entire(self) -> bool:
        """Whether every cell there can be is there, with all that belongs inside it."""
        return self.counted.have == self.counted.cells and self.is_plain and self.is_full

    @property
    def _has_one_unit(self) -> bool:
        leaves = self.measuring.leaves
        return all(len(leaves(m.id, self.org)) == 1 for m in self.meaning.measures.values())

    @property
    def is_cut(self) -> bool:
        """Whether a cell goes on after the view's last day and holds shorter periods, of which
        only those to that day are used."""
        kept = self.counted.newest
        number = None if kept is None else self.stretch.numbers[kept]
        if number is None or not any(
            coarser(self.stretch.kind, grain(kind)) for kind in self.meaning.frequencies
        ):
            return False
        return self.stretch.span_of(number, self.measuring.calendar).last > self.stretch.last

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
        every: Kept = dict.fromkeys(range(last + 1))
        return self._over({last: None} if self.version.window == "trailing_12m" else every)

    def scope_of(self, measure: Measure, kept: Kept) -> MeasureScope:
        """Another measure over the cells `kept` of the same stretch."""
        return MeasureScope(
            self.measuring,
            {measure.id: measure},
            self.org,
            self.version.frequency,
            self.stretch,
            kept,
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
