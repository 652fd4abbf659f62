"""A stretch: the cells in time that a formula is computed over."""

from datetime import date
from typing import NamedTuple

from scorecard.evaluation.view import LENGTHS, View, coarser, grain, own_periods
from scorecard.period import PER_YEAR, Calendar, Period, Span
from scorecard.vocabulary import Frequency


class Stretch(NamedTuple):
    """The periods of one `kind` that a view of a KPI is made of, oldest first.

    A number is None where a period has no counterpart (week 53 a year before). Nothing that
    begins after `last` is used (R-TIME-12). `view` is None for a year to date, whose
    neighbours are stretches of the same length.
    """

    kind: Frequency
    numbers: tuple[int | None, ...]
    last: date
    view: View | None

    def previous(self, steps: int, calendar: Calendar) -> "Stretch":
        """The stretch of the same kind that ends `steps` stretches earlier."""
        moved = None if self.view is None else self.view.shifted(-steps)
        if moved is not None:
            there = tuple(own_periods(moved, self.kind, calendar))
            return Stretch(self.kind, there, moved.last_day(calendar), moved)
        back = steps * len(self.numbers)
        numbers = tuple(None if n is None else n - back for n in self.numbers)
        return Stretch(self.kind, numbers, self._end(numbers, calendar), None)

    def year_before(self, calendar: Calendar) -> "Stretch":
        """The same periods one year earlier, each paired with its own."""
        numbers = tuple(_year_before(self.kind, number) for number in self.numbers)
        moved = None if self.view is None else self.view.year_before
        return Stretch(self.kind, numbers, self._end(numbers, calendar), moved)

    def inner(self, number: int, kind: Frequency, calendar: Calendar) -> tuple[int, ...]:
        """Numbers of the periods of `kind` in one of this stretch's periods, or that of the
        longer period that holds its end."""
        if kind is self.kind:
            return (number,)
        own = Period(self.kind, number)
        if coarser(kind, self.kind):
            return (calendar.belongs(own, kind).number,)
        inside = calendar.within(calendar.span(own), kind)
        return tuple(n for n in inside if calendar.span(Period(kind, n)).first <= self.last)

    def until(self, last: date, calendar: Calendar) -> "Stretch":
        """Without what begins after `last`, which may be before its own end (R-TIME-12)."""
        if last >= self.last:
            return self
        begun = [n for n in self.numbers if n is None or self.span_of(n, calendar).first <= last]
        return self._replace(numbers=tuple(begun) or self.numbers[:1], last=last)

    def span_of(self, number: int, calendar: Calendar) -> Span:
        """The days of one of its periods."""
        return calendar.span(Period(self.kind, number))

    def _end(self, numbers: tuple[int | None, ...], calendar: Calendar) -> date:
        present = [number for number in numbers if number is not None]
        return self.span_of(present[-1], calendar).last if present else self.last


def stretch_of(
    view: View, own: Frequency, inputs: frozenset[Frequency], calendar: Calendar
) -> Stretch:
    """The stretch of a KPI of frequency `own` whose formula needs measures of `inputs`.

    Its cells are as long as the longest input, but never longer than the KPI's own periods,
    so that daily inputs pair day by day and mixed ones by the longer of them.
    """
    shown = own_view(view, own, calendar)
    kind = _cell_kind(own, inputs)
    last = view.last_day(calendar)
    numbers = tuple(own_periods(shown, kind, calendar))
    begun = tuple(n for n in numbers if calendar.span(Period(kind, n)).first <= last)
    return Stretch(kind, begun or numbers[:1], last, None if view.upto else shown)


def trailing_year(
    view: View, own: Frequency, inputs: frozenset[Frequency], calendar: Calendar
) -> Stretch:
    """The stretch of the twelve months that end with the view (window `trailing_12m`)."""
    kind = _cell_kind(own, inputs)
    last = view.last_day(calendar)
    month = calendar.containing(last, Frequency.MONTH)
    span = Span(calendar.span(month.shifted(-11)).first, last)
    newest = calendar.containing(last, kind).number
    numbers = tuple(calendar.within(span, kind)) or (newest,)
    return Stretch(kind, numbers, last, None)


def own_view(view: View, own: Frequency, calendar: Calendar) -> View:
    """The view of a KPI of frequency `own`: a finer one shows the KPI's period that holds the
    view's last day."""
    kind = grain(own)
    if view.upto or not coarser(kind, view.period.kind):
        return view
    return View(calendar.containing(view.last_day(calendar), kind))


def _cell_kind(own: Frequency, inputs: frozenset[Frequency]) -> Frequency:
    kinds = [grain(frequency) for frequency in inputs]
    for kind in kinds:
        if not coarser(grain(own), kind):
            return grain(own)
    return max(kinds, key=LENGTHS.index, default=grain(own))


def _year_before(kind: Frequency, number: int | None) -> int | None:
    if number is None:
        return None
    if kind in PER_YEAR:
        return number - PER_YEAR[kind]
    before = Period(kind, number).year_before
    return None if before is None else before.number
