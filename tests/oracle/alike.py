"""A KPI in two scenes, over what may be compared, for the oracle (R-CHANGE-4, decision 0011)."""

from fractions import Fraction
from typing import NamedTuple

from tests.oracle.exact import No, snap
from tests.oracle.language import parse
from tests.oracle.measured import Kept, Reading, kept_of
from tests.oracle.paper import Json, Scene
from tests.oracle.subject import Answer, Kpi


class Pair(NamedTuple):
    """Both values over the same cells, of the first scene those in `kept`."""

    now: Fraction
    then: Fraction
    kept: Kept


def pair(found: Answer, there: Answer) -> Pair | None:
    """What may be compared of two answers with values; None where nothing may."""
    mine, theirs = kept_of(found.cells), kept_of(there.cells)
    if not (_same(mine, theirs) or (_whole(found) and _whole(there))):
        if not (found.kpi.additive and there.kpi.additive):
            return None
        mine, theirs = _both(mine, theirs)
        if not mine:
            return None
    if _lacks_otherwise(found, mine, there, theirs):
        return None
    now, then = _over(found, mine), _over(there, theirs)
    return None if now is None or then is None else Pair(now, then, mine)


def _lacks_otherwise(found: Answer, mine: Kept, there: Answer, theirs: Kept) -> bool:
    """Whether one side lacks something inside the cells that the other has."""
    lacking, partial = [], []
    for answer, kept in ((found, mine), (there, theirs)):
        reading = Reading(answer.kpi.paper, answer.kpi.org)
        scene, tree = answer.kpi.window(answer.scene), answer.kpi.tree
        lacking.append(reading.lacks(tree, scene, kept))
        reading.over(tree, scene, kept or dict.fromkeys(range(len(answer.every))))
        partial.append(reading.partial)
    return lacking[0] != lacking[1] or (not lacking[0] and any(partial))


def redefined(found: Answer, there: Answer) -> bool:
    """Whether the definition changed anywhere between the two scenes, both to their ends."""
    paper, versions = found.kpi.paper, found.kpi.paper.kpis[found.kpi.id]
    days = sorted(own.first for each in (there, found) for own in each.scene.own)
    seen = [paper.in_force(versions, "effective", day) or versions[0] for day in days]
    return len({str(_meaning(about)) for about in seen}) > 1


def _meaning(about: Json) -> tuple[object, ...]:
    names = ("unit", "window", "source", "table")
    return (parse(about["formula"]), *(about.get(name) for name in names))


def _same(mine: Kept, theirs: Kept) -> bool:
    return mine.keys() == theirs.keys() and all(
        set(mine[at] or ()) == set(theirs[at] or ()) for at in mine
    )


def _both(mine: Kept, theirs: Kept) -> tuple[Kept, Kept]:
    found: Kept = {}
    for at in mine.keys() & theirs.keys():
        one, other = mine[at], theirs[at]
        shared = None if one is None or other is None else tuple(u for u in one if u in other)
        if shared != ():
            found[at] = shared
    return found, found


def _whole(found: Answer) -> bool:
    """Whether each cell of the whole of what is shown has a value."""
    return len(found.cells) == len(found.every) and _reaches(found.kpi, found.scene)


def _reaches(kpi: Kpi, scene: Scene) -> bool:
    kind = Reading(kpi.paper, kpi.org).kind(kpi.tree)
    begun = kpi.paper.cells(scene, kind)
    uncut = kpi.paper.cells(scene._replace(limit=scene.own[-1].last), kind)
    return scene.to_date or kpi.rolling or len(begun) == len(uncut)


def _over(found: Answer, kept: Kept) -> Fraction | None:
    """The value over some cells; None where any of them lacks something inside."""
    kpi = found.kpi
    reading, window = Reading(kpi.paper, kpi.org), kpi.window(found.scene)
    value = reading.over(kpi.tree, window, kept or dict.fromkeys(range(len(found.every))))
    return None if _cut(found, kept) or isinstance(value, No) else snap(value)


def _cut(found: Answer, kept: Kept) -> bool:
    """Whether the last cell goes on after the scene and holds shorter periods."""
    kpi = found.kpi
    kind = Reading(kpi.paper, kpi.org).kind(kpi.tree)
    cells = kpi.paper.cells(kpi.window(found.scene), kind)
    shorter = any(kpi.paper.frequency(name) != kind for name in kpi.inputs)
    return bool(kept) and shorter and cells[max(kept)].last > found.scene.limit
