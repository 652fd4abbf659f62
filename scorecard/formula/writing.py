"""Tree → text: the formula again, or with numbers in place of its names."""

from collections.abc import Callable
from decimal import Decimal

from scorecard.formula.functions import WINDOWS
from scorecard.formula.names import name_written
from scorecard.formula.tree import (
    Call,
    Comparison,
    Name,
    Negative,
    Number,
    Operation,
    Percent,
    Tree,
)

_SIGNS = {"*": "×", ">=": "≥", "<=": "≤", "<>": "≠"}
_COMPARING, _ADDING, _MULTIPLYING, _TURNING, _WHOLE = range(1, 6)
_OTHER_PERIODS = frozenset({"PREV", "LY", "YTD"}) | WINDOWS

#: The text that stands for a tree, or None where it is written out of its parts.
_Standing = Callable[[Tree], str | None]


def write(tree: Tree) -> str:
    """The text of a formula, with the brackets it needs; `parse` gives the same tree again."""
    return _text(tree, _own_name)


def substituted(
    tree: Tree,
    shown: Callable[[str], str],
    elsewhere: Callable[[Tree], str] | None = None,
) -> str:
    """The formula with numbers: `(10250000 - 6744500) / 10250000`.

    `shown` gives the text of a name of this period, asked as a scope is. `elsewhere` gives the
    text of a whole call to another period, such as LY(revenue); without it such a call is
    written with its names.
    """

    def standing(part: Tree) -> str | None:
        if isinstance(part, Name):
            return shown(part.name)
        if isinstance(part, Call) and part.function in _OTHER_PERIODS:
            return elsewhere(part) if elsewhere else write(part)
        return None

    return _text(tree, standing)


def _own_name(part: Tree) -> str | None:
    return name_written(part.spelling or part.name) if isinstance(part, Name) else None


def _text(tree: Tree, standing: _Standing) -> str:
    text = standing(tree)
    if text is not None:
        return text
    match tree:
        case Operation(sign, left, right) | Comparison(sign, left, right):
            return _both(tree, _SIGNS.get(sign, sign), left, right, standing)
        case Negative(operand):
            return "-" + _within(operand, _TURNING, standing)
        case Percent(operand):
            return _within(operand, _WHOLE, standing) + "%"
        case Call():
            return _call(tree, standing)
        case Number(value):
            return f"{Decimal(repr(value)).normalize():f}"
        case Name():
            raise AssertionError(tree)


def _both(tree: Tree, sign: str, left: Tree, right: Tree, standing: _Standing) -> str:
    """Equal ranks run left to right, so only the right one needs brackets; a comparison
    holds no other one bare."""
    rank = _rank(tree)
    first = _within(left, rank + (rank == _COMPARING), standing)
    return f"{first} {sign} {_within(right, rank + 1, standing)}"


def _within(tree: Tree, rank: int, standing: _Standing) -> str:
    """The text of a part, bracketed where it binds less than `rank` or shows a minus."""
    text = _text(tree, standing)
    stands = isinstance(tree, Name | Call) and text.startswith("-")
    return f"({text})" if _rank(tree) < rank or stands else text


def _rank(tree: Tree) -> int:
    match tree:
        case Comparison():
            return _COMPARING
        case Operation(sign):
            return _ADDING if sign in "+-" else _MULTIPLYING
        case Negative() | Percent():
            return _TURNING
        case _:
            return _WHOLE


def _call(call: Call, standing: _Standing) -> str:
    inside = [_text(argument, standing) for argument in call.arguments]
    if call.count is not None:
        inside.append(str(call.count))
    return f"{call.function}({', '.join(inside)})"
