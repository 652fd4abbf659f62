"""Whether two formulas mean the same: they give the same number whatever their measures say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from scorecard.board import Board
from scorecard.evaluation.meaning import meaning_of
from scorecard.formula import FormulaError, Result, evaluate
from scorecard.model.records import KpiVersion
from scorecard.period import PER_YEAR
from scorecard.vocabulary import Frequency, Missing

#: How often two formulas are tried. One that differs anywhere differs at almost every number.
_TRIALS = 6
#: Of so many digits, what two orders of the same operations give is the same.
_DIGITS = 9
_SMALLEST, _GREATEST = -2.0, 7.0
_DAYS, _YEAR_SO_FAR = 30, 5

#: What a formula means: the measures that it reads, over which window, and what it gives.
Meant = tuple[object, ...]


def meant(board: Board, version: KpiVersion, today: date) -> Meant | None:
    """What a definition's formula means, to be compared with others; None where it names no
    measure or cannot be read. KPIs in it stand for their own formulas, and neither the names of
    measures nor the way it is written count."""
    try:
        meaning = meaning_of(board, version, today) if version.formula else None
    except FormulaError:
        return None
    if meaning is None or not meaning.measures:
        return None
    year = PER_YEAR.get(version.frequency, PER_YEAR[Frequency.MONTH])
    numbers = [evaluate(meaning.tree, _Pretended(trial, year)) for trial in range(_TRIALS)]
    said = tuple(_told(result) for result in numbers)
    if all(isinstance(each, str) for each in said):
        return None
    return (frozenset(meaning.measures), version.window or "period", said)


def _told(result: Result) -> object:
    value = result.value
    return value.reason if isinstance(value, Missing) else float(f"{value:.{_DIGITS}g}")


@dataclass(frozen=True, slots=True)
class _Pretended:
    """A period in which every measure has a number of its own, always the same one."""

    trial: int
    year: int
    number: int = 0

    def value(self, name: str) -> Result:
        return Result(_number(self.trial, name, self.number))

    def previous(self, steps: int) -> "_Pretended":
        return _Pretended(self.trial, self.year, self.number - steps)

    def year_before(self) -> "_Pretended":
        return self.previous(self.year)

    def year_to_date(self) -> "Iterable[_Pretended]":
        return self.back(_YEAR_SO_FAR)

    def back(self, count: int) -> "Sequence[_Pretended]":
        return [self.previous(steps) for steps in range(count - 1, -1, -1)]

    def days(self) -> int:
        return _DAYS


@cache
def _number(trial: int, name: str, period: int) -> float:
    """Small and large numbers alike, so that what a formula asks of them goes either way."""
    power = Random(f"{trial} {name} {period}").uniform(_SMALLEST, _GREATEST)  # noqa: S311  no secret
    return float(f"{10**power:.6g}")
