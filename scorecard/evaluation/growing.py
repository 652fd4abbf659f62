"""Which targets grow with the year though the KPI is no plain sum: those of an output per head, of
a year to date (R-TARGET-5)."""

from dataclasses import replace
from typing import TYPE_CHECKING

from scorecard.evaluation.completeness import completeness
from scorecard.evaluation.definitions import DatedAim
from scorecard.evaluation.meaning import cell_terms
from scorecard.evaluation.portion import owns, portions
from scorecard.evaluation.situation import Situation
from scorecard.evaluation.view import View, grain
from scorecard.formula import Tree, is_additive
from scorecard.formula.growth import Growth, growth
from scorecard.formula.tree import Call, Name, walk
from scorecard.vocabulary import ADDITIVE

if TYPE_CHECKING:
    from scorecard.evaluation.valuation import Valuation


def growing(valuation: "Valuation", at: Situation, dated: DatedAim) -> Situation | None:
    """The situation over whose cells the target of a KPI that is no sum is shared out; None
    where it is compared unchanged: whatever does not grow with time, and, as the interchange
    form says, all targets for one of the KPI's own periods, unless only a part of it is seen.
    """
    own = grain(at.version.frequency)
    is_other = dated.basis is not None and grain(dated.basis) is not own
    if at.version.window == "trailing_12m" or not (is_other or at.stretch.kind is not own):
        return None
    measures = at.meaning.measures
    grown = growth(at.meaning.tree, lambda name: measures[name].over_time in ADDITIVE)
    if grown is Growth.VIEW:
        scene = at
    elif grown is Growth.YEAR:
        scene = _year_to_date(valuation, at)
    else:
        return None
    return scene if is_other or _is_part(scene) else None


def sums_up(scene: Situation) -> bool:
    """Whether the value over some cells of a scene is that of the KPI over them alone."""
    return is_additive(scene.meaning.tree)


def _is_part(scene: Situation) -> bool:
    """Whether the scene is one own period of which not every cell has a value."""
    return len(set(owns(scene).values())) == 1 and set(portions(scene).values()) != {1}


def _year_to_date(valuation: "Valuation", at: Situation) -> Situation:
    """What a formula with YTD adds up: its argument from the fiscal year's first day on."""
    inner = next(_added_up(node) for node in walk(at.meaning.tree) if _is_ytd(node))
    names = {node.name for node in walk(inner) if isinstance(node, Name)}
    measures = {name: m for name, m in at.meaning.measures.items() if name in names}
    meaning = replace(at.meaning, tree=inner, required=cell_terms(inner), measures=measures)
    view = View(at.period, upto=True)
    whole = valuation.definitions.stretch(at.version, meaning, view)
    stretch = whole.until(at.stretch.last, at.measuring.calendar)
    counted = completeness(at.measuring, meaning, at.org, stretch)
    return replace(at, meaning=meaning, view=view, stretch=stretch, counted=counted)


def _is_ytd(node: Tree) -> bool:
    return isinstance(node, Call) and node.function == "YTD"


def _added_up(node: Tree) -> Tree:
    return node.arguments[0] if isinstance(node, Call) else node
