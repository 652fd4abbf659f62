"""One target that the past suggests: how it is written, how often it was met."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from scorecard.evaluation import Cell
from scorecard.model.records import KpiVersion
from scorecard.vocabulary import Missing

_BIG, _DIGITS, _DECIMALS = 1000.0, 4, 2
_PERCENT = "%"


class Proposal(NamedTuple):
    """One target that the past suggests.

    `key` is `keep`, `stretch`, `last_year` or `limit`, of a range `usual`, `middle` or `natural`,
    and `own` for the one that is typed. `text` is its interchange form, in the basis of the
    target. It was met in `met` of the counted values; `verdict` is `always_met`, `by_chance` or
    `needs_change`, empty where the process says nothing of such a target.
    """

    key: str
    text: str
    met: int
    verdict: str


def known_values(cells: Sequence[Cell]) -> list[float]:
    """The known values of cells, the oldest first; those of another formula or unit than the
    newest one's are no history of it."""
    newest = cells[-1].version
    meant = (newest.formula, newest.unit)
    return [
        cell.value
        for cell in cells
        if not isinstance(cell.value, Missing)
        and (cell.version.formula, cell.version.unit) == meant
    ]


def possible(value: float, version: KpiVersion) -> float:
    """Within what the KPI can be: no share is above 100 %."""
    value = value if version.low_bound is None else max(value, version.low_bound)
    return value if version.high_bound is None else min(value, version.high_bound)


def rounded_to(value: float, version: KpiVersion, mode: str = ROUND_HALF_UP) -> float:
    """To the decimals that the KPI is shown with, and to no more than four digits of large
    numbers: a target is a number that one can remember. `mode` is one of `decimal`."""
    number = Decimal(repr(value))
    decimals = _DECIMALS if version.decimals is None else version.decimals
    places = decimals + (2 if version.unit == _PERCENT else 0)
    step = max(-places, number.adjusted() - _DIGITS + 1) if abs(value) >= _BIG else -places
    return float(number.quantize(Decimal(1).scaleb(step), mode))
