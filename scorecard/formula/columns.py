"""A formula over whole arrays at once, equal to `evaluate` cell by cell (R-FORMULA)."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import mul, truediv
from typing import TYPE_CHECKING, Protocol

from scorecard.formula.column_arithmetic import add, bounded, count, half_up, total
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
from scorecard.snapping import BLOCK, Snapping, snap_many

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


class Columns(Protocol):
    """Arrays of equal shape, one cell for each place a formula is wanted; NaN is missing."""

    def value(self, name: str) -> "Floats":
        """The values of a measure or KPI."""

    def previous(self, steps: int) -> "Columns | None":
        """The same cells `steps` periods earlier; None where none has one."""

    def year_before(self) -> "Columns | None":
        """The same cells a year earlier; None where none has one."""

    def days(self) -> "Floats":
        """Calendar days of each cell's period; NaN where a cell has no such period."""


def fits_columns(tree: Tree) -> bool:
    """Whether `evaluate_columns` can compute a formula: all but those with YTD."""
    return not any(isinstance(node, Call) and node.function == "YTD" for node in walk(tree))


def evaluate_columns(tree: Tree, columns: Columns) -> "Floats":
    """The values of a formula in every cell, snapped; NaN where `evaluate` gives a reason.

    The shape is that of the columns. Raises ValueError where the formula has YTD (`fits_columns`).
    """
    import numpy as np

    if not fits_columns(tree):
        raise ValueError("YTD")
    shape = _shape(tree, columns)
    whole = _Cells(columns, {}, {})
    snapping = Snapping.of(math.prod(shape))
    with np.errstate(all="ignore"):
        for start in range(0, snapping.found.size, BLOCK):
            size = min(BLOCK, snapping.found.size - start)
            snapping.put(start, _fresh(tree, _Block(whole, slice(start, start + size), size)))
        snapping.settle(lambda places: _of(tree, _Block(whole, places, places.size)))
    return snapping.found.reshape(shape)


def _fresh(tree: Tree, block: "_Block") -> "Floats":
    """The values of a formula in an array of their own. Some may be beyond all bounds: snapping
    does not settle these at sight."""
    return _operated(tree, block) if isinstance(tree, Operation) else _of(tree, block).copy()


def _shape(tree: Tree, columns: Columns) -> tuple[int, ...]:
    name = next((node.name for node in walk(tree) if isinstance(node, Name)), None)
    return (columns.days() if name is None else columns.value(name)).shape


@dataclass(frozen=True, slots=True)
class _Cells:
    """Columns made flat, each asked for once."""

    columns: Columns
    flat: "dict[str | None, Floats]"
    shifted: "dict[int, _Cells | None]"

    def value(self, name: str | None) -> "Floats":
        """The values of a name, or the days for None."""
        if name not in self.flat:
            asked = self.columns.days() if name is None else self.columns.value(name)
            self.flat[name] = asked.reshape(-1)
        return self.flat[name]

    def back(self, steps: int) -> "_Cells | None":
        """The cells `steps` periods earlier, or a year earlier for 0."""
        if steps not in self.shifted:
            found = self.columns.previous(steps) if steps else self.columns.year_before()
            self.shifted[steps] = None if found is None else _Cells(found, {}, {})
        return self.shifted[steps]


@dataclass(frozen=True, slots=True)
class _Block:
    """Some of the cells."""

    whole: _Cells
    cells: "slice | NDArray[np.int64]"
    size: int

    def value(self, name: str | None) -> "Floats":
        return self.whole.value(name)[self.cells]

    def filled(self, number: float) -> "Floats":
        import numpy as np

        return np.full(self.size, number)

    def of_base(self, tree: Tree, steps: int) -> "Floats":
        """`tree` computed `steps` periods earlier, or a year earlier for 0."""
        import numpy as np

        whole = self.whole.back(steps)
        if whole is None:
            return self.filled(math.nan)
        base = _Block(whole, self.cells, self.size)
        return np.where(np.isnan(base.value(None)), np.nan, _of(tree, base))


def _of(tree: Tree, block: _Block) -> "Floats":
    match tree:
        case Name(name):
            return block.value(name)
        case Number(value):
            return block.filled(value)
        case Operation():
            return bounded(_operated(tree, block))
        case Percent(operand):
            return _of(operand, block) / 100
        case Negative(operand):
            return -_of(operand, block)
        case Comparison(sign, left, right):
            return _compared(sign, _of(left, block), _of(right, block))
        case Call():
            return _called(tree, block)


def _operated(tree: Operation, block: _Block) -> "Floats":
    """The result of an operation, beyond all bounds too."""
    match tree:
        case Operation("*", Operation() as left, Percent(Number(100))):
            return _operated(left, block)  # "× 100%" changes no number (R-FORMULA-2)
        case Operation(sign, left, right):
            return _OPERATIONS[sign](_of(left, block), _of(right, block))


_OPERATIONS: "dict[str, Callable[[Floats, Floats], Floats]]" = {
    "+": add,
    "-": lambda left, right: add(left, -right),
    "*": mul,
    "/": truediv,
}


def _compared(sign: str, left: "Floats", right: "Floats") -> "Floats":
    import numpy as np

    compare = {
        ">": np.greater,
        ">=": np.greater_equal,
        "<": np.less,
        "<=": np.less_equal,
        "=": np.equal,
        "<>": np.not_equal,
    }[sign]
    answers = compare(snap_many(left), snap_many(right)).astype(float)
    answers[np.isnan(left) | np.isnan(right)] = np.nan
    return answers


def _called(call: Call, block: _Block) -> "Floats":
    import numpy as np

    first = call.arguments[0] if call.arguments else call
    match call.function:
        case "DAYS":
            return block.value(None)
        case "IF":
            return _chosen(*(_of(argument, block) for argument in call.arguments))
        case "ABS":
            return np.abs(_of(first, block))
        case "ROUND":
            return half_up(_of(first, block), call.count or 0)
        case "PREV":
            return block.of_base(first, call.count or 1)
        case "LY":
            return block.of_base(first, 0)
        case "ROLLSUM" | "ROLLAVG":
            return _rolled(call, block)
        case _:
            return _listed(call.function, [_of(argument, block) for argument in call.arguments])


def _chosen(condition: "Floats", then: "Floats", otherwise: "Floats") -> "Floats":
    import numpy as np

    chosen = np.where(condition != 0, then, otherwise)
    chosen[np.isnan(condition)] = np.nan
    return chosen


def _listed(function: str, columns: "list[Floats]") -> "Floats":
    import numpy as np

    if function == "COUNT":
        return count(columns)
    if function in {"MIN", "MAX"}:
        return reduce(np.fmin if function == "MIN" else np.fmax, columns)
    sums = bounded(total(columns))
    return sums if function == "SUM" else sums / count(columns)


def _rolled(call: Call, block: _Block) -> "Floats":
    """Every period of a window must be present (R-FORMULA-7)."""
    import numpy as np

    first, window = call.arguments[0], call.count or 1
    columns = [_of(first, block), *(block.of_base(first, back) for back in range(1, window))]
    found = _listed("SUM" if call.function == "ROLLSUM" else "AVG", columns)
    found[np.isnan(columns).any(axis=0)] = np.nan
    return found
