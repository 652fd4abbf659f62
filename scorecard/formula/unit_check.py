"""What a formula does with units that means nothing, each thing with its place."""

from collections.abc import Callable

from scorecard.formula.tree import (
    Call,
    Comparison,
    Name,
    Negative,
    Number,
    Operation,
    Percent,
    Tree,
    walk,
)
from scorecard.formula.units import (
    ANSWER,
    DAYS,
    HUNDRED,
    PLAIN,
    Share,
    Unit,
    can_be_added,
    fits,
    is_too_large,
)
from scorecard.trouble import Level, Trouble

#: The unit of a name as a scope is asked for it; None where it is not known.
UnitOf = Callable[[str], Unit | None]
#: What a part of a formula is: something with a unit, a plain number, or not known.
_Found = Unit | float | None

_ALIKE = frozenset({"SUM", "AVG", "MIN", "MAX"})


def unit_warnings(tree: Tree, unit_of: UnitOf, declared: Unit | None) -> tuple[Trouble, ...]:
    """The warnings about a resolved formula of a KPI with the unit `declared`, first place first.

    Plain numbers are neutral. Of what is not known nothing is said: neither of a name without
    a unit, nor of a result that numbers of unknown unit went into.
    """
    reading = _Reading(unit_of, declared)
    reading.whole(tree)
    return tuple(sorted(reading.warnings, key=lambda warning: int(str(warning.facts["position"]))))


class _Reading:
    """One pass over a tree that notes what is wrong on its way."""

    def __init__(self, unit_of: UnitOf, declared: Unit | None) -> None:
        self._unit_of = unit_of
        self._declared = declared
        self.warnings: list[Trouble] = []

    def whole(self, tree: Tree) -> None:
        """Read a tree and compare its unit with the declared one."""
        found, declared = self._of(tree), self._declared
        if not isinstance(found, Unit) or declared is None:
            return
        if is_too_large(found, declared):
            self._note("hundred", next(filter(_is_hundred, walk(tree)), tree))
        elif not fits(found, declared):
            self._note("other", tree, found=found.text, declared=declared.text)

    def _of(self, tree: Tree) -> _Found:
        match tree:
            case Name(name):
                return self._unit_of(name)
            case Number(value):
                return value
            case Negative(operand):
                return self._of(operand)
            case Percent(operand):
                return _times(self._of(operand), 1 / HUNDRED)
            case Operation("+" | "-", left, right):
                return self._alike(self._of(left), self._of(right), right)
            case Operation(sign, left, right):
                return self._product(left, right, dividing=sign == "/")
            case Comparison(_, left, right):
                self._alike(self._of(left), self._of(right), right)
                return ANSWER
            case Call():
                return self._call(tree)

    def _call(self, call: Call) -> _Found:
        """Calls to other periods and ABS and ROUND keep the unit of what they are called with."""
        if call.function == "DAYS":
            return DAYS
        found = [self._of(argument) for argument in call.arguments]
        if call.function == "COUNT":
            return None
        if call.function == "IF":
            return self._alike(found[1], found[2], call.arguments[2])
        same = found[0]
        for unit, argument in zip(found[1:], call.arguments[1:], strict=True):
            same = self._alike(same, unit, argument)
        return same

    def _alike(self, one: _Found, two: _Found, second: Tree) -> _Found:
        """The unit that two parts share; noted at the second where they share none."""
        if not (isinstance(one, Unit) and isinstance(two, Unit)):
            return None if one is None or two is None else two if isinstance(one, float) else one
        if not can_be_added(one, two):
            self._note("unlike", second, found=two.text, other=one.text)
            return None
        return two if two.share < one.share else one

    def _product(self, left: Tree, right: Tree, *, dividing: bool) -> _Found:
        one, two = self._of(left), self._of(right)
        if isinstance(two, float):
            return _times(one, two, dividing=dividing)
        if isinstance(one, float) and isinstance(two, Unit):
            return (
                _times(PLAIN.times(two, -1), one, dividing=True) if dividing else _times(two, one)
            )
        if not (isinstance(one, Unit) and isinstance(two, Unit)):
            return None
        if self._declared is not None and self._declared.share:
            if dividing and one.share and two.share:
                self._note("percent_of_percent", right)
            if not dividing and one.share == two.share == Share.TYPED:
                self._note("percent_times_percent", right)
        return one.times(two, -1 if dividing else 1)

    def _note(self, code: str, tree: Tree, **facts: str) -> None:
        place = next((part for part in walk(tree) if isinstance(part, Name | Number)), None)
        position = 0 if place is None else place.position
        near = place.spelling if isinstance(place, Name) else ""
        told = {"position": str(position + 1), "near": near, **facts}
        self.warnings.append(Trouble(f"unit_{code}", facts=told, level=Level.WARNING))


def _times(found: _Found, number: float, *, dividing: bool = False) -> _Found:
    if isinstance(found, Unit):
        return found.times_number(number, dividing=dividing)
    if found is None or not dividing:
        return None if found is None else found * number
    return found / number if number else 0.0


def _is_hundred(tree: Tree) -> bool:
    return isinstance(tree, Number) and tree.value == HUNDRED
