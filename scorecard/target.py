"""Targets: the interchange's own text, the version in force, the number for a view (R-TARGET)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from scorecard.number import plain, snap
from scorecard.period import MONTHS, Calendar, Period, Span
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Direction, Frequency

Version = TypeVar("Version")

_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?"
_COMPARED = re.compile(rf"(>=|<=|>|<|=)?\s*({_NUMBER})")
_RANGE = re.compile(rf"({_NUMBER})\.\.({_NUMBER})")
_SIGNS = {
    ">=": (Direction.HIGHER, False),
    "<=": (Direction.LOWER, False),
    ">": (Direction.HIGHER, True),
    "<": (Direction.LOWER, True),
    "=": (Direction.EXACT, False),
    "": (None, False),
}
_WRITTEN = {meaning: sign for sign, meaning in _SIGNS.items()} | {(Direction.ZERO, False): "="}
_BASES = ("last_year", "previous")
_LONGEST = 200
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Aim:
    """A target or a threshold. `kind` None is a bare number: the KPI says what is good.

    `value` is on the stored scale, 1.0 for yes and 0.0 for zero; `low` and `high` are those of a
    range, `base` what an improvement is compared with (`last_year` or `previous`), `measure`
    the id of a budget.
    """

    kind: Direction | None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    strict: bool = False
    base: str = ""
    measure: str = ""


def read_aim(text: str) -> Aim:
    """The target of a text of the interchange form; `=0` is a zero target.

    Raises Refused with `not_an_aim` or `aim_order` for anything else.
    """
    seen = text.strip() if len(text) <= _LONGEST else ""
    head, colon, tail = seen.partition(":")
    if seen == Direction.YES:
        return Aim(Direction.YES, 1.0)
    if colon and head == Direction.IMPROVE and tail in _BASES:
        return Aim(Direction.IMPROVE, base=tail)
    if colon and head == Direction.BUDGET and tail.strip():
        return Aim(Direction.BUDGET, measure=tail.strip())
    aim = _compared(seen) or _range(seen)
    if aim is None:
        raise Refused([Trouble("not_an_aim", facts={"text": text[:_LONGEST]})])
    return aim


def write_aim(aim: Aim) -> str:
    """The text from which `read_aim` makes `aim` again. Raises ValueError where none does."""
    match aim:
        case Aim(kind=Direction.YES):
            return "yes"
        case Aim(kind=Direction.IMPROVE, base=base) if base in _BASES:
            return f"improve:{base}"
        case Aim(kind=Direction.BUDGET, measure=measure) if measure:
            return f"budget:{measure}"
        case Aim(kind=Direction.RANGE, low=int() | float() as low, high=int() | float() as high):
            return f"{plain(low)}..{plain(high)}"
        case Aim(kind=kind, value=int() | float() as value, strict=strict) if (
            kind,
            strict,
        ) in _WRITTEN:
            return f"{_WRITTEN[kind, strict]}{plain(value)}"
    raise ValueError(aim)


def in_force(versions: Iterable[tuple[date, Version]], day: date) -> Version | None:
    """The newest version that counts from `day` or earlier (R-TARGET-3), None where none does.

    `day` is the first day of the period; of two versions from one day the later in order wins.
    """
    begun = [(start, place, version) for place, (start, version) in enumerate(versions)]
    known = [item for item in begun if item[0] <= day]
    return max(known, key=lambda item: item[:2])[2] if known else None


def for_view(
    value: float,
    basis: Frequency,
    view: Frequency | Period | Span,
    additive: bool,
    calendar: Calendar,
) -> float:
    """The target of a view, `value` being that of one period of `basis` (R-TARGET-4).

    Only an additive one changes. A target per day or week is added over the days or weeks that
    belong to the view, which then must be a period or a span. Raises ValueError where it is only
    a kind of another length.
    """
    if not additive or view is basis or basis is Frequency.PROJECT:
        return value
    if not isinstance(view, Frequency):
        share = _share(basis, view, calendar)
        return value if share == 1 else snap(value * share)
    if basis not in MONTHS or view not in MONTHS:
        raise ValueError(f"{basis} in a {view}")
    return snap(value * MONTHS[view] / MONTHS[basis])


def elapsed(value: float, done: int, of: int = 12) -> float:
    """The part of a yearly target to be reached after `done` of its `of` months (R-TARGET-5)."""
    return snap(value * done / of)


def _share(basis: Frequency, view: Period | Span, calendar: Calendar) -> float:
    """How many periods of `basis` the view is."""
    span = calendar.span(view) if isinstance(view, Period) else view
    if basis is Frequency.DAY:
        return span.days
    if basis is Frequency.WEEK:
        weeks = calendar.within(span, basis)
        return len(weeks) if span.days >= _WEEK else span.days / _WEEK
    months = len(calendar.within(span, Frequency.MONTH))
    return months / MONTHS[basis] if months else _small_share(basis, view, calendar)


def _small_share(basis: Frequency, view: Period | Span, calendar: Calendar) -> float:
    """An even share of the period of `basis` that holds a view shorter than a month."""
    if isinstance(view, Period):
        held = calendar.span(calendar.belongs(view, basis))
        return 1 / len(calendar.within(held, view.kind))
    return view.days / calendar.span(calendar.containing(view.last, basis)).days


def _compared(seen: str) -> Aim | None:
    found = _COMPARED.fullmatch(seen)
    value = _finite(found[2]) if found else None
    if found is None or value is None:
        return None
    kind, strict = _SIGNS[found[1] or ""]
    return Aim(
        Direction.ZERO if kind is Direction.EXACT and not value else kind, value, strict=strict
    )


def _range(seen: str) -> Aim | None:
    found = _RANGE.fullmatch(seen)
    low, high = (_finite(found[1]), _finite(found[2])) if found else (None, None)
    if low is None or high is None:
        return None
    if low > high:
        raise Refused([Trouble("aim_order", facts={"text": seen})])
    return Aim(Direction.RANGE, low=low, high=high)


def _finite(text: str) -> float | None:
    number = float(text) + 0.0
    return number if abs(number) != float("inf") else None
