"""Revising a KPI: its definition and its target at one unit, in one step."""

import re
from dataclasses import dataclass

from scorecard.board import Board
from scorecard.check.formulas import named
from scorecard.commands.definition import CorrectVersion, NewVersion
from scorecard.commands.target import PutTarget
from scorecard.model.edits import Change
from scorecard.model.records import KpiVersion, Target

_MEASURE = "measure:"
_LAST_NUMBER = re.compile(r"(.*?)([0-9]+)([^0-9]*)")


@dataclass(frozen=True, slots=True)
class ReviseDefinition:
    """`version` as a new one, or in place of the one of its name where `correct`; with `target`
    where that changes too.

    Refused as `NewVersion`, `CorrectVersion` and `PutTarget` are.
    """

    version: KpiVersion
    target: Target | None = None
    correct: bool = False

    def __call__(self, board: Board) -> Change:
        define = CorrectVersion if self.correct else NewVersion
        change = define(self.version)(board)
        if self.target is None:
            return change
        return Change(change.name, change.edits + PutTarget(self.target)(board).edits)


def is_blank(board: Board, version: KpiVersion) -> bool:
    """Whether nobody has kept a value that the only version of a KPI is computed of: correcting
    it changes no past, and a new version would leave the values to come without the change."""
    said = named(version, board)
    measures = {name.removeprefix(_MEASURE) for name in said if name.startswith(_MEASURE)}
    if len(board.versions[version.kpi]) > 1 or len(measures) < len(set(said)):
        return False
    kept = (series for (measure, _), series in board.series.items() if measure in measures)
    return all(value is None for series in kept for value in series.values())


def next_version(board: Board, kpi: str) -> str:
    """The name after that of the newest version: v1.3 after v1.2; never one that is taken."""
    name = board.latest(kpi).version
    taken = {version.version for version in board.versions[kpi]}
    while name in taken:
        found = _LAST_NUMBER.fullmatch(name)
        name = f"{found[1]}{int(found[2]) + 1}{found[3]}" if found else f"{name}.1"
    return name
