"""What a definition means: its formula, resolved to measures, ready to compute."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from scorecard.board import Board
from scorecard.formula import FormulaError, Term, Tree, inline, is_additive, parse, resolve
from scorecard.formula import required as required_terms
from scorecard.formula.functions import WINDOWS
from scorecard.formula.tree import Call, Name, walk
from scorecard.model.records import KpiVersion, Measure
from scorecard.vocabulary import ADDITIVE, Frequency


@dataclass(frozen=True, slots=True)
class Meaning:
    """A formula over measures only: KPIs that it names stand in it by their own formulas.

    `measures` are by what the tree calls them, `measure:ID`. `required` are the terms without
    which a cell does not count (R-VALUE-3), `additive` says whether targets add up over a
    longer view (interchange form), `kpis` are those whose formulas went into it.
    """

    tree: Tree
    measures: Mapping[str, Measure]
    required: tuple[Term, ...]
    additive: bool
    frequencies: frozenset[Frequency]
    kpis: frozenset[str]


def meaning_of(board: Board, version: KpiVersion, day: date) -> Meaning:
    """The meaning of a version; KPIs in its formula are those in force on `day`.

    Raises FormulaError where the formula cannot be read, names nothing that is known, or leads
    back to itself.
    """
    bodies: dict[str, Tree] = {}
    tree = _resolved(board, version)
    _collect(board, tree, day, bodies)
    whole = inline(tree, bodies)
    measures = {name: board.measures[_bare(name)] for name in _names(whole)}
    adds_up = is_additive(whole) and all(m.over_time in ADDITIVE for m in measures.values())
    # Twelve months are judged against a whole year's target, whatever the view (R-TARGET-5).
    additive = adds_up and version.window != "trailing_12m"
    frequencies = frozenset(measure.frequency for measure in measures.values())
    kpis = frozenset(_bare(name) for name in bodies)
    return Meaning(whole, measures, cell_terms(whole), additive, frequencies, kpis)


def kpis_in(board: Board, version: KpiVersion) -> frozenset[str]:
    """The KPIs that a version's formula names; none where it cannot be read."""
    try:
        tree = _resolved(board, version)
    except FormulaError:
        return frozenset()
    return frozenset(_bare(name) for name in _names(tree) if name.startswith("kpi:"))


def _resolved(board: Board, version: KpiVersion) -> Tree:
    return resolve(parse(version.formula), board.names, board.shared)


def _collect(board: Board, tree: Tree, day: date, bodies: dict[str, Tree]) -> None:
    for name in _names(tree):
        version = board.version(_bare(name), day) if name.startswith("kpi:") else None
        if version is not None and name not in bodies:
            bodies[name] = _resolved(board, version)
            _collect(board, bodies[name], day, bodies)


def _names(tree: Tree) -> Iterator[str]:
    return (node.name for node in walk(tree) if isinstance(node, Name))


def cell_terms(tree: Tree) -> tuple[Term, ...]:
    """The required terms that pair with the cells of a view; the windows of ROLLSUM and
    ROLLAVG run over the KPI's own periods and look after their own completeness."""
    windowed = any(isinstance(node, Call) and node.function in WINDOWS for node in walk(tree))
    terms = required_terms(tree)
    return tuple(term for term in terms if not (windowed and term.shift.previous))


def _bare(meaning: str) -> str:
    return meaning.partition(":")[2]
