"""Tree → value in a scope, or the reason why there is none (R-FORMULA-2, -4 to -7)."""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from scorecard.formula.arithmetic import GREATEST, add, half_up, total
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
from scorecard.number import snap
from scorecard.vocabulary import Missing, Value


class Result(NamedTuple):
    """A value on the stored scale (yes is 1.0, percent a fraction); `partial` where a list or
    a year to date had to leave something out."""

    value: Value
    partial: bool = False


class Scope(Protocol):
    """What a formula sees: one period, or one stretch of them."""

    def value(self, name: str) -> Result:
        """The value of a measure or KPI; Missing("no_data") where nothing was entered."""

    def previous(self, steps: int) -> "Scope | None":
        """The period `steps` earlier; None where there is none."""

    def year_before(self) -> "Scope | None":
        """The same period last year; None where no such period exists (R-TIME-6)."""

    def year_to_date(self) -> "Iterable[Scope]":
        """The base periods of the fiscal year up to this one."""

    def back(self, count: int) -> "Sequence[Scope]":
        """The last `count` periods ending here; fewer where there are not so many."""

    def days(self) -> int | None:
        """Calendar days in this period; None where there is no period."""


def evaluate(tree: Tree, scope: Scope) -> Result:
    """The value of a formula, snapped to 12 significant digits (R-NUMBER-2).

    Missing reasons: `missing:NAME` for a name without data, otherwise the reason of the name;
    `zero_denominator`, `no_base`, `no_such_period`, `incomplete_window`, `no_data`,
    `out_of_range` (beyond 1e300).
    """
    value, partial = _of(tree, scope)
    return Result(value, False) if isinstance(value, Missing) else Result(snap(value), partial)


def _of(tree: Tree, scope: Scope) -> Result:
    match tree:
        case Name():
            return _name(tree, scope)
        case Number(value):
            return Result(value)
        case Operation(sign, left, right):
            return _both(_OPERATIONS[sign], left, right, scope)
        case Percent(operand):
            return _one(lambda number: number / 100, operand, scope)
        case Call(function):
            return _CALLS[function](tree, scope)
        case Comparison(sign, left, right):
            return _both(_COMPARISONS[sign], left, right, scope)
        case Negative(operand):
            return _one(lambda number: -number, operand, scope)


def _name(tree: Name, scope: Scope) -> Result:
    found = scope.value(tree.name)
    if found.value == Missing("no_data"):
        return Result(Missing(f"missing:{tree.spelling or tree.name}"))
    return found


def _both(
    operation: Callable[[float, float], Value], left: Tree, right: Tree, scope: Scope
) -> Result:
    first, first_partial = _of(left, scope)
    if isinstance(first, Missing):
        return Result(first)
    second, second_partial = _of(right, scope)
    if isinstance(second, Missing):
        return Result(second)
    return Result(_bounded(operation(first, second)), first_partial or second_partial)


def _one(operation: Callable[[float], float], operand: Tree, scope: Scope) -> Result:
    number, partial = _of(operand, scope)
    return Result(number if isinstance(number, Missing) else operation(number), partial)


def _bounded(value: Value) -> Value:
    if isinstance(value, Missing) or -GREATEST < value < GREATEST:
        return value
    return Missing("out_of_range")


def _divide(left: float, right: float) -> Value:
    return left / right if right else Missing("zero_denominator")


_OPERATIONS: dict[str, Callable[[float, float], Value]] = {
    "+": add,
    "-": lambda left, right: add(left, -right),
    "*": lambda left, right: left * right,
    "/": _divide,
}
_COMPARISONS: dict[str, Callable[[float, float], Value]] = {
    ">": lambda left, right: float(snap(left) > snap(right)),
    ">=": lambda left, right: float(snap(left) >= snap(right)),
    "<": lambda left, right: float(snap(left) < snap(right)),
    "<=": lambda left, right: float(snap(left) <= snap(right)),
    "=": lambda left, right: float(snap(left) == snap(right)),
    "<>": lambda left, right: float(snap(left) != snap(right)),
}


def _present(results: Iterable[Result]) -> tuple[list[float], bool]:
    """The numbers there are, and whether any of them is partial or any is missing.

    What is not yet due makes a total "to date", not partial (R-VALUE-6).
    """
    numbers: list[float] = []
    partial = False
    for value, part in results:
        if isinstance(value, Missing):
            partial = partial or value.reason != "not_due"
        else:
            numbers.append(value)
            partial = partial or part
    return numbers, partial


def _list(reduce: Callable[[Sequence[float]], float]) -> "_Calling":
    def listed(call: Call, scope: Scope) -> Result:
        numbers, partial = _present(_of(argument, scope) for argument in call.arguments)
        if not numbers:
            return Result(Missing("no_data"))
        return Result(_bounded(reduce(numbers)), partial)

    return listed


def _mean(numbers: Sequence[float]) -> float:
    return _total(numbers) / len(numbers)


def _total(numbers: Sequence[float]) -> float:
    try:
        return total(numbers)
    except OverflowError:
        return math.inf


def _count(call: Call, scope: Scope) -> Result:
    numbers, _ = _present(_of(argument, scope) for argument in call.arguments)
    return Result(float(len(numbers)))


def _if(call: Call, scope: Scope) -> Result:
    condition, then, otherwise = call.arguments
    chosen, condition_partial = _of(condition, scope)
    if isinstance(chosen, Missing):
        return Result(chosen)
    value, partial = _of(then if snap(chosen) else otherwise, scope)
    return Result(value, partial or condition_partial)


def _abs(call: Call, scope: Scope) -> Result:
    return _one(abs, call.arguments[0], scope)


def _round(call: Call, scope: Scope) -> Result:
    places = call.count or 0
    return _one(lambda number: half_up(number, places), call.arguments[0], scope)


def _based(call: Call, base: Scope | None, reason: str) -> Result:
    if base is None:
        return Result(Missing(reason))
    value, partial = _of(call.arguments[0], base)
    return Result(Missing("no_base")) if isinstance(value, Missing) else Result(value, partial)


def _previous(call: Call, scope: Scope) -> Result:
    return _based(call, scope.previous(call.count or 1), "no_base")


def _last_year(call: Call, scope: Scope) -> Result:
    return _based(call, scope.year_before(), "no_such_period")


def _year_to_date(call: Call, scope: Scope) -> Result:
    numbers, partial = _present(_of(call.arguments[0], cell) for cell in scope.year_to_date())
    if not numbers:
        return Result(Missing("no_data"))
    return Result(_bounded(_total(numbers)), partial)


def _window(reduce: Callable[[Sequence[float]], float]) -> "_Calling":
    def rolled(call: Call, scope: Scope) -> Result:
        window = call.count or 1
        results = [_of(call.arguments[0], cell) for cell in scope.back(window)]
        numbers, partial = _present(results)
        if len(numbers) < window:
            return Result(Missing("incomplete_window"))
        return Result(_bounded(reduce(numbers)), partial)

    return rolled


def _days(_: Call, scope: Scope) -> Result:
    days = scope.days()
    return Result(Missing("no_such_period") if days is None else float(days))


_Calling = Callable[[Call, Scope], Result]
_CALLS: dict[str, _Calling] = {
    "SUM": _list(_total),
    "AVG": _list(_mean),
    "MIN": _list(min),
    "MAX": _list(max),
    "COUNT": _count,
    "IF": _if,
    "ABS": _abs,
    "ROUND": _round,
    "PREV": _previous,
    "LY": _last_year,
    "YTD": _year_to_date,
    "ROLLSUM": _window(_total),
    "ROLLAVG": _window(_mean),
    "DAYS": _days,
}
