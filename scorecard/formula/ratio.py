"""Formulas that are a ratio of two sums, in whatever unit (R-VALUE-3, R-FORECAST-8)."""

from fractions import Fraction
from typing import NamedTuple

from scorecard.formula.tree import Call, Name, Negative, Number, Operation, Percent, Tree
from scorecard.number import exact


class Ratio(NamedTuple):
    """A formula that is `factor` · `above` / `below` + `shift`, both of them linear."""

    above: Tree
    below: Tree
    factor: Fraction = Fraction(1)
    shift: Fraction = Fraction(0)


def ratio_of(tree: Tree) -> Ratio | None:
    """The ratio that a formula is, None where it is none: `1 - A / B` and `A / (B + C) * 1000`
    are ratios, `A / B * C / D` is none."""
    match tree:
        case Operation("/", left, right) if is_linear(left) and is_linear(right):
            return Ratio(left, right)
        case Operation("*" | "/" | "+" | "-", left, right):
            return _changed(tree.sign, left, right)
        case Negative(operand):
            return _scaled(ratio_of(operand), Fraction(-1))
        case Percent(operand):
            return _scaled(ratio_of(operand), Fraction(1, 100))
        case _:
            return None


def is_linear(tree: Tree) -> bool:
    """Whether the formula adds, subtracts and multiplies by numbers only, so that its value over
    several periods is made of those of each as its measures' values are."""
    match tree:
        case Name():
            return True
        case Negative(operand) | Percent(operand):
            return is_linear(operand)
        case Operation("+" | "-", left, right):
            return is_linear(left) and is_linear(right)
        case Operation("*", left, right) if number_of(left) is not None:
            return is_linear(right)
        case Operation("*" | "/", left, right):
            return bool(number_of(right)) and is_linear(left)
        case Call("SUM", arguments):
            return all(map(is_linear, arguments))
        case _:
            return False


def number_of(tree: Tree) -> Fraction | None:
    """The number that a formula without names is; None where it has any, or divides by 0."""
    match tree:
        case Number(value):
            return exact(value)
        case Negative(operand) | Percent(operand):
            number = number_of(operand)
            share = Fraction(-1) if isinstance(tree, Negative) else Fraction(1, 100)
            return None if number is None else number * share
        case Operation(sign, left, right):
            first, second = number_of(left), number_of(right)
            return None if first is None or second is None else _computed(sign, first, second)
        case _:
            return None


def _computed(sign: str, left: Fraction, right: Fraction) -> Fraction | None:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
    return left / right if right else None


def _changed(sign: str, left: Tree, right: Tree) -> Ratio | None:
    """A ratio multiplied by a number, divided by one, or with one added or taken away."""
    before, after = number_of(left), number_of(right)
    if after is not None:
        inner = ratio_of(left)
        if sign in "*/":
            return _scaled(inner, _computed(sign, Fraction(1), after))
        return _shifted(inner, after if sign == "+" else -after)
    if before is None or sign == "/":
        return None
    inner = ratio_of(right)
    if sign == "*":
        return _scaled(inner, before)
    return _shifted(inner if sign == "+" else _scaled(inner, Fraction(-1)), before)


def _scaled(inner: Ratio | None, by: Fraction | None) -> Ratio | None:
    if inner is None or by is None:
        return None
    return inner._replace(factor=inner.factor * by, shift=inner.shift * by)


def _shifted(inner: Ratio | None, by: Fraction) -> Ratio | None:
    return None if inner is None else inner._replace(shift=inner.shift + by)
