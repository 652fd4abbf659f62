"""Beginning a line where a user knows little more than its name: a theme, or a KPI of its own."""

from contextlib import suppress
from dataclasses import dataclass

from scorecard.board import Board
from scorecard.cleaning import clean_words
from scorecard.commands.free_id import free_id, free_measure
from scorecard.commands.lookup import node_of, org_of
from scorecard.commands.renaming import followed
from scorecard.formula.names import name_written
from scorecard.model.edits import Change, Edit
from scorecard.model.records import KpiVersion, Measure, Node, Record, Target
from scorecard.target import read_aim
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Direction, Frequency, Method, NodeKind, Words


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
    """A KPI that is typed directly, over one measure of its name, with its line under `parent`.

    A measure of that name and unit which is there already is shared. `target` is a text of the
    interchange form, or empty; it counts from `start` (a period) on.
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
        kpi = free_id("KPI-", {**board.versions, **board.names})
        aim = read_aim(self.target) if self.target else None
        direction = (aim.kind if aim is not None else None) or Direction.NONE
        shared = _there(board, name, self.unit)
        measure = shared or _measure(board, name, self.unit)
        records: list[Record] = [] if shared else [measure]
        records += [
            KpiVersion(
                kpi,
                "v1.0",
                self.start,
                name,
                formula=_said(board, measure),
                unit=self.unit,
                direction=direction,
            ),
            _node(board, self.parent, NodeKind.KPI, kpi=kpi, org=org),
        ]
        if self.target:
            records.append(Target(kpi, org, self.start, self.target))
        edits = followed(board, [Edit(None, record) for record in records])
        return Change(Said("command.new_kpi", {"kpi": name}), edits)


def _there(board: Board, name: Words, unit: str) -> Measure | None:
    """The measure that has this name already, and is counted in the same way."""
    meanings = (board.names.get(each, "") for each in name if each)
    found = (board.measures.get(m.removeprefix("measure:")) for m in meanings if ":" in m)
    return next((m for m in found if m and m.unit == unit and m.frequency is Frequency.MONTH), None)


def _measure(board: Board, name: Words, unit: str) -> Measure:
    """A measure of its own. Percentages are averaged, because nothing is known of their parts."""
    method = Method.AVERAGE if unit == "%" else Method.SUM
    return Measure(free_measure(board), name, unit, over_time=method, over_org=method)


def _said(board: Board, measure: Measure) -> str:
    """The measure as a formula says it: by its name, by its id where that says nothing."""
    names = board.after([Edit(board.measures.get(measure.id), measure)]).names
    for name in measure.name:
        if names.get(name) == f"measure:{measure.id}":
            with suppress(ValueError):
                return name_written(name)
    return measure.id


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
        free_id("N-", board.nodes), parent, kind, name or Words(), kpi=kpi, org=org, order=order
    )


def _named(name: Words) -> Words:
    clean = clean_words(name)
    if not any(clean):
        raise Refused([Trouble("name_missing")])
    return clean
