"""Formulas for the oracle: text → nested tuples (R-FORMULA-1)."""

import re
from fractions import Fraction
from functools import lru_cache
from typing import Any

#: ("number", n) · ("name", id) · ("call", NAME, args) · (operator, left, right) · ("neg", x)
Tree = tuple[Any, ...]  # of different lengths and depths

_TOKEN = re.compile(r"\s*(\d+(?:\.\d+)?|[^\W\d]\w*|>=|<=|<>|[-+*/()%,<>=])")
_RANKS = ((">=", "<=", "<>", ">", "<", "="), ("+", "-"), ("*", "/"))
_SAME = str.maketrans("−×÷（）％，", "-*/()%,")


@lru_cache(maxsize=1024)
def parse(text: str) -> Tree:
    """The tree of a formula; the oracle is only given correct ones."""
    tokens = _TOKEN.findall(text.translate(_SAME).replace("≥", ">=").replace("≤", "<="))
    tree = _binary(tokens, 0)
    if tokens:
        raise ValueError(text)
    return tree


def _binary(tokens: list[str], rank: int) -> Tree:
    if rank == len(_RANKS):
        return _unary(tokens)
    left = _binary(tokens, rank + 1)
    while tokens and tokens[0] in _RANKS[rank]:
        left = (tokens.pop(0), left, _binary(tokens, rank + 1))
    return left


def _unary(tokens: list[str]) -> Tree:
    if tokens[0] == "-":
        tokens.pop(0)
        return ("neg", _unary(tokens))
    tree = _atom(tokens)
    while tokens and tokens[0] == "%":
        tokens.pop(0)
        tree = ("/", tree, ("number", Fraction(100)))
    return tree


def _atom(tokens: list[str]) -> Tree:
    token = tokens.pop(0)
    if token == "(":
        tree = _binary(tokens, 0)
        tokens.pop(0)
        return tree
    if token[0].isdigit():
        return ("number", Fraction(token))
    if tokens and tokens[0] == "(":
        return ("call", token.upper(), _arguments(tokens))
    return ("name", token)


def _arguments(tokens: list[str]) -> list[Tree]:
    tokens.pop(0)
    found = []
    while tokens[0] != ")":
        found.append(_binary(tokens, 0))
        if tokens[0] == ",":
            tokens.pop(0)
    tokens.pop(0)
    return found


ELSEWHEN = ("PREV", "LY", "YTD", "ROLLSUM", "ROLLAVG")
LISTS = ("SUM", "AVG", "MIN", "MAX", "COUNT")


def names(tree: Tree) -> list[str]:
    """The names of a tree in the order of writing."""
    if tree[0] == "name":
        return [tree[1]]
    branches = tree[2] if tree[0] == "call" else [b for b in tree[1:] if isinstance(b, tuple)]
    return list(dict.fromkeys(name for branch in branches for name in names(branch)))


def read_by(tree: Tree) -> list[str]:
    """The names whose values are read, not only counted."""
    if tree[0] == "name":
        return [tree[1]]
    if tree[:2] == ("call", "COUNT"):
        return []
    branches = tree[2] if tree[0] == "call" else [b for b in tree[1:] if isinstance(b, tuple)]
    return list(dict.fromkeys(name for branch in branches for name in read_by(branch)))


#: A name and how it is read: steps such as ("PREV", 1) and ("LY", 1), outermost first.
Term = tuple[str, tuple[tuple[str, int], ...]]


def terms(tree: Tree, moves: tuple[tuple[str, int], ...] = ()) -> list[Term]:
    """What a cell must have to count (R-VALUE-3): all but what lists, YTD and branches read."""
    if tree[0] == "name":
        return [(tree[1], moves)]
    branches = [branch for branch in tree[1:] if isinstance(branch, tuple)]
    if tree[0] == "call":
        branches = [] if tree[1] in (*LISTS, "YTD") else tree[2][:1]
        if tree[1] in ("PREV", "LY"):
            steps = int(tree[2][1][1]) if len(tree[2]) > 1 else 1
            moves = (*moves, (tree[1], steps))
    return list(dict.fromkeys(term for branch in branches for term in terms(branch, moves)))


def adds_up(tree: Tree, additive: set[str]) -> bool:
    """Whether a tree is a sum or difference of measures that add up over time."""
    if tree[0] == "name":
        return tree[1] in additive
    if tree[:2] == ("call", "SUM"):
        return all(adds_up(branch, additive) for branch in tree[2])
    return tree[0] in ("+", "-", "neg") and all(adds_up(branch, additive) for branch in tree[1:])


def ytd_of(tree: Tree) -> Tree | None:
    """What the first YTD of a tree adds up."""
    if tree[:2] == ("call", "YTD"):
        return tree[2][0]  # type: ignore[no-any-return]  # a tree of its own
    branches = tree[2] if tree[0] == "call" else [b for b in tree[1:] if isinstance(b, tuple)]
    return next((inner for b in branches if (inner := ytd_of(b)) is not None), None)


def grows(tree: Tree, additive: set[str]) -> str | None:
    """ "level", "view" or "year": how a number grows with the time it covers; None where that is
    not said."""
    if tree[0] in ("number", ">=", "<=", "<>", ">", "<", "="):
        return "level"
    if tree[0] == "name":
        return "view" if tree[1] in additive else "level"
    branches = tree[2] if tree[0] == "call" else tree[1:]
    found = [grows(branch, additive) for branch in branches]
    if tree[0] == "call":
        return _call_grows(tree[1], found)
    one, other = found[0], found[-1]
    if tree[0] in ("+", "-", "neg"):
        return one if one == other else None
    if None in (one, other):
        return None
    if tree[0] == "/" and one == other:
        return "level"
    if other == "level" or (tree[0] == "*" and one == "level"):
        return one if other == "level" else other
    return None


def _call_grows(function: str, found: list[str | None]) -> str | None:
    if function == "DAYS":
        return "view"
    if function in ("COUNT", "ROLLSUM", "ROLLAVG"):
        return "level"
    if function == "YTD":
        return "year" if found == ["view"] else None
    if function == "IF":
        return found[1] if found[1] == found[2] else None
    if function in LISTS:
        return found[0] if len(set(found)) == 1 else None
    return found[0]
