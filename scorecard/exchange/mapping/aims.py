"""Targets, amber limits and directions as lists of KPIs write them."""

from collections.abc import Mapping, Sequence

from scorecard.exchange.layout.headings import Role
from scorecard.exchange.mapping.amount import amount
from scorecard.exchange.mapping.matching import Match
from scorecard.reading.outcome import Ask, Read
from scorecard.reading.target import TargetText, read_target
from scorecard.target import Aim, read_aim, write_aim
from scorecard.trouble import Refused
from scorecard.vocabulary import Direction

_BETTER = {
    **dict.fromkeys(
        ("up", "u", "higher", "higher is better", "increase", "max", "↑", "望大"), "higher"
    ),
    **dict.fromkeys(
        ("越高越好", "越大越好", "愈高愈好", "愈大愈好", "高", "大", "正向", "+"), "higher"
    ),
    **dict.fromkeys(
        ("down", "d", "lower", "lower is better", "decrease", "min", "↓", "望小"), "lower"
    ),
    **dict.fromkeys(
        ("越低越好", "越小越好", "愈低愈好", "愈小愈好", "低", "小", "負向", "-"), "lower"
    ),
}
_SIGN = {Direction.HIGHER: ">=", Direction.LOWER: "<="}


def target_text(text: str, unit: str, way: Direction | None) -> str:
    """A target as the document stores it; empty where the text says none, or none for sure."""
    if not text.strip():
        return ""
    match read_target(text):
        case Read(TargetText() as found):
            aim = found.aim
        case Ask(choices):
            said = next((c for c in choices if c.kind is way), None)
            aim = said.aim if said is not None else Aim(None, choices[0].value)
        case _:
            return ""
    if aim is None:
        return ""
    if aim.kind in (Direction.ZERO, Direction.EXACT) and way in _SIGN and "=" not in text:
        aim = Aim(way, aim.value)  # 0 and 100 % need no sign, unless somebody says what is better
    return _written(_scaled(aim, text, unit))


def signed(value: object, unit: str) -> Aim | None:
    """A target beside the months that says its own way: `≤5`. None for anything else."""
    said = target_text(value, unit, None) if isinstance(value, str) else ""
    aim = read_aim(said) if said else Aim(None)
    return aim if aim.kind in _SIGN else None


def toward(target: str, amber: str, unit: str) -> Direction | None:
    """Which way is good where only the numbers say it: away from the amber limit. None where the
    target has a sign of its own, or one of the texts says no number."""
    goal, limit = (_bare(text, unit) for text in (target, amber))
    if goal is None or limit is None or goal == limit:
        return None
    return Direction.HIGHER if limit < goal else Direction.LOWER


def _bare(text: str, unit: str) -> float | None:
    said = target_text(text, unit, None)
    aim = read_aim(said) if said else Aim(None)
    return aim.value if aim.kind is None else None


def amber_text(text: str, unit: str, targets: Sequence[str]) -> str:
    """An amber limit as the document stores it: on the worse side of each of the stored `targets`.
    `90–95` below `≥ 95` begins at 90. Empty where the text says no such limit."""
    kinds = {kind_of(target) for target in targets}
    way = kinds.pop() if len(kinds) == 1 else None
    if way not in _SIGN:
        return ""
    said = target_text(text, unit, way)
    if not said:
        return ""
    aim = read_aim(said)
    is_up = way is Direction.HIGHER
    value = aim.value if aim.kind is way else (aim.low if is_up else aim.high)
    goals = [goal.value for goal in map(read_aim, targets) if goal.value is not None]
    if value is None or any(value >= goal if is_up else value <= goal for goal in goals):
        return ""
    return _written(Aim(way, value))


def _scaled(aim: Aim, text: str, unit: str) -> Aim:
    """A bare 95 in a percent field is 95 %."""
    if not unit.endswith("%") or "%" in text or "‰" in text:
        return aim
    value, low, high = (None if n is None else _share(n) for n in (aim.value, aim.low, aim.high))
    return Aim(aim.kind, value, low, high, aim.strict, aim.base, aim.measure)


def _share(number: float) -> float:
    """A number between 0 and 1 was written as a fraction, as targets of shares often are."""
    if abs(number) <= 1:
        return number
    try:
        return amount(number, "%", "", 0) or 0.0
    except Refused:
        return number


def _written(aim: Aim) -> str:
    try:
        return write_aim(aim)
    except ValueError:
        return ""


def kind_of(aim: str) -> Direction | None:
    """Which way is good, as a stored target says it; None where it does not."""
    if ".." in aim:
        return Direction.RANGE
    if aim.startswith("improve"):
        return Direction.IMPROVE
    if aim == "yes":
        return Direction.YES
    signs = {">": Direction.HIGHER, "<": Direction.LOWER}
    if aim.startswith("="):
        return Direction.ZERO if aim == "=0" else Direction.EXACT
    return signs.get(aim[:1])


def better(match: Match, said: Mapping[Role, str]) -> Direction | None:
    """Which way is good: as chosen, or as the column of directions says."""
    if match.choice.direction:
        return Direction(match.choice.direction)
    found = _BETTER.get(said.get(Role.DIRECTION, "").strip().casefold())
    return Direction(found) if found else None
