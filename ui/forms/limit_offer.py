"""Typed limits that stayed behind when the target was changed, and where they would be with it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from scorecard.check.targets import aim_of
from scorecard.target import Aim, write_aim
from scorecard.text import Said
from scorecard.vocabulary import Direction
from ui.forms.aim_text import aim_shown
from ui.forms.draft import Draft, Outcome

LIMITS = ("green", "amber")
_MOVABLE = {Direction.HIGHER, Direction.LOWER, Direction.RANGE, Direction.EXACT}


class LimitOffer(NamedTuple):
    """`still` says which limits stayed, `take` offers them moved; `texts` are what is then typed,
    by the part of the form."""

    still: Said
    take: Said
    texts: Mapping[str, str]


def limit_offer(draft: Draft, outcome: Outcome) -> LimitOffer | None:
    """Limits that nobody touched while the target was changed, moved by the step of the target;
    None where none stayed behind. Nothing is changed by itself (R-COLOUR-3)."""
    definition, base = outcome.definition, draft.base
    if any(part in draft.typed for part in LIMITS) or "target" in outcome.questions:
        return None
    was, now = base.target, definition.target
    if was is None or now is None or was == now or was.basis != now.basis:
        return None
    unit = definition.version.unit
    before, after = aim_of(was.value), aim_of(now.value)
    if base.version.unit != unit or before is None or after is None or before.kind != after.kind:
        return None
    stayed = {name: str(getattr(definition.version, name)) for name in LIMITS}
    stayed = {name: text for name, text in stayed.items() if text}
    moved = {name: _moved(text, before, after) for name, text in stayed.items()}
    if not moved or any(moved[name] in {None, stayed[name]} for name in stayed):
        return None
    return _offer(
        {name: aim_shown(text, unit) for name, text in stayed.items()},
        {name: aim_shown(text or "", unit) for name, text in moved.items()},
    )


def _offer(stayed: Mapping[str, str], moved: Mapping[str, str]) -> LimitOffer:
    both = "both" if len(stayed) > 1 else next(iter(stayed))
    return LimitOffer(
        Said(f"panel.limits.still.{both}", {**stayed}),
        Said(f"panel.limits.take.{both}", {**moved}),
        moved,
    )


def _moved(limit: str, before: Aim, after: Aim) -> str | None:
    """A limit as far from the new target as it was from the old one; None where it cannot be
    said."""
    aim = aim_of(limit)
    if aim is None or before.kind not in _MOVABLE:
        return None
    low, high = _ends(before, after, "low"), _ends(before, after, "high")
    middle = _ends(before, after, "value")
    if aim.value is not None:
        return write_aim(replace(aim, value=_shifted(aim.value, middle))) if middle else None
    low, high = low or middle, high or middle
    if aim.low is None or aim.high is None or low is None or high is None:
        return None
    return write_aim(replace(aim, low=_shifted(aim.low, low), high=_shifted(aim.high, high)))


def _ends(before: Aim, after: Aim, name: str) -> tuple[float, float] | None:
    was, now = getattr(before, name), getattr(after, name)
    return None if was is None or now is None else (float(was), float(now))


def _shifted(limit: float, step: tuple[float, float]) -> float:
    """`limit` moved by a step of the target; in proportion where it would change its sign."""
    was, now = (Decimal(repr(number)) for number in step)
    there = Decimal(repr(limit))
    moved = there + now - was
    if moved * there < 0 and was:
        moved = there * now / was
    return float(f"{moved:.12g}")
