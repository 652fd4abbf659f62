"""Working out process limits anew from an agreed date on, and taking that back (R-SIGNAL-7)."""

from dataclasses import dataclass

from scorecard.board import Board
from scorecard.commands.cleaned import cleaned
from scorecard.commands.lookup import kpi_of, org_of, start_of
from scorecard.commands.putting import put, taken
from scorecard.model.edits import Change
from scorecard.model.records import KpiVersion, SegmentStart
from scorecard.text import Said


@dataclass(frozen=True, slots=True)
class StartSegment:
    """Limits of a KPI at a unit start anew; a start of the same period is replaced.

    Refused: unknown KPI or unit, no reason.
    """

    start: SegmentStart

    def __call__(self, board: Board) -> Change:
        start = cleaned(self.start)
        kpi = kpi_of(board, start.kpi)
        org_of(board, start.org)
        start_of(start.start)
        return Change(_name("command.start_segment", kpi, start.start), put(board, start))


@dataclass(frozen=True, slots=True)
class RemoveSegment:
    """Takes such a start away; the segment before it goes on."""

    kpi: str
    org: str
    start: str

    def __call__(self, board: Board) -> Change:
        kpi = kpi_of(board, self.kpi)
        record = board.find("segment", (self.kpi, self.org, self.start))
        return Change(_name("command.remove_segment", kpi, self.start), taken([record]))


def _name(key: str, kpi: KpiVersion, start: str) -> Said:
    return Said(key, {"kpi": kpi.name, "period": start})
