"""What a KPI is held against in a scene, for the oracle (R-TARGET, interchange form)."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from tests.oracle.days import MONTHS, P
from tests.oracle.exact import Exact, No, read, snap
from tests.oracle.judging import Aim, limits
from tests.oracle.measured import Reading
from tests.oracle.paper import Json, Scene
from tests.oracle.subject import Answer, Kpi

#: The value of a KPI in another scene.
Then = Callable[[Kpi, Scene], Exact]


def aim_of(found: Answer, then: Then) -> tuple[Aim | None, Any, str | None]:
    """(what to judge against, the target as shown, why there is none)."""
    kpi, about = found.kpi, found.kpi.about
    direction = about.get("direction", "none")
    if direction == "none":
        return None, None, None
    target = _target(kpi, found.scene.own[-1])
    if direction in ("improve", "budget"):
        return _moving(found, direction, target, then)
    text = target["value"] if target else None
    if direction in ("yes", "zero"):
        text = {"yes": "yes", "zero": "=0"}[direction]
    if text is None:
        return None, None, None
    kind, low, high, strict = limits(text)
    times = _size(found)
    if target and direction not in ("yes", "zero") and kpi.additive:
        low, high = _summed(found)
    elif direction not in ("yes", "zero"):
        low, high = low * times, high * times
    shown: Any = {"low": low, "high": high} if kind == "range" else low
    aim = Aim(kind, low, high, strict)
    return _typed(aim, about, times), shown, None


def _typed(aim: Aim, about: Json, times: Fraction) -> Aim:
    edges = {}
    for name in ("green", "amber"):
        text = about.get("thresholds", {}).get(name)
        if text:
            _, low, high, _ = limits(text)
            edges[name] = (low * times, high * times)
    baseline, ceiling = about.get("baseline"), about.get("bounds", {}).get("high")
    return aim._replace(
        green=edges.get("green"),
        amber=edges.get("amber"),
        baseline=None if baseline is None else read(baseline) * times,
        ceiling=None if ceiling is None else read(ceiling) * times,
        convention=about.get("attainment", "two_minus"),
    )


def _target(kpi: Kpi, period: P) -> Json | None:
    own = [t for t in kpi.paper.targets if (t["kpi"], t["org"]) == (kpi.id, kpi.org)]
    return kpi.paper.in_force(own, "from", period.first)


def _share(found: Answer, own: P) -> Fraction:
    """The part of one own period whose cells have values; all of it where none has (R-VALUE-6)."""
    if not found.cells:
        return Fraction(1)
    kind = found.cells[0].period.kind
    inside = {own} if kind == own.kind else set(found.kpi.paper.between(own.first, own.last, kind))
    return Fraction(len(inside & {cell.period for cell in found.cells}), len(inside))


def _size(found: Answer) -> Fraction:
    """How many own periods the view is worth, for a KPI that adds up."""
    if not found.kpi.additive:
        return Fraction(1)
    return sum((_share(found, own) for own in found.scene.own), Fraction(0))


def _summed(found: Answer) -> tuple[Fraction, Fraction]:
    low = high = Fraction(0)
    for own in found.scene.own:
        target = _target(found.kpi, own)
        if target is None:
            continue
        _, one, other, _ = limits(target["value"])
        factor = _basis(found, target, own) * _share(found, own)
        low, high = low + one * factor, high + other * factor
    return low, high


def _basis(found: Answer, target: Json, own: P) -> Fraction:
    """A target of its own basis for one own period (R-TARGET-4)."""
    basis = target.get("basis") or own.kind
    if basis in ("day", "week"):
        return Fraction(len(found.kpi.paper.between(own.first, own.last, basis)))
    if basis == own.kind:
        return Fraction(1)
    return Fraction(MONTHS[own.kind], MONTHS[basis])


def _moving(
    found: Answer, direction: str, target: Json | None, then: Then
) -> tuple[Aim | None, Any, str | None]:
    about = found.kpi.about
    lower = about.get("better", "lower" if direction == "budget" else "higher") == "lower"
    how, _, what = (target["value"] if target else "").partition(":")
    if direction == "budget":
        base: Exact = _budget(found, what) if how == "budget" else No("no_budget")
    else:
        base = _base(found, what or "last_year", then)
    if isinstance(base, No):
        return None, None, "no_budget" if direction == "budget" else "no_base"
    aim = Aim("lower" if lower else "higher", base, base, direction == "improve")
    typed = _typed(aim, about, _size(found))
    return typed._replace(ceiling=None), base, None


def _base(found: Answer, what: str, then: Then) -> Exact:
    paper = found.kpi.paper
    there = paper.earlier(found.scene) if what == "previous" else paper.last_year(found.scene)
    if there is None:
        return No("no_base")
    return then(found.kpi, there)


def _budget(found: Answer, measure: str) -> Exact:
    reading = Reading(found.kpi.paper, found.kpi.org)
    window, kind = found.kpi.window(found.scene), reading.kind(found.kpi.tree)
    positions = {cell.position for cell in found.cells}
    every = range(len(found.kpi.paper.cells(window, kind)))
    value = reading.measure(measure, window, dict.fromkeys(positions or every), kind)
    return snap(value) if isinstance(value, Fraction) else value
