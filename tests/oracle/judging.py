"""Colour, score and attainment of one value for the oracle (R-COLOUR, R-SCORE)."""

import re
from fractions import Fraction
from typing import NamedTuple

from tests.oracle.exact import snap


class Aim(NamedTuple):
    """What a value is held against, all in the size of the view.

    `kind` is higher, lower, range, exact, zero or yes; `low` and `high` are the edges.
    """

    kind: str
    low: Fraction
    high: Fraction
    strict: bool = False
    green: tuple[Fraction, Fraction] | None = None
    amber: tuple[Fraction, Fraction] | None = None
    baseline: Fraction | None = None
    ceiling: Fraction | None = None
    convention: str = "two_minus"


class Judged(NamedTuple):
    """The colour, the score 0…100 and the attainment."""

    status: str
    score: Fraction | None
    attainment: Fraction | None
    reason: str | None = None


def limits(text: str) -> tuple[str, Fraction, Fraction, bool]:
    """A target or threshold text as (kind, low, high, strict)."""
    if text == "yes":
        return "yes", Fraction(1), Fraction(1), False
    if ":" in text:
        raise ValueError(text)
    low, dots, high = text.partition("..")
    if dots:
        return "range", Fraction(low), Fraction(high), False
    sign, number = re.fullmatch(r"(>=|<=|>|<|=)(.*)", text).groups()  # type: ignore[union-attr]
    kind = {">": "higher", "<": "lower", "=": "exact"}[sign[0]]
    value = Fraction(number)
    return ("zero" if kind == "exact" and not value else kind), value, value, sign in "<>"


def judge(value: Fraction, aim: Aim) -> Judged:
    """The colour and score of a value that is there."""
    value = snap(value)
    if not in_order(aim):
        return Judged("grey", None, None, "threshold_order")
    if aim.kind == "yes":
        met = value == 1
        return Judged("green" if met else "red", Fraction(100 * met), Fraction(met))
    if aim.kind == "zero":
        return _zero(value, aim)
    status, score = _scored(value, aim)
    return Judged(status, score, attainment(value, aim))


def _scored(v: Fraction, aim: Aim) -> tuple[str, Fraction]:
    if aim.kind == "higher":
        return _upward(v, _limits(aim, 1))
    if aim.kind == "lower":
        return _upward(-v, _limits(aim, -1))
    low, high = _limits(aim, 1), _limits(aim, -1)
    if v < snap(aim.low):
        return _upward(v, low)
    return _upward(-v, high) if v > snap(aim.high) else ("green", Fraction(100))


class Side(NamedTuple):
    """The limits of one side as for higher is better; `strict` as in Aim."""

    target: Fraction
    green: Fraction
    amber: Fraction
    floor: Fraction
    strict: bool


def _limits(aim: Aim, sign: int) -> Side:
    """Lower comes in with all signs reversed (R-SCORE-1)."""
    side, edge = (0, aim.low) if sign > 0 else (1, aim.high)
    target = sign * edge
    green = sign * aim.green[side] if aim.green else target
    amber = sign * aim.amber[side] if aim.amber else green - width(aim)
    floor = green - 5 * (green - amber)
    if aim.baseline is not None and snap(sign * aim.baseline) < snap(amber):
        floor = sign * aim.baseline
    return Side(target, green, amber, floor, aim.strict)


def in_order(aim: Aim) -> bool:
    """Whether the limits stand as they must (R-COLOUR-3)."""
    signs = {"higher": (1,), "lower": (-1,), "range": (1, -1), "exact": (1, -1)}
    sides = [_limits(aim, sign) for sign in signs.get(aim.kind, ())]
    return all(snap(s.amber) <= snap(s.green) <= snap(s.target) for s in sides)


def _upward(v: Fraction, side: Side) -> tuple[str, Fraction]:
    """The colour by limits of twelve digits, the score from exact ones (R-NUMBER-2)."""
    target, green, amber, floor = map(snap, side[:4])
    if side.strict and v == green and green == target:
        if amber < green:
            return "amber", Fraction(89)
        return "red", Fraction(59 if floor < amber else 0)
    if v >= target:
        return "green", Fraction(100)
    if v >= green:
        return "green", 90 + 10 * _share(v, side.green, side.target)
    if v >= amber:
        return "amber", 60 + 30 * _share(v, side.amber, side.green)
    return "red", 60 * _share(v, side.floor, side.amber) if floor < v else Fraction(0)


def _share(v: Fraction, start: Fraction, end: Fraction) -> Fraction:
    return max(Fraction(0), (v - start) / (end - start))


def width(aim: Aim) -> Fraction:
    """The amber width where none is typed (R-COLOUR-4, R-COLOUR-5)."""
    if aim.kind == "range":
        return (aim.high - aim.low) / 2
    if aim.kind == "exact":
        return abs(aim.low) / 20
    tenth = abs(aim.low) / 10
    if aim.kind == "higher" and aim.ceiling is not None:
        # The rules leave open what a target beyond the ceiling has; it is as good as at it.
        return abs(aim.low) / 20 if aim.low >= aim.ceiling else min(tenth, aim.ceiling - aim.low)
    return tenth


def _zero(v: Fraction, aim: Aim) -> Judged:
    v = abs(v)
    if v == 0:
        return Judged("green", Fraction(100), None)
    amber = aim.amber[1] if aim.amber else None
    if amber and 0 < v <= amber:
        return Judged("amber", 60 + 30 * (amber - v) / amber, None)
    edge = amber or Fraction(0)
    floor = 5 * edge
    if aim.baseline is not None and aim.baseline > edge:
        floor = aim.baseline
    score = 60 * (floor - v) / (floor - edge) if v > 0 and floor > edge else Fraction(0)
    return Judged("red", max(Fraction(0), score), None)


def attainment(v: Fraction, aim: Aim) -> Fraction | None:
    """達成率 (R-SCORE-7 to 9), None where there is none."""
    if aim.kind == "higher":
        return v / aim.low if aim.low > 0 else None
    if aim.kind == "lower":
        return _lower(v, aim)
    if aim.kind == "exact":
        return 1 - abs(v - aim.low) / abs(aim.low) if aim.low else None
    if aim.low <= v <= aim.high:
        return Fraction(1)
    if v < aim.low:
        return v / aim.low if aim.low > 0 else None
    return 2 - v / aim.high if aim.high > 0 else None


def _lower(v: Fraction, aim: Aim) -> Fraction | None:
    if aim.high <= 0:
        return None
    if aim.convention == "target_over_actual":
        return aim.high / v if v > 0 else None
    return 2 - v / aim.high
