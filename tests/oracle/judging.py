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
    if aim.kind == "yes":
        met = value == 1
        return Judged("green" if met else "red", Fraction(100 * met), Fraction(met))
    if aim.kind == "zero":
        return _zero(value, aim)
    status, score = _scored(value, aim)
    return Judged(status, score, attainment(value, aim))


def _scored(v: Fraction, aim: Aim) -> tuple[str, Fraction]:
    if aim.kind == "higher":
        return _upward(v, aim, aim.low, 1)
    if aim.kind == "lower":
        return _upward(-v, aim, -aim.high, -1)
    if aim.low <= v <= aim.high:
        return "green", Fraction(100)
    return _upward(v, aim, aim.low, 1) if v < aim.low else _upward(-v, aim, -aim.high, -1)


def _upward(v: Fraction, aim: Aim, target: Fraction, sign: int) -> tuple[str, Fraction]:
    """As for higher is better; lower comes in with all signs reversed (R-SCORE-1)."""
    side = 0 if sign > 0 else 1
    green = sign * aim.green[side] if aim.green else target
    amber = sign * aim.amber[side] if aim.amber else green - width(aim)
    green, amber, target = snap(green), snap(amber), snap(target)
    floor = green - 5 * (green - amber)
    if aim.baseline is not None and sign * aim.baseline < amber:
        floor = sign * aim.baseline
    if aim.strict and v == green:
        if amber < green:
            return "amber", Fraction(89)
        return "red", Fraction(59 if floor < amber else 0)
    return _anchored(v, target, green, amber, floor)


def _anchored(
    v: Fraction, target: Fraction, green: Fraction, amber: Fraction, floor: Fraction
) -> tuple[str, Fraction]:
    if v >= target:
        return "green", Fraction(100)
    if v >= green:
        return "green", 90 + 10 * (v - green) / (target - green)
    if v >= amber:
        return "amber", 60 + 30 * (v - amber) / (green - amber)
    return "red", max(Fraction(0), 60 * (v - floor) / (amber - floor)) if floor < amber else (
        Fraction(0)
    )


def width(aim: Aim) -> Fraction:
    """The amber width where none is typed (R-COLOUR-4, R-COLOUR-5)."""
    if aim.kind == "range":
        return (aim.high - aim.low) / 2
    if aim.kind == "exact":
        return abs(aim.low) / 20
    tenth = abs(aim.low) / 10
    if aim.kind == "higher" and aim.ceiling is not None:
        return abs(aim.low) / 20 if aim.low == aim.ceiling else min(tenth, aim.ceiling - aim.low)
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
