"""Beginning a line where a user knows little more than its name: a theme, or a KPI of its own."""

from collections.abc import Container
from dataclasses import dataclass

from scorecard.board import Board
from scorecard.cleaning import clean_words
from scorecard.commands.lookup import node_of, org_of
from scorecard.commands.renaming import followed
from scorecard.model.edits import Change, Edit
from scorecard.model.records import KpiVersion, Measure, Node, Record, Target
from scorecard.target import read_aim
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Direction, NodeKind, Words


@dataclass(frozen=True, slots=True)
class NewTheme:
    """A theme under the line `parent`. Refused: no such line, no name."""

    parent: str
    name: Words

    def __call__(self, board: Board) -> Change:
        name = _named(self.name)
        node = _node(board, self.parent, NodeKind.THEME, name=name)
        return Change(Said("command.add_node", {"name": name}), (Edit(None, node),))


@dataclass(frozen=True, slots=True)
class NewKpi:
    """A KPI that is typed directly, over one measure of its own, with its line under `parent`.

    `target` is a text of the interchange form, or empty; it counts from `start` (a period) on.
    Refused: no such line or unit, no name, a target that cannot be read.
    """

    parent: str
    org: str
    name: Words
    unit: str
    start: str
    target: str = ""

    def __call__(self, board: Board) -> Change:
        name, org = _named(self.name), org_of(board, self.org).id
        measure = _free("m_", {**board.measures, **board.names})
        kpi = _free("KPI-", {**board.versions, **board.names})
        aim = read_aim(self.target) if self.target else None
        direction = (aim.kind if aim is not None else None) or Direction.NONE
        records: list[Record] = [
            Measure(measure, name, self.unit),
            KpiVersion(
                kpi,
                "v1.0",
                self.start,
                name,
                formula=measure,
                unit=self.unit,
                direction=direction,
            ),
            _node(board, self.parent, NodeKind.KPI, kpi=kpi, org=org),
        ]
        if self.target:
            records.append(Target(kpi, org, self.start, self.target))
        edits = followed(board, [Edit(None, record) for record in records])
        return Change(Said("command.new_kpi", {"kpi": name}), edits)


def _node(
    board: Board,
    parent: str,
    kind: NodeKind,
    *,
    name: Words | None = None,
    kpi: str | None = None,
    org: str | None = None,
) -> Node:
    """A line at the end of those below `parent`."""
    brothers = board.children.get(node_of(board, parent).id, ())
    order = max((board.nodes[brother].order for brother in brothers), default=0) + 1
    return Node(
        _free("N-", board.nodes), parent, kind, name or Words(), kpi=kpi, org=org, order=order
    )


def _named(name: Words) -> Words:
    clean = clean_words(name)
    if not any(clean):
        raise Refused([Trouble("name_missing")])
    return clean


def _free(prefix: str, taken: Container[str]) -> str:
    number = 1
    while f"{prefix}{number:03d}" in taken:
        number += 1
    return f"{prefix}{number:03d}"
