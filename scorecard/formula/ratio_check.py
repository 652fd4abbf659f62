"""Ratios of single periods that a formula adds up or averages (R-VALUE-3, R-FORMULA-9)."""

from collections.abc import Callable, Iterator

from scorecard.formula.functions import WINDOWS
from scorecard.formula.tree import Call, Name, Operation, Tree, walk
from scorecard.trouble import Level, Trouble

_OVER_PERIODS = WINDOWS | {"YTD"}


def ratio_warnings(tree: Tree, is_ratio: Callable[[str], bool]) -> Iterator[Trouble]:
    """A warning for each YTD, ROLLSUM and ROLLAVG of ratios: right is YTD(a) / YTD(b).

    `is_ratio` says of a name, as a scope is asked for it, whether its value is a ratio.
    """
    for call in walk(tree):
        if isinstance(call, Call) and call.function in _OVER_PERIODS:
            inside = call.arguments[0]
            names = [part for part in walk(inside) if isinstance(part, Name)]
            if divides(inside) or any(is_ratio(name.name) for name in names):
                yield _warning(call, names)


def divides(tree: Tree) -> bool:
    """Whether a formula divides by anything but a plain number."""
    return any(
        isinstance(part, Operation) and part.sign == "/" and not _is_plain(part.right)
        for part in walk(tree)
    )


def _is_plain(tree: Tree) -> bool:
    """Days differ from period to period as names do."""
    return not any(
        isinstance(part, Name) or (isinstance(part, Call) and part.function == "DAYS")
        for part in walk(tree)
    )


def _warning(call: Call, names: list[Name]) -> Trouble:
    adding = "ROLLSUM" if call.function == "ROLLAVG" else call.function
    window = f", {call.count}" if call.count is not None else ""
    facts = {
        "position": str(names[0].position + 1 if names else 1),
        "function": call.function,
        "right": f"{adding}(a{window}) / {adding}(b{window})",
    }
    return Trouble("formula_adds_ratios", facts=facts, level=Level.WARNING)
