"""Setting a target from a period on, and removing it."""

from dataclasses import dataclass, replace

from scorecard.board import Board
from scorecard.cleaning import clean_name
from scorecard.commands.lookup import kpi_of, org_of, start_of
from scorecard.commands.putting import put, taken
from scorecard.model.edits import Change
from scorecard.model.records import KpiVersion, Target
from scorecard.text import Said


@dataclass(frozen=True, slots=True)
class PutTarget:
    """A target of a KPI at a unit from `target.start` on; one of the same start is replaced.

    Refused: unknown KPI or unit. The text of the target is examined by `check`.
    """

    target: Target

    def __call__(self, board: Board) -> Change:
        kpi = kpi_of(board, self.target.kpi)
        org_of(board, self.target.org)
        start_of(self.target.start)
        target = replace(self.target, value=clean_name(self.target.value))
        return Change(_name("command.put_target", kpi, target.start), put(board, target))


@dataclass(frozen=True, slots=True)
class RemoveTarget:
    """Takes the target of that start away; the one before it holds again."""

    kpi: str
    org: str
    start: str

    def __call__(self, board: Board) -> Change:
        kpi = kpi_of(board, self.kpi)
        record = board.find("target", (self.kpi, self.org, self.start))
        return Change(_name("command.remove_target", kpi, self.start), taken([record]))


def _name(key: str, kpi: KpiVersion, start: str) -> Said:
    return Said(key, {"kpi": kpi.name, "period": start})
