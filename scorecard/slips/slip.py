"""A slip: what looks wrong with a value, in a sentence, and what was probably meant."""

from enum import StrEnum
from typing import NamedTuple

from scorecard.board import Place
from scorecard.text import Said


class Kind(StrEnum):
    """What sort of slip it is."""

    POWER = "power"
    PERCENT = "percent"
    SIGN = "sign"
    FAR = "far"
    LIMITS = "limits"
    PART = "part"
    SAME = "same"
    MONTH = "month"
    SWAPPED = "swapped"
    ROWS = "rows"


class Slip(NamedTuple):
    """One doubt about a value.

    `repair` is what was probably meant, by place (measure, unit) on the stored scale; empty where
    nothing better is known than the value itself.
    """

    kind: Kind
    said: Said
    repair: tuple[tuple[Place, float], ...] = ()
