"""Slips that one value shows beside the values before it: zeros, percent, sign, the same again."""

from collections.abc import Iterator
from math import floor, log10
from typing import NamedTuple

from scorecard.board import Place
from scorecard.entry_text import entry_shown
from scorecard.number import recent_median, snap, unlikely
from scorecard.slips.slip import Kind, Slip
from scorecard.slips.usual import Usual
from scorecard.text import Said

_MOST_ZEROS, _HUNDREDFOLD = 3, 2
#: Values before that are needed to say that a sign, or a repeat, never was.
_FEWEST_SIGNS, _FEWEST_DIFFERENT = 6, 12
#: The same number twice is no wonder with fewer digits than this.
_DIGITS = 4
_SHARE = "%"


class Asked(NamedTuple):
    """A value that is looked at. `newest` is the value of the period just before, None where it
    has none; `limits` are the smallest and largest that its KPI allows."""

    place: Place
    value: float
    unit: str
    usual: Usual
    newest: float | None = None
    limits: tuple[float | None, float | None] = (None, None)


def single(asked: Asked) -> Slip | None:
    """The slip that a value shows by itself, the likeliest one; None where it looks right."""
    return next(_found(asked), None)


def _found(asked: Asked) -> Iterator[Slip]:
    yield from _sign(asked)
    yield from _power(asked)
    yield from _limits(asked)
    yield from _far(asked)
    yield from _same(asked)


def _sign(asked: Asked) -> Iterator[Slip]:
    """A sign that no value before had: minus where all are positive, or none where all are not."""
    known, value = asked.usual, asked.value
    if len(known.values) < _FEWEST_SIGNS or not value:
        return
    if known.low >= 0 > value or known.high <= 0 < value:
        key = "slip.sign.minus" if value < 0 else "slip.sign.plus"
        if known.low == known.high == 0:
            return
        yield _slip(asked, Kind.SIGN, Said(key, _facts(asked)), -value)


def _power(asked: Asked) -> Iterator[Slip]:
    """A zero too many or too few, up to three, or a percent typed as a fraction."""
    known, value = asked.usual, asked.value
    if not known.is_clearly_outside(value):
        return
    zeros = floor(log10(abs(value / known.middle)) + 0.5)
    meant = snap(value / 10.0**zeros)
    if not 0 < abs(zeros) <= _MOST_ZEROS or not known.holds(meant):
        return
    if asked.unit == _SHARE and abs(zeros) == _HUNDREDFOLD:
        said = Said("slip.percent", _facts(asked, meant))
        yield _slip(asked, Kind.PERCENT, said, meant)
        return
    key = f"slip.zeros.{'more' if zeros > 0 else 'less'}.{abs(zeros)}"
    yield _slip(asked, Kind.POWER, Said(key, _facts(asked, meant)), meant)


def _limits(asked: Asked) -> Iterator[Slip]:
    low, high = asked.limits
    if high is not None and asked.value > high:
        said = Said("slip.limits.high", {**_facts(asked), "limit": _shown(asked, high)})
        yield Slip(Kind.LIMITS, said)
    elif low is not None and asked.value < low:
        said = Said("slip.limits.low", {**_facts(asked), "limit": _shown(asked, low)})
        yield Slip(Kind.LIMITS, said)


def _far(asked: Asked) -> Iterator[Slip]:
    """More than ten times, or less than a tenth of, what is usual (R-NUMBER-11); what was there
    before is no wonder: no line stops after a month with one."""
    if asked.usual.spans(asked.value) or not unlikely(asked.usual.values, asked.value):
        return
    middle = recent_median(asked.usual.values) or 0.0
    yield Slip(Kind.FAR, Said("slip.far", {**_facts(asked), "middle": _shown(asked, middle)}))


def _same(asked: Asked) -> Iterator[Slip]:
    """The very number of the period before, where no number ever came twice in a row."""
    known = asked.usual
    if asked.newest != asked.value or len(known.values) < _FEWEST_DIFFERENT or known.repeats:
        return
    if digits(asked.value, asked.unit) >= _DIGITS:
        yield Slip(Kind.SAME, Said("slip.same", _facts(asked)))


def digits(value: float, unit: str) -> int:
    """The digits of a number as it is written, without the zeros at its ends."""
    text = entry_shown(value, unit, yes=False)
    return len("".join(filter(str.isdigit, text)).strip("0"))


def _slip(asked: Asked, kind: Kind, said: Said, meant: float) -> Slip:
    likely = asked.usual.holds(meant)
    return Slip(kind, said, ((asked.place, meant),) if likely else ())


def _facts(asked: Asked, meant: float | None = None) -> dict[str, str]:
    known = asked.usual
    facts = {"value": _shown(asked, asked.value)}
    if known.values:
        facts |= {"low": _shown(asked, known.low), "high": _shown(asked, known.high)}
        facts["count"] = str(len(known.values))
    if meant is not None:
        facts["meant"] = _shown(asked, meant)
    return facts


def _shown(asked: Asked, value: float) -> str:
    return entry_shown(value, asked.unit, yes=False)
