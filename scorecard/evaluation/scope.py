"""What a formula reads: measures at an org unit over a stretch, as its scope."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scorecard.evaluation.measuring import NO_DATA, Measuring
from scorecard.evaluation.stretch import Stretch, stretch_of
from scorecard.evaluation.view import View, grain
from scorecard.formula import Result
from scorecard.model.records import Measure
from scorecard.period import Period
from scorecard.series import snapped
from scorecard.vocabulary import Frequency, Method, Missing, Value

#: For each cell in time that counts, the units that count in it; None: all that there are.
Kept = Mapping[int, tuple[str, ...] | None]

#: A measure at a unit that has no value in a cell of the stretch, at some place inside it.
Gap = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class MeasureScope:
    """The measures of a board at `org` over `stretch`.

    `kept` names the positions of the stretch that count (R-VALUE-3); `measures` are those
    that the formula's names stand for, `own` is the KPI's frequency.
    """

    measuring: Measuring
    measures: Mapping[str, Measure]
    org: str
    own: Frequency
    stretch: Stretch
    kept: Kept

    def value(self, name: str) -> Result:
        """The measure over the kept cells, with all the digits of a mean; missing where none of
        them has a value."""
        measure = self.measures[name]
        units_at = self._units_at(measure)
        totals = self.measuring.over_time(measure, sorted(units_at), lambda n: units_at[n])
        uncounted = measure.over_time is Method.COUNT and not totals.value
        if (totals.value == NO_DATA or uncounted) and not self._any_due(measure, units_at):
            return Result(Missing("not_due"))
        return Result(totals.value, totals.partial)

    def told(self, name: str) -> Value:
        """The same value as it is compared and shown."""
        return snapped(self.value(name).value)

    def previous(self, steps: int) -> "MeasureScope":
        """The same formula one or more stretches earlier."""
        return self._moved(self.stretch.previous(steps, self.measuring.calendar))

    def year_before(self) -> "MeasureScope":
        """The same formula over the same periods one year earlier."""
        return self._moved(self.stretch.year_before(self.measuring.calendar))

    def year_to_date(self) -> Sequence["MeasureScope"]:
        """The KPI's own periods from the fiscal year's start to the end of this stretch."""
        newest = self._newest()
        year = self.measuring.calendar.belongs(newest, Frequency.YEAR)
        span = self.measuring.calendar.span(year)
        first = self.measuring.calendar.containing(span.first, newest.kind)
        return self._single(range(first.number, newest.number + 1))

    def back(self, count: int) -> Sequence["MeasureScope"]:
        """The KPI's last `count` own periods that end with this stretch."""
        newest = self._newest().number
        return self._single(range(newest - count + 1, newest + 1))

    def days(self) -> int:
        """The calendar days of the kept cells."""
        calendar = self.measuring.calendar
        return sum(self.stretch.span_of(n, calendar).days for _, n in self._cells())

    def entries_of(self, name: str) -> list[tuple[str, str, str]]:
        """The keys (measure, unit, period) of the entries that a value is made of, those of a
        weighted measure each with what it weighs."""
        keys = [key for key in self.cells_of(name) if self.measuring.typed(*key) is not None]
        measure = self.measures[name]
        if not measure.weight or Method.WEIGHTED not in {measure.over_time, measure.over_org}:
            return keys
        pairs = [(key, (measure.weight, *key[1:])) for key in keys]
        return [key for pair in pairs for key in pair if self.measuring.typed(*key) is not None]

    def cells_of(self, name: str) -> list[tuple[str, str, str]]:
        """The keys of all that may be entered for a value, whether or not it is."""
        measure = self.measures[name]
        kind = grain(measure.frequency)
        return [
            (measure.id, unit, Period(kind, number).code)
            for number, units in sorted(self._units_at(measure).items())
            for unit in units
        ]

    def says_none(self) -> bool:
        """Whether somebody said of any of the values that there is none."""
        return any(
            self.measuring.said_none(measure.id, unit, number)
            for measure in self.measures.values()
            for number, units in self._units_at(measure).items()
            for unit in units
        )

    def gaps(self, names: Iterable[str]) -> frozenset[Gap]:
        """What of the measures called `names` has no value in a cell that counts, due or not,
        though the unit keeps that measure."""
        calendar = self.measuring.calendar
        found: set[Gap] = set()
        for name in names:
            measure = self.measures[name]
            units = self.measuring.keepers(measure.id, self.org)
            inner_kind = grain(measure.frequency)
            for at, number in self._cells():
                inside = self.stretch.inner(number, inner_kind, calendar)
                for step, inner in enumerate(inside):
                    for unit in self.kept[at] or units:
                        if unit in units and self._lacks(measure, unit, inner):
                            found.add((measure.id, unit, at, step))
        return frozenset(found)

    def _lacks(self, measure: Measure, unit: str, number: int) -> bool:
        counted = measure.over_time is Method.COUNT
        return not counted and self.measuring.entry(measure.id, unit, number) is None

    def _any_due(self, measure: Measure, numbers: Iterable[int]) -> bool:
        kind = grain(measure.frequency)
        return any(self.measuring.due(Period(kind, number)) for number in numbers)

    def _cells(self) -> list[tuple[int, int]]:
        numbers = enumerate(self.stretch.numbers)
        return [(at, n) for at, n in numbers if at in self.kept and n is not None]

    def _units_at(self, measure: Measure) -> dict[int, tuple[str, ...]]:
        """The units that count in each of the measure's own periods."""
        kind, calendar = grain(measure.frequency), self.measuring.calendar
        every = self.measuring.leaves(measure.id, self.org)
        return {
            inner: self.kept[at] or every
            for at, number in self._cells()
            for inner in self.stretch.inner(number, kind, calendar)
        }

    def _moved(self, stretch: Stretch) -> "MeasureScope":
        paired = len(stretch.numbers) == len(self.stretch.numbers)
        kept: Kept = self.kept if paired else dict.fromkeys(range(len(stretch.numbers)))
        return self._over(stretch, kept)

    def _newest(self) -> Period:
        calendar = self.measuring.calendar
        present = [number for number in self.stretch.numbers if number is not None]
        newest = Period(self.stretch.kind, present[-1]) if present else None
        kind = grain(self.own)
        return (
            calendar.belongs(newest, kind)
            if newest
            else calendar.containing(self.stretch.last, kind)
        )

    def _single(self, numbers: range) -> list["MeasureScope"]:
        calendar = self.measuring.calendar
        inputs = frozenset(measure.frequency for measure in self.measures.values())
        views = [View(Period(grain(self.own), number)) for number in numbers]
        stretches = [stretch_of(view, self.own, inputs, calendar) for view in views]
        begun = [each.until(self.stretch.last, calendar) for each in stretches]
        return [self._over(each, dict.fromkeys(range(len(each.numbers)))) for each in begun]

    def _over(self, stretch: Stretch, kept: Kept) -> "MeasureScope":
        return MeasureScope(self.measuring, self.measures, self.org, self.own, stretch, kept)
