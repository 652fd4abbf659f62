"""Formulas and budgets that would mean something else though nobody wrote them anew."""

from collections.abc import Iterator

from scorecard.board import Board
from scorecard.check.fault import Fault, fault
from scorecard.check.formulas import spelled
from scorecard.check.targets import aim_of
from scorecard.model.records import KpiVersion, Target


def meaning_faults(before: Board, board: Board) -> Iterator[Fault]:
    """The formulas and budgets with the same text on both boards of which a name stood for one
    thing on `before` and stands for another on `board`.

    What stands for nothing any more is found with the formulas.
    """
    if before.names == board.names:
        return
    for version in (v for versions in board.versions.values() for v in versions):
        was = before.find(version.table, version.key)
        if isinstance(was, KpiVersion) and was.formula == version.formula:
            yield from _formula(before, board, version)
    for target in (t for targets in board.targets.values() for t in targets):
        goal = before.find(target.table, target.key)
        if isinstance(goal, Target) and goal.value == target.value:
            yield from _budget(before, board, target)


def _formula(before: Board, board: Board, version: KpiVersion) -> Iterator[Fault]:
    meant, now = spelled(version, before), spelled(version, board)
    for name, meaning in meant.items():
        if now.get(name, meaning) != meaning:
            yield _fault(version, "formula", name, meaning, now[name])
            return


def _budget(before: Board, board: Board, target: Target) -> Iterator[Fault]:
    aim = aim_of(target.value)
    name = aim.measure if aim is not None else ""
    meaning, now = before.names.get(name, ""), board.names.get(name, "")
    if name and meaning and meaning != now:
        yield _fault(target, "value", name, meaning, now)


def _fault(record: KpiVersion | Target, field: str, name: str, meaning: str, now: str) -> Fault:
    facts = {"name": name, "was": _bare(meaning), "now": _bare(now) or "–"}
    return fault(record, field, "means_other", **facts)


def _bare(meaning: str) -> str:
    return meaning.partition(":")[2]
