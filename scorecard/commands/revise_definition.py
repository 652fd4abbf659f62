"""Revising a KPI: its definition and its target at one unit, in one step."""

import re
from dataclasses import dataclass

from scorecard.board import Board
from scorecard.check.findings import measures_said, unused_measures
from scorecard.check.formulas import named
from scorecard.commands.definition import CorrectVersion, NewVersion
from scorecard.commands.putting import taken
from scorecard.commands.target import PutTarget
from scorecard.model.edits import Change
from scorecard.model.records import KpiVersion, Measure, Target
from scorecard.text import Said
from scorecard.vocabulary import Words

_MEASURE = "measure:"
_LAST_NUMBER = re.compile(r"(.*?)([0-9]+)([^0-9]*)")


@dataclass(frozen=True, slots=True)
class ReviseDefinition:
    """`version` as a new one, or in place of the one of its name where `correct`; with `target`
    where that changes too. A measure that a new KPI was begun with goes where its formula no
    longer says it: nothing else uses it, and nobody has kept a value of it.

    Refused as `NewVersion`, `CorrectVersion` and `PutTarget` are.
    """

    version: KpiVersion
    target: Target | None = None
    correct: bool = False

    def __call__(self, board: Board) -> Change:
        define = CorrectVersion if self.correct else NewVersion
        change = define(self.version)(board)
        aimed = PutTarget(self.target)(board).edits if self.target is not None else ()
        left = _left_over(board, board.after(change.edits), self.version.kpi)
        if left is None:
            return Change(change.name, change.edits + aimed)
        facts: dict[str, str | Words | Said] = {"step": change.name, "measure": left.name}
        return Change(Said("command.without_measure", facts), change.edits + aimed + taken([left]))


def _left_over(before: Board, after: Board, kpi: str) -> Measure | None:
    """The measure of the KPI's own name that its only formula said alone, and that no formula says
    any more; None where there is none, or it has values, or is used otherwise."""
    begun = before.versions.get(kpi, ())
    said = named(begun[0], before) if len(begun) == 1 else []
    if len(said) != 1 or not said[0].startswith(_MEASURE):
        return None
    measure = before.measures[said[0].removeprefix(_MEASURE)]
    is_own = any(a and a == b for a, b in zip(measure.name, begun[0].name, strict=True))
    if not is_own or any(of == measure.id and series for (of, _), series in after.series.items()):
        return None
    still = {each for other in after.versions for each in measures_said(after, other)}
    return measure if measure.id in unused_measures(after, still) else None


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
