"""What a KPI is held against in a scene, for the oracle (R-TARGET, interchange form)."""

from fractions import Fraction
from typing import Any, NamedTuple

from tests.oracle.days import MONTHS, P, year_of
from tests.oracle.exact import Exact, No, snap
from tests.oracle.judging import Aim, limits
from tests.oracle.measured import Cell, Reading, kept_of
from tests.oracle.moving import Then, budget_of, improvement_of, typed
from tests.oracle.paper import Json, Scene
from tests.oracle.spread import part_of
from tests.oracle.subject import Answer, Kpi


class Held(NamedTuple):
    """What to judge against, the target as shown, why there is none, and what of the value is
    judged where that is not all of it."""

    aim: Aim | None = None
    shown: Any = None
    why: str | None = None
    part: Exact | None = None


def held(found: Answer, then: Then) -> Held:
    """What an answer is held against."""
    kpi, about = found.kpi, found.kpi.about
    direction = about.get("direction", "none")
    if direction == "none":
        return Held()
    target = target_of(kpi, found.scene.own[-1])
    if direction in ("improve", "budget"):
        return _moving(found, direction, target, then)
    if direction in ("yes", "zero"):
        kind, low, high, strict = limits({"yes": "yes", "zero": "=0"}[direction])
        aim = typed(Aim(kind, low, high, strict), about, size_of(found))
        return Held(aim, low)
    if kpi.additive:
        return _summed(found, found, then)
    if target is None:
        return Held()
    scene = _grown(found, target)
    if scene is not None:
        return _summed(found, scene, then)
    kind, low, high, strict = limits(target["value"])
    return _as_shown(Aim(kind, low, high, strict), about, Fraction(1))


def target_of(kpi: Kpi, period: P) -> Json | None:
    """The target in force on the first day of a period."""
    own = [t for t in kpi.paper.targets if (t["kpi"], t["org"]) == (kpi.id, kpi.org)]
    return kpi.paper.in_force(own, "from", period.first)


def size_of(found: Answer) -> Fraction:
    """How many own periods the value is worth, for a KPI that adds up."""
    if not found.kpi.additive:
        return Fraction(1)
    return sum((_share(found, own, found.cells) for own in found.scene.own), Fraction(0))


def _as_shown(aim: Aim, about: Json, times: Fraction, part: Exact | None = None) -> Held:
    shown: Any = {"low": aim.low, "high": aim.high} if aim.kind == "range" else aim.low
    return Held(typed(aim, about, times), shown, None, part)


def _share(found: Answer, own: P, cells: tuple[Cell, ...]) -> Fraction:
    """The part of one own period whose cells have values; all of it where none has (R-VALUE-6)."""
    if not found.cells:
        return Fraction(1)
    inside = _inside(found, own)
    return Fraction(len(inside & {cell.period for cell in cells}), len(inside))


def _inside(found: Answer, own: P) -> set[P]:
    kind = (found.cells or found.every)[0].period.kind
    return {own} if kind == own.kind else set(found.kpi.paper.between(own.first, own.last, kind))


def _summed(found: Answer, over: Answer, then: Then) -> Held:
    """The targets of the cells of `over` that have one, and the value over these cells."""
    kpi = found.kpi
    aimed = {own: target for own in over.scene.own if (target := target_of(kpi, own))}
    seen = [own for own in aimed if not over.cells or _share(over, own, over.cells)]
    if not seen:
        return Held()
    kind, _, _, strict = limits(aimed[seen[-1]]["value"])
    alike = [own for own in seen if limits(aimed[own]["value"])[0] == kind]
    cells = tuple(c for c in over.cells if any(c.period in _inside(over, own) for own in alike))
    low = high = size = Fraction(0)
    for own in alike:
        _, one, other, _ = limits(aimed[own]["value"])
        share = _share(over, own, cells)
        one, other = (_asked(found, aimed[own], own, number, then) for number in (one, other))
        low, high, size = low + one * share, high + other * share, size + share
    aim = Aim(kind, low, high, strict)
    if len(cells) == len(over.cells):
        return _as_shown(aim, kpi.about, size)
    if over is not found and not kpi.plain_year:
        return Held()
    return _as_shown(aim, kpi.about, size, _value(over, cells))


def _value(over: Answer, cells: tuple[Cell, ...]) -> Fraction | None:
    reading = Reading(over.kpi.paper, over.kpi.org)
    value = reading.over(over.kpi.tree, over.kpi.window(over.scene), kept_of(cells))
    return None if isinstance(value, No) else snap(value)


def _asked(found: Answer, target: Json, own: P, number: Fraction, then: Then) -> Fraction:
    """What a target of `number` asks of one own period."""
    part = part_of(found, target, own, number, then)
    return number * _basis(found, target, own) if part is None else part


def _basis(found: Answer, target: Json, own: P) -> Fraction:
    """A target of its own basis for one own period (R-TARGET-4)."""
    basis = target.get("basis") or own.kind
    if basis in ("day", "week"):
        return Fraction(len(found.kpi.paper.between(own.first, own.last, basis)))
    if basis == own.kind:
        return Fraction(1)
    return Fraction(MONTHS[own.kind], MONTHS[basis])


def _grown(found: Answer, target: Json) -> Answer | None:
    """The scene whose periods a yearly target of a KPI that is no sum is shared out over; None
    where it is compared unchanged (decision 0011)."""
    kpi = found.kpi
    if kpi.rolling or kpi.growth not in ("view", "year"):
        return None
    over = found if kpi.growth == "view" else _year_to_date(found)
    if target.get("basis", kpi.frequency) != kpi.frequency:
        return over
    parts = [_share(over, own, over.cells) for own in over.scene.own]
    return over if len(parts) == 1 and parts != [1] else None


def _year_to_date(found: Answer) -> Answer:
    """What YTD adds up: its argument over the KPI's own periods from the year's start."""
    kpi, paper, last = found.kpi, found.kpi.paper, found.scene.own[-1]
    inner = kpi.added_up()
    year = year_of(last, paper.start)
    own = tuple(paper.between(year.first, last.last, last.kind))
    scene = Scene(last, True, own, min(found.scene.limit, last.last), last)
    cells = inner.cells(scene)
    there = tuple(cell for cell in cells if cell.there)
    return Answer(inner, scene, found.value, cells=there, every=tuple(cells))


def _moving(found: Answer, direction: str, target: Json | None, then: Then) -> Held:
    how, _, what = (target["value"] if target else "").partition(":")
    if direction == "budget":
        base = budget_of(found, what if how == "budget" else "")
    else:
        base = improvement_of(found, what or "last_year", then)
    if base is None:
        return Held(why="no_budget" if direction == "budget" else "no_base")
    about = found.kpi.about
    lower = about.get("better", "lower" if direction == "budget" else "higher") == "lower"
    kind, value = "lower" if lower else "higher", base.value
    aim = Aim(kind, value, value, direction == "improve")
    at = found if base.cells is None else found.with_cells(base.cells)
    aim = typed(aim, about, size_of(at))._replace(ceiling=None)
    return Held(aim, value, None, base.part)
