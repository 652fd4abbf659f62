"""Which inputs a formula cannot do without, and of which period (R-VALUE-3)."""

from collections.abc import Iterator
from typing import NamedTuple

from scorecard.formula.functions import LISTS, WINDOWS
from scorecard.formula.tree import Call, Name, Tree, parts


class Shift(NamedTuple):
    """How far back a name is read: `previous` periods (PREV), and `years` (LY)."""

    previous: int = 0
    years: int = 0


NOW = Shift()


class Term(NamedTuple):
    """A name, as a scope is asked for it, and the period it is read at."""

    name: str
    shift: Shift


def required(tree: Tree) -> frozenset[Term]:
    """The names without which the formula has no value, with their shifts.

    Names within the lists SUM, AVG, MIN, MAX, COUNT, within the branches of IF and within YTD
    are not among them; a window of n periods needs all n.
    """
    return frozenset(_terms(tree, NOW))


def _terms(tree: Tree, shift: Shift) -> Iterator[Term]:
    if isinstance(tree, Name):
        yield Term(tree.name, shift)
        return
    for part, moved in _strict(tree, shift):
        yield from _terms(part, moved)


def _strict(tree: Tree, shift: Shift) -> Iterator[tuple[Tree, Shift]]:
    """What of a tree must have a value, and when."""
    if not isinstance(tree, Call):
        for part in parts(tree):
            yield part, shift
    elif tree.function not in LISTS | {"YTD"}:
        for part in tree.arguments[:1]:
            for moved in _moved(tree, shift):
                yield part, moved


def _moved(call: Call, shift: Shift) -> list[Shift]:
    previous, years = shift
    if call.function == "PREV":
        return [Shift(previous + (call.count or 1), years)]
    if call.function == "LY":
        return [Shift(previous, years + 1)]
    if call.function in WINDOWS:
        return [Shift(previous + back, years) for back in range(call.count or 1)]
    return [shift]
