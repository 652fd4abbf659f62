"""What sort of formula it is: yes or no, percent, a plain sum."""

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

_WHOLE = Percent(Number(100.0))


def is_boolean(tree: Tree) -> bool:
    """Whether the formula ends in a comparison (R-FORMULA-6)."""
    return isinstance(tree, Comparison)


def is_percent(tree: Tree) -> bool:
    """Whether the formula ends in × 100%, which leaves the number as it is (R-FORMULA-2)."""
    return isinstance(tree, Operation) and tree.sign == "*" and tree.right == _WHOLE


def is_additive(tree: Tree) -> bool:
    """Whether the formula is a sum or difference of names only (R-TARGET-4)."""
    match tree:
        case Name():
            return True
        case Negative(operand):
            return is_additive(operand)
        case Operation("+" | "-", left, right):
            return is_additive(left) and is_additive(right)
        case Call("SUM", arguments):
            return all(is_additive(argument) for argument in arguments)
        case _:
            return False
