"""The limits of a definition as handles that can be moved, each within what R-COLOUR-3 allows."""

from decimal import Decimal
from math import floor, log10
from typing import NamedTuple

from scorecard.check.targets import aim_of, limits_of
from scorecard.scoring import Limits, Side
from scorecard.target import Aim, write_aim
from scorecard.vocabulary import Direction
from ui.forms.aim_text import aim_shown
from ui.forms.definition import Definition


class LimitHandle(NamedTuple):
    """`part` is the field that it writes, `end` which number of it: `value`, `low` or `high`.
    It goes from `least` to `most`; None where nothing bounds it."""

    part: str
    end: str
    value: float
    least: float | None
    most: float | None

    @property
    def key(self) -> str:
        """One handle among those of a definition."""
        return f"{self.part}.{self.end}"

    def bounded(self, value: float) -> float:
        """`value`, or the bound that it lies beyond."""
        least = value if self.least is None else max(value, self.least)
        return least if self.most is None else min(least, self.most)


def own_limits(definition: Definition) -> Limits | None:
    """The limits for one of the KPI's own periods, None where they are not in its numbers."""
    version, target = definition.version, definition.target
    aim = aim_of(target.value) if target is not None else None
    if aim is None or target is None or aim.kind is not version.direction:
        return None
    own_size = target.basis in (None, version.frequency)
    return limits_of(version, aim) if own_size else None


def limit_handles(definition: Definition) -> tuple[LimitHandle, ...]:
    """The handles from low to high; none where the target has no limits in the numbers of the
    KPI's own period, or where they are in the wrong order."""
    found = own_limits(definition)
    direction = definition.version.direction
    if found is None:
        return ()
    if direction is Direction.HIGHER and found.low is not None:
        return _rising(found.low, "value")
    if direction is Direction.LOWER and found.high is not None:
        return _falling(found.high, "value")
    if direction is Direction.RANGE and found.low is not None and found.high is not None:
        return (*_rising(found.low, "low"), *_falling(found.high, "high"))
    return ()


def text_after(definition: Definition, handle: LimitHandle, value: float) -> str:
    """What the field of `handle` says once it stands at `value`."""
    typed = aim_of(str(getattr(definition.version, handle.part)))
    if handle.end == "value":
        strict = typed is not None and typed.strict
        aim = Aim(definition.version.direction, value, strict=strict)
    else:
        ends = {h.end: h.value for h in limit_handles(definition) if h.part == handle.part}
        ends[handle.end] = value
        aim = Aim(Direction.RANGE, low=ends["low"], high=ends["high"])
    return aim_shown(write_aim(aim), definition.version.unit)


def step_of(definition: Definition) -> Decimal:
    """One step of a handle: the last decimal that is shown, or a hundredth of the target's size;
    of whole numbers a whole one."""
    version = definition.version
    if version.unit == "%":
        return Decimal(1).scaleb(-2 - (1 if version.decimals is None else version.decimals))
    if version.decimals is not None:
        return Decimal(1).scaleb(-version.decimals)
    numbers = [abs(handle.value) for handle in limit_handles(definition)]
    size = max(numbers, default=1.0) or 1.0
    step = Decimal(1).scaleb(floor(log10(size)) - 2)
    return max(step, Decimal(1)) if all(n == int(n) for n in numbers) else step


def stepped(value: float, steps: int, step: Decimal) -> float:
    """`value` that many steps higher, as decimal numbers add up (R-NUMBER-1)."""
    return float(Decimal(repr(value)) + steps * step)


def on_step(value: float, step: Decimal) -> float:
    """The nearest whole number of steps."""
    return float((Decimal(repr(value)) / step).to_integral_value() * step)


def _rising(side: Side, end: str) -> tuple[LimitHandle, ...]:
    return (
        LimitHandle("amber", end, side.amber, None, side.green),
        LimitHandle("green", end, side.green, side.amber, side.target),
    )


def _falling(side: Side, end: str) -> tuple[LimitHandle, ...]:
    return (
        LimitHandle("green", end, side.green, side.target, side.amber),
        LimitHandle("amber", end, side.amber, side.green, None),
    )
