"""One KPI for several units at once, below the line of the unit that they are parts of."""

from dataclasses import dataclass, replace

from scorecard.board import Board
from scorecard.commands.duplicating import targets_for
from scorecard.commands.free_id import free_id
from scorecard.commands.lookup import kpi_of, node_of, org_of
from scorecard.commands.putting import put_all
from scorecard.commands.unit_names import for_unit
from scorecard.model.edits import Change
from scorecard.model.records import Node
from scorecard.model.units import is_within
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import NodeKind


@dataclass(frozen=True, slots=True)
class AddForUnits:
    """Lines of `kpi` for the units `orgs`, below its line for the unit `whole`; that line is made
    at the end of those below `parent`, unless it is `parent` itself.

    Lines of units are called after them. The value of the whole is put together from the units
    by the measures' own rules; the definition is shared.
    A unit that has its line there already gets no other. With `targets` each unit takes over the
    targets of the whole where it has none. Refused: no unit (no_units), one that is no part of
    the whole (not_a_part), unknown line, KPI or unit.
    """

    parent: str
    kpi: str
    whole: str
    orgs: tuple[str, ...]
    targets: bool = False

    def __call__(self, board: Board) -> Change:
        kpi, orgs = kpi_of(board, self.kpi), self._units(board)
        whole, lines = self._whole(board)
        there = [board.nodes[node] for node in board.children.get(whole, ())]
        held = {node.org for node in there if node.kpi == self.kpi and not node.archived}
        order = max((node.order for node in there), default=0)
        ids = {**board.nodes, **{line.id: line for line in lines}}
        for org in orgs:
            if org not in held:
                order += 1
                line = replace(_LINE, id=free_id("N-", ids), parent=whole, order=order)
                ids[line.id] = line
                name = for_unit(kpi.name, board.orgs[org].name)
                lines.append(replace(line, name=name, kpi=self.kpi, org=org))
        targets = targets_for(board, [(self.kpi, self.whole)], orgs) if self.targets else ()
        step = Said("command.add_for_units", {"kpi": kpi.name, "count": str(len(orgs))})
        return Change(step, put_all(board, [*lines, *targets]))

    def _units(self, board: Board) -> tuple[str, ...]:
        org_of(board, self.whole)
        if not self.orgs:
            raise Refused([Trouble("no_units")])
        for org in self.orgs:
            if not is_within(board.orgs, org_of(board, org).id, self.whole):
                raise Refused([Trouble("not_a_part", facts={"unit": org, "whole": self.whole})])
        return tuple(dict.fromkeys(self.orgs))

    def _whole(self, board: Board) -> tuple[str, list[Node]]:
        """The line of the whole unit, and what must be added to have it."""
        parent = node_of(board, self.parent)
        if (parent.kpi, parent.org) == (self.kpi, self.whole):
            return parent.id, []
        below = [board.nodes[node].order for node in board.children.get(parent.id, ())]
        line = replace(_LINE, id=free_id("N-", board.nodes), parent=parent.id)
        line = replace(line, kpi=self.kpi, org=self.whole, order=max(below, default=0) + 1)
        return line.id, [line]


_LINE = Node("", None, NodeKind.KPI)
