"""How large a formula may be, so that reading and computing it are bounded (promise S1)."""

from scorecard.formula.functions import FUNCTIONS, WINDOWS
from scorecard.formula.mistake import FormulaError
from scorecard.formula.tree import Call, Tree, parts

#: Characters and tokens of one text.
LONGEST = 2000
MOST_TOKENS = 300
#: Levels and operations of a tree, with the formulas of other KPIs put in their place.
_DEEPEST = 160
_MOST_STEPS = 8_000


def check_size(tree: Tree, position: int = 0) -> None:
    """Raises FormulaError `too_deep` or `too_large` at `position` where computing `tree`
    would go beyond the bounds; subtrees that occur twice are looked at once."""
    depth, steps = _measure(tree, {})
    if depth > _DEEPEST:
        raise FormulaError(position, (), None, "too_deep", {"most": str(_DEEPEST)})
    if steps > _MOST_STEPS:
        raise FormulaError(position, (), None, "too_large", {"most": str(_MOST_STEPS)})


def _measure(tree: Tree, seen: dict[int, tuple[int, int]]) -> tuple[int, int]:
    """Levels, and operations with those repeated for each period of a window."""
    known = seen.get(id(tree))
    if known is None:
        below = [_measure(part, seen) for part in parts(tree)]
        depth = 1 + max((levels for levels, _ in below), default=0)
        steps = 1 + _repeats(tree) * sum(steps for _, steps in below)
        known = seen[id(tree)] = (depth, steps)
    return known


def _repeats(tree: Tree) -> int:
    if not isinstance(tree, Call):
        return 1
    if tree.function in WINDOWS:
        return tree.count or 1
    return FUNCTIONS[tree.function].weight
