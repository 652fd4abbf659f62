"""What a formula looks like but for its names, so that many of one shape are computed as one."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from scorecard.evaluation.meaning import Meaning, cell_terms
from scorecard.formula import FormulaError, Term, Tree, is_additive, parse
from scorecard.formula.columns import fits_columns
from scorecard.formula.tree import Call, Name, walk, with_names

#: A name as the grammar reads it, where no bracket makes it a function.
_NAME = re.compile(r"([^\W\d][\w\u0300-\u036f]*+)(?!\s*[(（])")
#: What opens a name in brackets; such formulas are read the long way.
_QUOTES = ("[", "［")


@dataclass(frozen=True, slots=True)
class Shape:
    """A formula whose names are `n0`, `n1` … in order of appearance.

    `required` as in `Meaning`, in these names; `additive` is that of the tree alone.
    `needs_years` where it looks a year back.
    """

    tree: Tree
    required: tuple[Term, ...]
    additive: bool
    fits_columns: bool
    needs_years: bool


class Shaped(NamedTuple):
    """A shape and what stands for its names: `names[0]` for `n0`."""

    shape: Shape
    names: tuple[str, ...]


def shape_of_text(formula: str) -> Shaped | None:
    """The shape of a formula with its names as spelled; None where it must be read whole:
    names in brackets, or a mistake."""
    if any(quote in formula for quote in _QUOTES):
        return None
    slots: dict[str, str] = {}
    outline = _NAME.sub(lambda found: slots.setdefault(found[1], f"n{len(slots)}"), formula)
    shape = _shape_of_outline(outline) if all(map(str.isidentifier, slots)) else None
    return None if shape is None else Shaped(shape, tuple(slots))


def shape_of(meaning: Meaning) -> Shaped:
    """The shape of a meaning, with the names by which it knows its measures."""
    slots = {name: f"n{place}" for place, name in enumerate(meaning.measures)}
    tree = with_names(meaning.tree, lambda name: Name(slots[name.name]))
    return Shaped(_shape(tree), tuple(slots))


@lru_cache(maxsize=4096)
def _shape_of_outline(outline: str) -> Shape | None:
    try:
        return _shape(parse(outline))
    except FormulaError:
        return None


def _shape(tree: Tree) -> Shape:
    calls = [node.function for node in walk(tree) if isinstance(node, Call)]
    return Shape(
        tree,
        cell_terms(tree),
        is_additive(tree),
        fits_columns(tree),
        "LY" in calls,
    )
