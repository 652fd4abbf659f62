"""What was salvaged of a damaged document as one change: it hangs together, whatever is lost."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from scorecard.board import Board
from scorecard.model.edits import Change, Edit
from scorecard.model.records import Closing, Entry, KpiVersion, Measure, Node, Org, Record, Target
from scorecard.period import Period
from scorecard.text import Said
from scorecard.vocabulary import Words


@dataclass(frozen=True, slots=True)
class PutSalvaged:
    """All `records` in a new document; `source` is the name of the damaged file."""

    records: tuple[Record, ...]
    source: str

    def __call__(self, board: Board) -> Change:
        name = Said("command.salvage", {"source": self.source})
        mended = {(record.table, record.key): record for record in hanging_together(self.records)}
        edits = (Edit(board.find(*place), record) for place, record in mended.items())
        return Change(name, tuple(edits))


def hanging_together(records: Iterable[Record]) -> Iterator[Record]:
    """The records, those first that others refer to.

    A unit or a measure that is lost, while something of it is not, is there under its id alone;
    a line whose KPI is lost goes, one whose parent is lost comes to the top.
    """
    held = tuple(records)
    yield from _units(held)
    yield from _measures(held)
    yield from _lines(held)
    yield from (each for each in held if not isinstance(each, Org | Measure | Node))


def _units(records: tuple[Record, ...]) -> Iterator[Org]:
    there = {each.id: each for each in records if isinstance(each, Org)}
    named = {
        each.org
        for each in records
        if isinstance(each, Entry | Target | Closing | Node) and each.org
    }
    for org in sorted(named - there.keys()):
        yield Org(org, Words(org, org))
    for unit in there.values():
        yield unit if unit.parent in there else replace(unit, parent=None)


def _measures(records: tuple[Record, ...]) -> Iterator[Measure]:
    there = {each.id: each for each in records if isinstance(each, Measure)}
    kinds = {
        each.measure: Period.parse(each.period).kind
        for each in records
        if isinstance(each, Entry) and each.measure not in there
    }
    for measure, kind in kinds.items():
        yield Measure(measure, Words(measure, measure), frequency=kind)
    for found in there.values():
        yield found if found.weight in {*there, *kinds} else replace(found, weight=None)


def _lines(records: tuple[Record, ...]) -> Iterator[Node]:
    kpis = {each.kpi for each in records if isinstance(each, KpiVersion)}
    there = {
        each.id: each
        for each in records
        if isinstance(each, Node) and (each.kpi is None or each.kpi in kpis)
    }
    for line in there.values():
        yield line if line.parent in there else replace(line, parent=None)
