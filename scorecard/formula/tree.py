"""The tree of a formula. Places and spellings do not count when trees are compared."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Number:
    """A number as typed; `100%` is a `Percent` of it."""

    value: float
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A name: `name` is what a scope is asked for, `spelling` is how it was written.

    `position` and `end` hold the brackets too, where there are any.
    """

    name: str
    spelling: str = field(default="", compare=False)
    position: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Negative:
    """The operand with its sign turned."""

    operand: "Tree"


@dataclass(frozen=True, slots=True)
class Percent:
    """A hundredth of the operand."""

    operand: "Tree"


@dataclass(frozen=True, slots=True)
class Operation:
    """`sign` is one of `+ - * /`."""

    sign: str
    left: "Tree"
    right: "Tree"


@dataclass(frozen=True, slots=True)
class Comparison:
    """`sign` is one of `> >= < <= = <>`; yes is 1, no is 0."""

    sign: str
    left: "Tree"
    right: "Tree"


@dataclass(frozen=True, slots=True)
class Call:
    """A function over expressions; `count` is its whole number, None where left out."""

    function: str
    arguments: tuple["Tree", ...]
    count: int | None = None


Tree = Number | Name | Negative | Percent | Operation | Comparison | Call


def parts(tree: Tree) -> tuple[Tree, ...]:
    """What a tree is made of, in the order written."""
    match tree:
        case Operation(_, left, right) | Comparison(_, left, right):
            return (left, right)
        case Negative(operand) | Percent(operand):
            return (operand,)
        case Call(_, arguments):
            return arguments
        case _:
            return ()


def walk(tree: Tree) -> Iterator[Tree]:
    """The tree and everything in it, in the order written."""
    waiting = [tree]
    while waiting:
        tree = waiting.pop()
        yield tree
        waiting.extend(reversed(parts(tree)))


def with_names(tree: Tree, change: Callable[[Name], Tree]) -> Tree:
    """The tree with `change` applied to each name."""
    match tree:
        case Name():
            return change(tree)
        case Operation(sign, left, right):
            return Operation(sign, with_names(left, change), with_names(right, change))
        case Comparison(sign, left, right):
            return Comparison(sign, with_names(left, change), with_names(right, change))
        case Negative(operand):
            return Negative(with_names(operand, change))
        case Percent(operand):
            return Percent(with_names(operand, change))
        case Call(function, arguments, count):
            changed = tuple(with_names(argument, change) for argument in arguments)
            return Call(function, changed, count)
        case Number():
            return tree
