"""One KPI at one unit in one scene, for the oracle: value, target, colour, lateness."""

from datetime import timedelta
from fractions import Fraction
from typing import Any

from tests.oracle.aims import held
from tests.oracle.days import P, containing
from tests.oracle.exact import Exact, No, snap
from tests.oracle.judging import Judged, judge
from tests.oracle.language import names
from tests.oracle.measured import Cell, Reading
from tests.oracle.paper import Paper, Scene
from tests.oracle.subject import Answer, Kpi


def answer(kpi: Kpi, scene: Scene, late: bool = True) -> Answer:
    """The KPI in the scene; where nothing is there and it is late, its newest value."""
    found = plain(kpi, scene)
    if not _absent(found.value):
        return found
    newest = _newest(kpi, scene) if late else None
    return newest or found


def _absent(value: Exact) -> bool:
    """Whether there is no value because nobody gave it."""
    return isinstance(value, No) and value.reason[:7] in ("no_data", "not_due", "missing")


def plain(kpi: Kpi, scene: Scene, judged: bool = True) -> Answer:
    """The KPI in the scene itself; what others are held against need not be judged."""
    window = kpi.window(scene)
    cells = kpi.cells(window)
    have = tuple(cell for cell in cells if cell.there)
    of = sum(cell.there or cell.due for cell in cells)
    reading = Reading(kpi.paper, kpi.org)
    value: Exact = reading.value(kpi.tree, window)
    if isinstance(value, Fraction):
        value = snap(value)
    elif len(names(kpi.tree)) == 1 and "missing" in value.reason:
        value = No("no_data")
    if kpi.rolling:
        value = _whole_year(value, cells)
    if not of:
        value = No("not_due")
    lacking = 0 < len(have) < of or reading.partial
    partial = lacking and isinstance(value, Fraction)
    said = kpi.said(scene)
    found = Answer(kpi, scene, value, len(have), of, partial, cells=have, said=said)
    found.every = tuple(cells)
    if judged:
        found.target, found.judged = _held(found)
    return found


def _whole_year(value: Exact, cells: list[Cell]) -> Exact:
    """Twelve months that are not all there have no value (decision 0005)."""
    there = {cell.position for cell in cells if cell.there}
    newest = max(cell.position for cell in cells)
    if there == {cell.position for cell in cells}:
        return value
    if newest in there:
        return No("incomplete_window")
    is_due = any(cell.due for cell in cells if cell.position == newest)
    return No("no_data" if is_due else "not_due")


def _newest(kpi: Kpi, scene: Scene) -> Answer | None:
    """The stale answer: the newest value of the KPI's own, older than the latest due period."""
    paper = kpi.paper
    period = scene.own[-1]
    dues = [p for p in _back(kpi, period) if paper.due(p) and p.last <= scene.limit]
    for older in _back(kpi, period):
        there = at_scene(paper, kpi.id, kpi.org, paper.single(older, older.last))
        if there is None or (isinstance(there.value, No) and not _absent(there.value)):
            return None
        if isinstance(there.value, Fraction):
            if not dues or older.first >= dues[0].first:
                return None
            there.stale = True
            return there
        if there.said and dues and older.first == dues[0].first:
            return None
    return None


def _back(kpi: Kpi, period: P) -> list[P]:
    found = [period]
    while len(found) < 120 and found[-1].last >= kpi.paper.begin:
        last = found[-1].first - timedelta(days=1)
        found.append(containing(period.kind, last, kpi.paper.start))
    return found


def _held(found: Answer) -> tuple[Any, Judged]:
    aim, shown, why, part = held(found, _then)
    found.aimless = aim is None and why is None
    if isinstance(found.value, No):
        return shown, Judged("grey", None, None)
    if aim is None:
        return shown, Judged("grey" if why else "blue", None, None, why)
    found.part = part
    if isinstance(part, No):
        return shown, Judged("grey", None, None, part.reason)
    return shown, judge(found.value if part is None else part, aim)


def _then(kpi: Kpi, scene: Scene) -> Answer | None:
    """The KPI in another scene, not judged."""
    return at_scene(kpi.paper, kpi.id, kpi.org, scene, judged=False)


def at_scene(paper: Paper, kpi: str, org: str, scene: Scene, judged: bool = True) -> Answer | None:
    """The KPI in another scene, by the definition in force there."""
    about = paper.in_force(paper.kpis[kpi], "effective", scene.own[-1].first)
    return plain(Kpi(paper, kpi, org, about), scene, judged) if about else None


def at(paper: Paper, kpi: str, org: str, view: P, to_date: bool) -> Answer | None:
    """The KPI in a view; None before its first definition."""
    versions = paper.kpis[kpi]
    scene = paper.scene(view, to_date, versions[-1].get("frequency", "month"))
    about = paper.in_force(versions, "effective", scene.own[-1].first)
    return answer(Kpi(paper, kpi, org, about), scene) if about else None
