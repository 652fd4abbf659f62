"""A formula tried out on given numbers: the verb `formula` and the editor's live result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict, final

from scorecard.formula.grammar import parse
from scorecard.formula.mistake import FormulaError
from scorecard.formula.names import resolve, told_of_brackets
from scorecard.formula.tokens import name_key
from scorecard.formula.value import Result, evaluate
from scorecard.number import plain
from scorecard.period import Calendar, Period
from scorecard.text import LANGUAGES, sentence
from scorecard.vocabulary import Missing, Value

Inputs = Mapping[str, Value]
Series = Mapping[str, Mapping[str, Value]]


@final
class Mistake(TypedDict):
    """Where a formula is wrong, and the sentence by language."""

    position: int
    expected: list[str]
    near: str | None
    message: dict[str, str]


@final
class Refusal(TypedDict):
    """The answer to a formula that cannot be read."""

    error: Mistake


@final
class Outcome(TypedDict):
    """The answer to a formula that can be read; `value` is null where there is a reason."""

    value: float | None
    reason: str | None
    partial: bool


def trial(
    text: str, inputs: Inputs, series: Series, period: Period | None, calendar: Calendar
) -> Outcome | Refusal:
    """The answer of the interchange form to a formula.

    `inputs` are the values in `period`; `series` hold values by period code, that of `period`
    too. The names of both are the known ones.
    """
    given = {name_key(name): values for name, values in series.items()}
    now = {name_key(name): value for name, value in inputs.items()}
    known = {name: name for name in (*now, *given)}
    try:
        tree = resolve(parse(text), known)
    except FormulaError as mistake:
        return Refusal(error=_told(told_of_brackets(mistake, text, [*inputs, *series])))
    dated = period if period and _is_dated(period, calendar) else None
    value, partial = evaluate(tree, _Given(now, given, dated, calendar))
    if isinstance(value, Missing):
        return Outcome(value=None, reason=value.reason, partial=False)
    return Outcome(value=plain(value), reason=None, partial=partial)


def _told(mistake: FormulaError) -> Mistake:
    return Mistake(
        position=mistake.position,
        expected=list(mistake.expected),
        near=mistake.near,
        message={language: sentence(mistake.trouble(), language) for language in LANGUAGES},
    )


@dataclass(frozen=True, slots=True)
class _Given:
    """The scope of one period over given numbers."""

    now: Inputs
    series: Series
    period: Period | None
    calendar: Calendar

    def value(self, name: str) -> Result:
        if name in self.now:
            return Result(self.now[name])
        code = self.period.code if self.period else ""
        return Result(self.series.get(name, {}).get(code, Missing("no_data")))

    def previous(self, steps: int) -> "_Given | None":
        if self.period is None:
            return None if steps else self
        return self._at(self.period.shifted(-steps))

    def year_before(self) -> "_Given | None":
        before = self.period.year_before if self.period else None
        return self._at(before) if before else None

    def year_to_date(self) -> "list[_Given]":
        if self.period is None:
            return [self]
        kind, _ = self.period
        numbers = self.calendar.within(self.calendar.year_to_date(self.period), kind)
        cells = (self._at(Period(kind, number)) for number in numbers)
        return [cell for cell in cells if cell]

    def back(self, count: int) -> "Sequence[_Given]":
        cells = (self.previous(steps) for steps in range(count))
        return [cell for cell in cells if cell]

    def days(self) -> int | None:
        return self.calendar.span(self.period).days if self.period else None

    def _at(self, period: Period) -> "_Given | None":
        """`inputs` are of the period asked for; others see the series alone."""
        if period == self.period:
            return self
        if not _is_dated(period, self.calendar):
            return None
        return _Given({}, self.series, period, self.calendar)


def _is_dated(period: Period, calendar: Calendar) -> bool:
    """Whether there are dates for the period, its fiscal year and its neighbours."""
    try:
        first, last = calendar.span(period)
    except (ValueError, OverflowError):
        return False
    return date.min.year + 1 < first.year and last.year < date.max.year - 1
