"""What feeds a KPI, and what uses a KPI or a measure: the same ways, walked in both directions."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from scorecard.board import Board
from scorecard.check.formulas import named
from scorecard.check.targets import aim_of


class Link(NamedTuple):
    """One thing on the way: `kind` is measure, kpi or line; `direct` where nothing lies between."""

    kind: str
    id: str
    direct: bool


class Lineage(NamedTuple):
    """What feeds a thing, down to measures, and what uses it, up to lines of the tree; what is
    nearest comes first."""

    feeds: tuple[Link, ...]
    used_by: tuple[Link, ...]


class Ways:
    """Who needs whom on a board by the definitions in force on a day. A KPI needs what its
    formula names and the measures that are its budget, a measure the one that it is weighed by;
    things are called `measure:ID` and `kpi:ID` as in `Board.names`."""

    def __init__(self, board: Board, day: date) -> None:
        self.board = board
        self._needs = {thing: dict.fromkeys(needed) for thing, needed in _needs(board, day)}
        self._users: dict[str, dict[str, None]] = {}
        for user, needed in self._needs.items():
            for thing in needed:
                self._users.setdefault(thing, {})[user] = None

    def lineage(self, thing: str) -> Lineage:
        """The lineage of `measure:ID` or `kpi:ID`; empty of what is not on the board."""
        used_by = [*_walked(thing, self._users), *self._lines(thing)]
        return Lineage(tuple(_walked(thing, self._needs)), tuple(used_by))

    def needs(self, thing: str) -> tuple[str, ...]:
        """What a thing needs without anything between."""
        return tuple(self._needs.get(thing, ()))

    def users(self, thing: str) -> tuple[str, ...]:
        """What needs a thing without anything between."""
        return tuple(self._users.get(thing, ()))

    def _lines(self, thing: str) -> Iterator[Link]:
        for node in self.board.nodes.values():
            if node.kpi is not None and thing == f"kpi:{node.kpi}":
                yield Link("line", node.id, direct=True)


def _needs(board: Board, day: date) -> Iterator[tuple[str, list[str]]]:
    budgets = _budgets(board)
    for kpi in board.versions:
        version = board.version(kpi, day)
        said = [] if version is None else named(version, board)
        yield f"kpi:{kpi}", [*said, *budgets.get(kpi, ())]
    for measure in board.measures.values():
        if measure.weight:
            yield f"measure:{measure.id}", [f"measure:{measure.weight}"]


def _budgets(board: Board) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for (kpi, _), targets in board.targets.items():
        for target in targets:
            aim = aim_of(target.value)
            meaning = board.names.get(aim.measure, "") if aim is not None and aim.measure else ""
            if meaning.startswith("measure:"):
                found.setdefault(kpi, []).append(meaning)
    return found


def _walked(start: str, ways: Mapping[str, Mapping[str, None]]) -> Iterator[Link]:
    """All that can be reached from `start`, the nearest first, each once."""
    seen, waiting = {start}, list(ways.get(start, ()))
    direct = len(waiting)
    for at, thing in enumerate(waiting):  # grows while it is walked
        if thing not in seen:
            seen.add(thing)
            kind, _, own_id = thing.partition(":")
            yield Link(kind, own_id, direct=at < direct)
            waiting.extend(ways.get(thing, ()))
