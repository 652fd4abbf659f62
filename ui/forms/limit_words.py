"""Limits and targets that do not fit each other, said in the unit of the KPI and what would fit."""

from scorecard.check.targets import aim_of, in_order
from scorecard.model.records import KpiVersion
from scorecard.trouble import Trouble
from scorecard.vocabulary import Direction
from ui.forms.aim_text import aim_shown, quantity_shown
from ui.forms.definition import Definition

_NONE = "–"


def in_unit(trouble: Trouble, definition: Definition) -> Trouble:
    """`trouble` with its numbers as people write them; one that has none stays as it is."""
    version = definition.version
    if trouble.code == "threshold_order":
        return _order(version, _target(trouble, definition))
    if trouble.code == "aim_against_direction":
        target = aim_shown(str(trouble.facts["value"]), version.unit)
        return Trouble(f"aim_against.{version.direction}", facts={"target": target})
    return trouble


def _target(trouble: Trouble, definition: Definition) -> str:
    """The target that the limits do not fit: that of the form, or else of another unit."""
    own = definition.target.value if definition.target is not None else ""
    if own and not in_order(definition.version, aim_of(own)):
        return own
    other = str(trouble.facts.get("target", _NONE))
    return own if other == _NONE else other


def _order(version: KpiVersion, target: str) -> Trouble:
    """Which limit lies on the wrong side of what, and how far it may go."""
    unit, green, amber = version.unit, version.green or target, version.amber
    texts = {"target": target, "green": green, "amber": amber}
    facts = {name: aim_shown(text, unit) if text else _NONE for name, text in texts.items()}
    limits = {name: _value(text) for name, text in texts.items()}
    for wrong, beyond in (("amber", "green"), ("green", "target")):
        bound = _overstepped(limits[wrong], limits[beyond], version.direction)
        if bound is not None:
            facts["bound"] = quantity_shown(bound, unit)
            return Trouble(f"limit_order.{wrong}.{version.direction}", facts=facts)
    return Trouble("limit_order", facts=facts)


def _overstepped(limit: float | None, bound: float | None, direction: Direction) -> float | None:
    """The bound where `limit` lies on its hard side; None where it does not."""
    if limit is None or bound is None:
        return None
    if direction is Direction.HIGHER and limit > bound:
        return bound
    return bound if direction is Direction.LOWER and limit < bound else None


def _value(text: str) -> float | None:
    aim = aim_of(text) if text else None
    return aim.value if aim is not None else None
