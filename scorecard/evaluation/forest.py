"""The tree in several views, so that a line can say how it changed."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

from scorecard.change import Change
from scorecard.evaluation.comparable import compared
from scorecard.evaluation.line import Cell, Comparison, Line
from scorecard.evaluation.otherwise import Otherwise
from scorecard.evaluation.reuse import Regrown, kept
from scorecard.evaluation.stretch import own_view
from scorecard.evaluation.tree import Tree
from scorecard.evaluation.valuation import Valuation
from scorecard.evaluation.view import View
from scorecard.model.records import Node
from scorecard.sensitivity import Convention
from scorecard.series import total


class Forest:
    """The lines of one board in all views that were asked for, each worked out once.

    `edition` counts the boards since the first one.
    """

    def __init__(self, valuation: Valuation, edition: int = 0) -> None:
        self.valuation = valuation
        self.edition = edition
        self._unchanged_since = edition
        self._changed_in: dict[str, int] = {}
        self._trees: dict[View, Tree] = {}
        self._others: dict[tuple[View, Convention], Otherwise] = {}
        self._lines: dict[View, dict[str, Line]] = {}
        self._orders: dict[frozenset[str], tuple[str, ...]] = {}
        self._home: _Home | None = None

    def line(self, node_id: str, view: View) -> Line:
        """The line of a node in a view, with its changes. Raises KeyError where there is none."""
        lines = self._lines.setdefault(view, {})
        if node_id not in lines:
            bare = self.bare(node_id, view)
            edition = self._changed_in.get(node_id, self._unchanged_since)
            changes = _Since(self._at_home, bare, view)
            lines[node_id] = replace(bare, edition=edition, changes=changes)
        return lines[node_id]

    def lines(self, view: View) -> tuple[Line, ...]:
        """All lines of the view in the order of the tree, a parent before its children."""
        tree = self.tree(view)
        if tree.archived not in self._orders:
            self._orders[tree.archived] = _in_order(tree.below)
        made, order = self._lines.setdefault(view, {}), self._orders[tree.archived]
        return tuple(made.get(node_id) or self.line(node_id, view) for node_id in order)

    def bare(self, node_id: str, view: View) -> Line:
        """The line of a node in a view, without its changes."""
        return self.tree(view).line(node_id)

    def tree(self, view: View) -> Tree:
        """The tree in a view."""
        if view not in self._trees:
            self._trees[view] = Tree(self.valuation, view)
        return self._trees[view]

    def otherwise(self, view: View, convention: Convention) -> Otherwise:
        """The tree in a view under another convention."""
        key = view, convention
        if key not in self._others:
            self._others[key] = Otherwise(self.tree(view), convention)
        return self._others[key]

    def keep(self, older: "Forest", changed: frozenset[str], moved: Regrown) -> None:
        """Take over the lines of `older` but those of the KPIs `changed` and of all above them,
        and those that moved."""
        gone = _with_ancestors(self.valuation.board.nodes, changed) | moved.lines
        for view, tree in older._trees.items():
            self._trees[view] = tree.without(gone, self.valuation)
        for key, other in older._others.items():
            self._others[key] = other.without(gone, self._trees[key[0]])
        self._home = older._left_behind(gone)
        self._home.forest = self
        self._lines = {view: kept(lines, gone) for view, lines in older._lines.items()}
        self._orders = older._orders if moved.in_place else {}
        self._unchanged_since = older._unchanged_since
        self._changed_in = {**older._changed_in, **dict.fromkeys(gone, self.edition)}

    def let_go(self) -> None:
        """Forget every line. What holds each other in a circle would stay until Python looks for
        rubbish everywhere; who still has a line may ask it, and it is worked out anew."""
        self._home = None
        for kept_ones in (self._lines, self._others, self._trees):
            kept_ones.clear()

    @property
    def _at_home(self) -> "_Home":
        if self._home is None:
            self._home = _Home(self)
        return self._home

    def _left_behind(self, gone: Collection[str]) -> "_Home":
        """The home that moves on to a later board; the lines of the nodes `gone` stay here."""
        moving, self._home = self._at_home, _Home(self)
        for lines in self._lines.values():
            for node_id in gone & lines.keys():
                changes = lines[node_id].changes
                if isinstance(changes, _Since):
                    changes.home = self._home
        return moving


@dataclass(slots=True)
class _Home:
    """Where lines look up how they changed. Those that an edit leaves as they are, and so their
    changes too, move on to the later board, so that no older one is kept for them."""

    forest: Forest


@dataclass(slots=True)
class _Since:
    """The changes of one line, each worked out once."""

    home: _Home
    line: Line
    view: View
    found: dict[bool, Comparison] = field(default_factory=dict)

    @property
    def previous(self) -> Comparison:
        return self._compared(previous=True)

    @property
    def last_year(self) -> Comparison:
        return self._compared(previous=False)

    def _compared(self, *, previous: bool) -> Comparison:
        if previous not in self.found:
            base = self._seen().shifted(-1) if previous else self.view.year_before
            lacking = "to_date" if previous else "no_such_period"
            cell = self.line.cell
            self.found[previous] = (
                self._of_score(base, lacking)
                if cell is None
                else self._of_value(cell, base, lacking)
            )
        return self.found[previous]

    def _seen(self) -> View:
        """The view as the line shows it: a KPI by quarter seen in a month shows its quarter."""
        if self.line.cell is None:
            return self.view
        calendar = self.home.forest.valuation.measuring.calendar
        return own_view(self.view, self.line.cell.version.frequency, calendar)

    def _of_score(self, base: View | None, lacking: str) -> Comparison:
        if self.line.score is None:
            return Comparison(Change(reason="no_data"))
        if base is None:
            return Comparison(Change(reason=lacking))
        before = self.home.forest.bare(self.line.node.id, base).score
        if before is None:
            return Comparison(Change(reason="no_base"))
        gained = total([self.line.score, -before])
        return Comparison(Change(absolute=gained, better=gained > 0 if gained else None))

    def _of_value(self, cell: Cell, base: View | None, lacking: str) -> Comparison:
        if self.line.stale:
            return Comparison(Change(reason="stale"))
        valuation, org = self.home.forest.valuation, self.line.node.org or ""
        return compared(valuation, cell, org, (self.view, base), lacking)


def _in_order(below: Callable[[str | None], tuple[str, ...]]) -> tuple[str, ...]:
    """The nodes as the tree shows them, a parent before its children."""
    waiting, order = list(reversed(below(None))), []
    while waiting:
        node_id = waiting.pop()
        order.append(node_id)
        waiting.extend(reversed(below(node_id)))
    return tuple(order)


def _with_ancestors(nodes: Mapping[str, Node], kpis: frozenset[str]) -> set[str]:
    found: set[str] = set()
    for node in nodes.values():
        above: Node | None = node if node.kpi in kpis else None
        while above is not None and above.id not in found:
            found.add(above.id)
            above = nodes.get(above.parent or "")
    return found
