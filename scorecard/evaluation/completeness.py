"""Which cells count: a cell that lacks any input of a formula is left out of all (R-VALUE-3)."""

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.evaluation.meaning import Meaning
from scorecard.evaluation.measuring import Measuring
from scorecard.evaluation.scope import Kept
from scorecard.evaluation.stretch import Stretch
from scorecard.evaluation.view import grain
from scorecard.formula import NOW, Term
from scorecard.period import Period
from scorecard.vocabulary import Frequency, Method


@dataclass(frozen=True, slots=True)
class Completeness:
    """`kept` are the complete cells; `have` of `of` cells are so, those not yet due apart;
    `cells` there are in all, due or not.

    `newest` is the position in the stretch of the newest kept cell, None where there is none.
    """

    kept: Kept
    have: int
    of: int
    cells: int

    @property
    def newest(self) -> int | None:
        return max(self.kept, default=None)


def completeness(
    measuring: Measuring, meaning: Meaning, org: str, stretch: Stretch
) -> Completeness:
    """The cells of `meaning` at `org` over a stretch.

    Where all inputs are kept by the same units, a cell is a unit in a period, otherwise a
    period.
    """
    terms = [_Placed(measuring, meaning, org, stretch, term) for term in _terms(meaning)]
    units = _shared_units(terms) or (None,)
    kept: dict[int, tuple[str, ...] | None] = {}
    have = of = cells = 0
    for at, number in enumerate(stretch.numbers):
        if number is None:
            continue
        there = [unit for unit in units if _complete(meaning, terms, at, unit)]
        have += len(there)
        cells += len(units)
        whole = len(there) == len(units) or not measuring.due(Period(stretch.kind, number))
        of += len(there) if whole else len(units)
        if there:
            kept[at] = tuple(unit for unit in there if unit is not None) or None
    return Completeness(kept, have, of, cells)


def count(kept: Kept) -> int:
    """How many cells: a unit in a period where units are told apart."""
    return sum(1 if units is None else len(units) for units in kept.values())


class _Placed:
    """A term with the stretch that it is read over and the units that keep its measure."""

    def __init__(
        self, measuring: Measuring, meaning: Meaning, org: str, stretch: Stretch, term: Term
    ) -> None:
        self._measuring = measuring
        self._measure = meaning.measures[term.name]
        self._stretch = _shifted(stretch, term, measuring)
        self._paired = len(self._stretch.numbers) == len(stretch.numbers)
        self.units = measuring.leaves(self._measure.id, org)

    def present(self, at: int, unit: str | None) -> bool:
        """Whether the cell at position `at` has a value, of any unit where `unit` is None.

        A count has one, 0, as soon as the cell is due, whoever has entered (R-VALUE-2)."""
        if not self._paired:
            return True
        counts = self._measure.over_time is Method.COUNT
        kind = grain(self._measure.frequency)
        return any(
            (counts and self._measuring.due(Period(kind, inner)))
            or self._measuring.entry(self._measure.id, each, inner) is not None
            for inner in self._inner(at)
            for each in ((unit,) if unit else self.units)
        )

    def _inner(self, at: int) -> Iterator[int]:
        number = self._stretch.numbers[at]
        kind: Frequency = grain(self._measure.frequency)
        if number is not None:
            yield from self._stretch.inner(number, kind, self._measuring.calendar)


def _terms(meaning: Meaning) -> list[Term]:
    """The required terms; of a formula that requires none, any of its names makes a cell."""
    return list(meaning.required) or [Term(name, NOW) for name in meaning.measures]


def _complete(meaning: Meaning, terms: list[_Placed], at: int, unit: str | None) -> bool:
    test = all if meaning.required else any
    return test(term.present(at, unit) for term in terms)


def _shared_units(terms: list[_Placed]) -> tuple[str, ...] | None:
    sets = {term.units for term in terms}
    units = sets.pop() if len(sets) == 1 else ()
    return units if len(units) > 1 else None


def _shifted(stretch: Stretch, term: Term, measuring: Measuring) -> Stretch:
    if term.shift.previous:
        stretch = stretch.previous(term.shift.previous, measuring.calendar)
    for _ in range(term.shift.years):
        stretch = stretch.year_before(measuring.calendar)
    return stretch
