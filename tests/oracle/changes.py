"""How a KPI changed since another scene, for the oracle (R-CHANGE, decision 0011)."""

from fractions import Fraction

from tests.oracle.alike import pair, redefined
from tests.oracle.exact import No
from tests.oracle.judged import at_scene
from tests.oracle.paper import Scene
from tests.oracle.subject import Answer


def changes(found: Answer) -> dict[str, Fraction | None]:
    """The change since the period before and since last year; None where none may be told."""
    paper = found.kpi.paper
    if found.kpi.is_project:
        return {"previous": None, "last_year": None}
    return {
        "previous": _since(found, paper.earlier(found.scene)),
        "last_year": _since(found, paper.last_year(found.scene)),
    }


def _since(found: Answer, scene: Scene | None) -> Fraction | None:
    kpi = found.kpi
    if scene is None or found.stale or isinstance(found.value, No):
        return None
    there = at_scene(kpi.paper, kpi.id, kpi.org, scene, judged=False)
    if there is None or isinstance(there.value, No) or redefined(found, there):
        return None
    both = pair(found, there)
    return None if both is None else both.now - both.then
