"""Targets that other numbers say: the KPI's own earlier value, a budget; for the oracle."""

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from tests.oracle.alike import pair, redefined
from tests.oracle.exact import Exact, No, read, snap
from tests.oracle.judging import Aim, limits
from tests.oracle.measured import Cell, Kept, Reading, kept_of
from tests.oracle.paper import Json, Scene
from tests.oracle.subject import Answer, Kpi

#: The answer of a KPI in another scene, not judged; None before its first definition.
Then = Callable[[Kpi, Scene], Answer | None]


class Base(NamedTuple):
    """A moving target; `part` and `cells` where only some of the value stand beside it."""

    value: Fraction
    part: Exact | None = None
    cells: tuple[Cell, ...] | None = None


def typed(aim: Aim, about: Json, times: Fraction) -> Aim:
    """The typed limits of a definition, for so many of its own periods (R-COLOUR-3)."""
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


def improvement_of(found: Answer, what: str, then: Then) -> Base | None:
    """The KPI's own value before, of the same cells; none across a change of definition."""
    paper = found.kpi.paper
    there = paper.earlier(found.scene) if what == "previous" else paper.last_year(found.scene)
    before = None if there is None else then(found.kpi, there)
    if before is None or isinstance(before.value, No) or redefined(found, before):
        return None
    if isinstance(found.value, No):
        return Base(before.value)
    both = pair(found, before)
    if both is None:
        return None
    return _part(found, both.then, both.now, both.kept)


def budget_of(found: Answer, measure: str) -> Base | None:
    """The budget of the same cells: of their units, where these have one each."""
    kpi = found.kpi
    if measure not in kpi.paper.measures:
        return None
    reading, kept = Reading(kpi.paper, kpi.org), kept_of(found.cells)
    if not kept:
        value = _budget(found, measure, dict.fromkeys(range(len(found.every))))
        return None if value is None else Base(value)
    keepers, covered = (
        set(kpi.paper.speakers(measure, kpi.org)),
        dict[int, tuple[str, ...] | None](),
    )
    for at, units in kept.items():
        apart = units is not None and set(units) <= keepers
        there = [unit for unit in units or () if _budget(found, measure, {at: (unit,)}) is not None]
        if apart and there:
            covered[at] = tuple(there)
        elif not apart and _budget(found, measure, {at: None}) is not None:
            covered[at] = None
    value = _budget(found, measure, covered) if covered else None
    if value is None or (kpi.rolling and len(covered) < len(kept)):
        return None
    judged: Kept = {at: units or kept[at] for at, units in covered.items()}
    if judged == kept:
        return Base(value)
    return _part(found, value, reading.over(kpi.tree, kpi.window(found.scene), judged), judged)


def _budget(found: Answer, measure: str, kept: Kept) -> Fraction | None:
    reading = Reading(found.kpi.paper, found.kpi.org)
    window, kind = found.kpi.window(found.scene), reading.kind(found.kpi.tree)
    value = reading.measure(measure, window, kept, kind)
    return None if isinstance(value, No) else snap(value)


def _part(found: Answer, base: Fraction, now: Exact, kept: Kept) -> Base:
    cells = tuple(c for c in found.cells if c.position in kept and _counts(c, kept[c.position]))
    if len(cells) == len(found.cells):
        return Base(base)
    return Base(base, now if isinstance(now, No) else snap(now), cells)


def _counts(cell: Cell, units: tuple[str, ...] | None) -> bool:
    return cell.unit is None or units is None or cell.unit in units
