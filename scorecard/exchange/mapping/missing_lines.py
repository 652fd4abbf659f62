"""Lines of the tree for targets that a workbook says of a KPI at a unit where it has none."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from scorecard.board import Board
from scorecard.commands.outline import Outline
from scorecard.commands.unit_names import for_unit
from scorecard.exchange.mapping.recipe import ADD, LEAVE
from scorecard.exchange.source import Source
from scorecard.model.records import Node
from scorecard.model.units import is_within
from scorecard.text import listed, named
from scorecard.trouble import Level, Trouble
from scorecard.vocabulary import NodeKind, Words


class Aimed(NamedTuple):
    """A target of a workbook: of which KPI at which unit, as `name` calls it there, at an address;
    whether the workbook has `said` the unit."""

    kpi: str
    org: str
    name: str
    where: str
    is_said: bool


@dataclass(slots=True)
class MissingLines:
    """Without its line nobody would see such a target. `answer` is what somebody said: lines are
    added, the targets left out, or, empty, each is refused until somebody says so. `called` gives
    the name of a unit, also of one that is to be made. `nodes` are the lines added, each with its
    address; `lacking` are the KPIs and units without one."""

    board: Board
    source: Source
    answer: str
    outline: Callable[[], Outline]
    called: Callable[[str], Words]
    nodes: list[tuple[Node, str]] = field(default_factory=list)
    lacking: dict[tuple[str, str], bool] = field(default_factory=dict)
    _lines: dict[str, list[Node]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Each KPI's own lines, found once: a list may have thousands of targets."""
        for node in self.board.nodes.values():
            if node.kpi and node.org:
                self._lines.setdefault(node.kpi, []).append(node)

    def has(self, aimed: Aimed) -> bool:
        """Whether a target of a KPI of the document has its line, by now. A KPI that is no part of
        the tree at all may have one where the workbook has not said the unit."""
        kpi, org = aimed.kpi, aimed.org
        units = [line.org for line in self._lines.get(kpi, ())]
        if kpi not in self.board.versions or org in units or not (units or aimed.is_said):
            return True
        if (kpi, org) not in self.lacking:
            self.lacking[kpi, org] = self.answer == ADD
            self._settle(aimed)
        return self.lacking[kpi, org]

    def _settle(self, aimed: Aimed) -> None:
        kpi, org, name, where, _ = aimed
        known = dict.fromkeys(self.called(line.org or "") for line in self._lines.get(kpi, ()))
        facts: dict[str, str | Words] = {
            "name": self.board.latest(kpi).name,
            "text": name[:60],
            "org": self._unit(org),
            "known": listed(known) if known else named(["–"]),
        }
        if self.answer == ADD:
            self._add(kpi, org, where)
        elif self.answer == LEAVE:
            left = Trouble("struck_without_line", where, facts, Level.NOTE)
            self.source.left_out.append(left)
        else:
            self.source.refuse(where, name, "target_without_line", **facts)

    def _add(self, kpi: str, org: str, where: str) -> None:
        """Below the line of a unit that this one is a part of, else beside the first line, else in
        the perspective of the KPI; called after the unit where there are others."""
        outline, version = self.outline(), self.board.latest(kpi)
        lines = [line for line in self._lines.get(kpi, ()) if not line.archived]
        known = len(outline.added)
        whole = [line for line in lines if is_within(self.board.orgs, org, line.org)]
        if whole:
            parent: str | None = whole[-1].id
        elif lines:
            parent = lines[0].parent
        elif version.category is not None:
            parent = outline.perspective(version.category)
        else:
            parent = outline.goal()
        name = for_unit(version.name, self._unit(org)) if lines else Words()
        outline.put(Node("", parent, NodeKind.KPI, name, kpi=kpi, org=org))
        self.nodes += [(node, where) for node in outline.added[known:]]

    def _unit(self, org: str) -> Words:
        found = self.board.orgs.get(org)
        return found.name if found is not None else self.called(org)
