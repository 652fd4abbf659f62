"""Whether a formula's number grows with the time that it covers (R-TARGET-5)."""

from collections.abc import Callable
from enum import Enum

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


class Growth(Enum):
    """LEVEL stays what it is over any time: a share, a stock. VIEW is as many times as much over
    as many periods: output, revenue per head. YEAR adds up from the year's start by itself."""

    LEVEL = "level"
    VIEW = "view"
    YEAR = "year"


def growth(tree: Tree, adds_up: Callable[[str], bool]) -> Growth | None:
    """How the number of a formula grows; `adds_up` says of a name whether it is a sum over time.

    None where its parts grow otherwise than each other, so that nothing simple can be said.
    """
    match tree:
        case Number() | Comparison():
            return Growth.LEVEL
        case Name(name):
            return Growth.VIEW if adds_up(name) else Growth.LEVEL
        case Negative(operand) | Percent(operand):
            return growth(operand, adds_up)
        case Operation(sign, left, right):
            return _of_two(sign, growth(left, adds_up), growth(right, adds_up))
        case Call(function, arguments):
            return _of_call(function, [growth(argument, adds_up) for argument in arguments])


def _of_two(sign: str, left: Growth | None, right: Growth | None) -> Growth | None:
    if left is None or right is None:
        return None
    if sign in "+-":
        return left if left is right else None
    if right is Growth.LEVEL:
        return left
    if sign == "/":
        return Growth.LEVEL if left is right else None
    return right if left is Growth.LEVEL else None


def _of_call(function: str, arguments: list[Growth | None]) -> Growth | None:
    match function:
        case "DAYS":
            return Growth.VIEW
        case "COUNT" | "ROLLSUM" | "ROLLAVG":
            return Growth.LEVEL
        case "YTD":
            return Growth.YEAR if arguments == [Growth.VIEW] else None
        case "IF":
            return arguments[1] if arguments[1] is arguments[2] else None
        case "SUM" | "AVG" | "MIN" | "MAX":
            return arguments[0] if len(set(arguments)) == 1 else None
    return arguments[0]
