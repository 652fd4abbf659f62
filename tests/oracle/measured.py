"""The value of a formula in a scene, for the oracle (R-VALUE, R-FORMULA)."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from tests.oracle.days import KINDS, P, before, year_of
from tests.oracle.exact import Exact, No, half_up, put_together, snap
from tests.oracle.language import ELSEWHEN, LISTS, Term, Tree, names, read_by, terms
from tests.oracle.paper import Paper, Scene

Moves = tuple[tuple[str, int], ...]
#: A scene that a term reads, with its cells.
Place = tuple[Scene, list[P] | None]
#: For each position of a scene's cells that counts, the units that count (None: all).
Kept = dict[int, tuple[str, ...] | None]


class Cell(NamedTuple):
    """One cell of a formula: `unit` is None where units are put together first."""

    position: int
    period: P
    unit: str | None
    there: bool
    due: bool


def kept_of(cells: Iterable[Cell]) -> Kept:
    """The cells that are there, by position."""
    kept: Kept = {}
    for cell in cells:
        if cell.there:
            units = kept.get(cell.position) or ()
            kept[cell.position] = None if cell.unit is None else (*units, cell.unit)
    return kept


@dataclass
class Reading:
    """A formula at a unit; `partial` tells afterwards whether something in it was lacking."""

    paper: Paper
    org: str
    partial: bool = False

    def value(self, tree: Tree, scene: Scene) -> Exact:
        """The formula over the cells that have all its inputs (R-VALUE-3)."""
        cells = self.cells(tree, scene)
        kept = kept_of(cells)
        found = self.over(tree, scene, kept or dict.fromkeys(c.position for c in cells))
        return No("no_data") if terms(tree) and not kept and isinstance(found, Fraction) else found

    def over(self, tree: Tree, scene: Scene, kept: Kept) -> Exact:
        """The formula over certain cells."""
        return self._of(tree, scene, kept, self.kind(tree))

    def lacks(self, tree: Tree, scene: Scene, kept: Kept) -> set[tuple[str, str, int, int]]:
        """The entries that are lacking inside certain cells, due or not: what COUNT alone reads
        is not among them."""
        cells = self.paper.cells(scene, self.kind(tree))
        return {
            (name, unit, position, place)
            for name in read_by(tree)
            if not self._counts(name)
            for position, units in kept.items()
            for unit in self.paper.speakers(name, self.org)
            if units is None or unit in units
            for place, inner in enumerate(
                self.paper.cells(
                    self.paper.single(cells[position], scene.limit), self.paper.frequency(name)
                )
            )
            if self.entry(name, unit, inner) is None
        }

    def kind(self, tree: Tree) -> str:
        """How long a cell is: as the longest input."""
        return max(map(self.paper.frequency, names(tree)), key=KINDS.index, default="month")

    def cells(self, tree: Tree, scene: Scene) -> list[Cell]:
        """Every cell of the scene: (unit, period) where the inputs have the same units."""
        wanted = terms(tree)
        test = all if wanted else any
        wanted = wanted or [(name, ()) for name in names(tree)]
        speakers = {self.paper.speakers(name, self.org) for name, _ in wanted}
        units = speakers.pop() if len(speakers) == 1 else ()
        at = self._places(wanted, scene, self.kind(tree))
        return [
            Cell(
                position,
                period,
                unit,
                test(self._there(name, position, unit, at.get(moves)) for name, moves in wanted),
                self.paper.due(period),
            )
            for position, period in enumerate(self.paper.cells(scene, self.kind(tree)))
            for unit in (units if len(units) > 1 else (None,))
        ]

    def _places(self, wanted: list[Term], scene: Scene, kind: str) -> dict[Moves, Place]:
        """For each way of reading the scene and its cells, no cells where they do not pair."""
        found: dict[Moves, Place] = {}
        for _, moves in wanted:
            there = self.paper.moved(scene, moves)
            if there is not None:
                cells = self.paper.cells(there, kind)
                paired = len(cells) == len(self.paper.cells(scene, kind))
                found[moves] = there, cells if paired else None
        return found

    def _there(self, name: str, position: int, unit: str | None, place: Place | None) -> bool:
        if place is None:
            return False
        there, cells = place
        if cells is None:
            return True
        units = self.paper.speakers(name, self.org) if unit is None else (unit,)
        single = self.paper.single(cells[position], there.limit)
        inner = self.paper.cells(single, self.paper.frequency(name))
        if self._counts(name) and any(map(self.paper.due, inner)):
            return True
        return any(self.entry(name, each, cell) is not None for each in units for cell in inner)

    def _counts(self, name: str) -> bool:
        return bool(self.paper.measures[name].get("over_time") == "count")

    def entry(self, name: str, unit: str, cell: P) -> Fraction | None:
        return self.paper.entries.get((name, unit, cell.code))

    def measure(self, name: str, scene: Scene, kept: Kept, kind: str) -> Exact:
        """One measure over the kept cells of `kind`: units first, then time (R-VALUE-7)."""
        found, weightless = [], False
        for position, period in enumerate(self.paper.cells(scene, kind)):
            if position not in kept:
                continue
            inside = self.paper.single(period, scene.limit)
            for cell in self.paper.cells(inside, self.paper.frequency(name)):
                value, weight = self._period(name, cell, kept[position])
                if isinstance(value, Fraction):
                    found.append((value, weight))
                elif value.reason == "negative_weight":
                    return value
                else:
                    weightless |= value.reason == "zero_weight"
        if weightless and not found:
            return No("zero_weight")
        return put_together(self.paper.measures[name].get("over_time", "sum"), found)

    def _period(
        self, name: str, cell: P, units: tuple[str, ...] | None
    ) -> tuple[Exact, Fraction | None]:
        about = self.paper.measures[name]
        weigher = about.get("weight")
        present, weights = [], []
        every = self.paper.speakers(name, self.org)
        for unit in units or every:
            value = self.entry(name, unit, cell)
            weight = self.entry(weigher, unit, cell) if weigher else None
            if value is not None:
                present.append((value, weight))
                weights += [] if weight is None else [(weight, None)]
            elif self.paper.due(cell) and about.get("over_time") != "count":
                self.partial = True
        method = about.get("over_org", "sum")
        if method == "count" and not present and not self.paper.due(cell):
            return No("not_due"), None
        heavy = put_together("sum", weights) if weights else None
        return put_together(method, present), heavy if isinstance(heavy, Fraction) else None

    def _of(self, tree: Tree, scene: Scene, kept: Kept, kind: str) -> Exact:
        if tree[0] == "number":
            return Fraction(tree[1])
        if tree[0] == "name":
            found = self.measure(tree[1], scene, kept, kind)
            uncounted = self._counts(tree[1]) and not found
            absent = uncounted or (isinstance(found, No) and not found.reason.endswith("_weight"))
            if absent and not self._any_due(tree[1], scene, kept, kind):
                return No("not_due")
            return No(f"missing:{tree[1]}") if absent and not uncounted else found
        if tree[0] == "call":
            return self._call(tree, scene, kept, kind)
        operands = [self._of(branch, scene, kept, kind) for branch in tree[1:]]
        gone = next((operand for operand in operands if isinstance(operand, No)), None)
        return gone or _computed(tree[0], [x for x in operands if isinstance(x, Fraction)])

    def _any_due(self, name: str, scene: Scene, kept: Kept, kind: str) -> bool:
        places = enumerate(self.paper.cells(scene, kind))
        scenes = [self.paper.single(period, scene.limit) for at, period in places if at in kept]
        kind = self.paper.frequency(name)
        return any(self.paper.due(cell) for one in scenes for cell in self.paper.cells(one, kind))

    def _call(self, tree: Tree, scene: Scene, kept: Kept, kind: str) -> Exact:
        function, arguments = tree[1], tree[2]
        if function in ELSEWHEN:
            return self._elsewhen(function, arguments, scene, kept, kind)
        if function == "DAYS":
            return self._days(scene, kept, kind)
        if function == "IF":
            test = self._of(arguments[0], scene, kept, kind)
            if isinstance(test, No):
                return test
            return self._of(arguments[1 if test else 2], scene, kept, kind)
        before_it = self.partial
        found = [self._of(argument, scene, kept, kind) for argument in arguments]
        if function == "COUNT":
            self.partial = before_it
        if function in LISTS:
            return self._list(function, found)
        gone = next((value for value in found if isinstance(value, No)), None)
        numbers = [value for value in found if isinstance(value, Fraction)]
        if gone:
            return gone
        if function == "ABS":
            return abs(numbers[0])
        return half_up(snap(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0)

    def _list(self, function: str, found: list[Exact]) -> Exact:
        numbers = [(value, None) for value in found if isinstance(value, Fraction)]
        gone = [value for value in found if isinstance(value, No) and value.reason != "not_due"]
        self.partial |= bool(gone) and function != "COUNT"
        method = {"AVG": "average"}.get(function, function.lower())
        return put_together(method, list(numbers))

    def _days(self, scene: Scene, kept: Kept, kind: str) -> Fraction:
        cells = [p for at, p in enumerate(self.paper.cells(scene, kind)) if at in kept]
        return Fraction(sum((p.last - p.first).days + 1 for p in cells))

    def _earlier(
        self, inner: Tree, move: tuple[str, int], scene: Scene, kept: Kept, kind: str
    ) -> Exact:
        there = self.paper.moved(scene, (move,))
        if there is None:
            return No("no_base")
        cells = self.paper.cells(there, kind)
        paired = len(cells) == len(self.paper.cells(scene, kind))
        found = self._of(inner, there, kept if paired else dict.fromkeys(range(len(cells))), kind)
        return found if isinstance(found, Fraction) else No("no_base")

    def _elsewhen(
        self, function: str, arguments: list[Tree], scene: Scene, kept: Kept, kind: str
    ) -> Exact:
        inner, paper = arguments[0], self.paper
        steps = int(arguments[1][1]) if len(arguments) > 1 else 1
        if function in ("PREV", "LY"):
            return self._earlier(inner, (function, steps), scene, kept, kind)
        last = scene.own[-1]
        if function == "YTD":
            year = year_of(last, paper.start)
            periods = paper.between(year.first, last.last, last.kind)
        else:
            periods = [before(last, paper.start, back) for back in range(steps)]
        singles = [paper.single(period, scene.limit) for period in periods]
        found_all = [self.value(inner, single) for single in singles]
        lacking = [c for single in singles for c in self.cells(inner, single) if not c.there]
        self.partial |= any(cell.due for cell in lacking)
        numbers = [value for value in found_all if isinstance(value, Fraction)]
        if function != "YTD" and len(numbers) < len(periods):
            return No("incomplete_window")
        # What is not due is not lacking; what was entered without a weight is there and no use.
        self.partial |= any(
            isinstance(value, No) and (paper.due(p) or value.reason == "zero_weight")
            for value, p in zip(found_all, periods, strict=True)
        )
        method = "average" if function == "ROLLAVG" else "sum"
        return put_together(method, [(number, None) for number in numbers])


def _computed(operator: str, numbers: list[Fraction]) -> Exact:
    left, right = numbers[0], numbers[-1]
    if operator == "/":
        return left / right if right else No("zero_denominator")
    if operator in "+-*":
        return {"+": left + right, "-": left - right, "*": left * right}[operator]
    if operator == "neg":
        return -left
    left, right = snap(left), snap(right)
    holds = {
        ">": left > right,
        "<": left < right,
        ">=": left >= right,
        "<=": left <= right,
        "=": left == right,
        "<>": left != right,
    }
    return Fraction(holds[operator])
