"""Everything that `check` knows about a document: errors, warnings and notes."""

from collections.abc import Collection, Iterator
from datetime import date

from scorecard.board import Board
from scorecard.check.edits import refusals
from scorecard.check.formulas import named
from scorecard.check.lateness import late
from scorecard.check.sense import doubts
from scorecard.check.spreads import spread_findings
from scorecard.model.edits import Edit
from scorecard.model.records import KpiVersion, Node, Record
from scorecard.period_code import LENGTHS
from scorecard.text import in_both
from scorecard.trouble import Level, Trouble
from scorecard.vocabulary import Direction, Words

#: Directions whose target other numbers say, so that it moves while typed limits stay.
_MOVING = frozenset({Direction.IMPROVE, Direction.BUDGET})


def findings(board: Board, today: date) -> tuple[Trouble, ...]:
    """What is wrong or remarkable on `board` as of `today`, the worst first."""
    errors = refusals(board, [Edit(None, record) for record in _records(board)])
    found = [
        *errors,
        *_same_names(board),
        *_kpis(board, today),
        *_measures(board),
        *late(board, today),
    ]
    found += spread_findings(board)
    order = list(Level)
    return tuple(sorted(found, key=lambda trouble: order.index(trouble.level)))


def _records(board: Board) -> Iterator[Record]:
    yield from board.orgs.values()
    yield from board.measures.values()
    yield from (version for versions in board.versions.values() for version in versions)
    yield from board.nodes.values()
    yield from (target for targets in board.targets.values() for target in targets)
    yield from board.comments.values()
    yield from (start for starts in board.segments.values() for start in starts)
    yield from board.closings.values()
    yield from (review for reviews in board.reviews.values() for review in reviews)


def _warning(code: str, where: str, level: Level = Level.WARNING, **facts: str | Words) -> Trouble:
    return Trouble(code, where, facts, level)


def _same_names(board: Board) -> Iterator[Trouble]:
    """A word that could stand for two things in a formula: two names, or a name and an id."""
    said: dict[str, list[str]] = {}
    things = [(f"measure {m.id}", (m.id, *m.name)) for m in board.measures.values()]
    things += [(f"kpi {kpi}", (kpi, *board.latest(kpi).name)) for kpi in board.versions]
    for thing, words in things:
        for word in dict.fromkeys(filter(None, words)):
            said.setdefault(word, []).append(thing)
    for word, ids in said.items():
        # A KPI named as the measure it shows is how a KPI is typed directly.
        if len({thing.split()[0] for thing in ids}) < len(ids):
            yield _warning("same_name", ids[0], name=word, ids=", ".join(ids))


def _kpis(board: Board, today: date) -> Iterator[Trouble]:
    placed = {(node.kpi, node.org) for node in _present(board, today) if node.kpi}
    for kpi in board.versions:
        version, where = board.latest(kpi), f"kpi {kpi}"
        if not any(version.owner):
            yield _warning("no_owner", where)
        if not version.formula:
            yield _warning("no_formula", where)
        if version.direction in _MOVING and (version.green or version.amber):
            yield _warning("fixed_limits", where, Level.NOTE)
        if all(kpi != at for at, _ in placed):
            yield _warning("not_in_tree", where, Level.NOTE)
        yield from _slower(board, version)
        at = f"{where} {version.version} formula"
        yield from (doubt._replace(where=at) for doubt in doubts(board, version))
        for related in version.related:
            if related not in board.versions:
                yield _warning("related_unknown", where, Level.NOTE, id=related)
    for at, org in sorted((kpi or "", org or "") for kpi, org in placed):
        if at in board.versions and lacks_target(board, at, org):
            yield _warning("no_target", f"kpi {at}", org=org)


def _present(board: Board, today: date) -> Iterator[Node]:
    """The lines of the tree but those that are archived by `today`, and what is below them."""
    away, waiting = board.archived_by(today), list(board.children.get(None, ()))
    while waiting:
        node = waiting.pop()
        if node not in away:
            yield board.nodes[node]
            waiting.extend(board.children.get(node, ()))


def lacks_target(board: Board, kpi: str, org: str) -> bool:
    """Whether a KPI at a unit needs a target to be judged by, and has none."""
    needless = (Direction.NONE, Direction.ZERO, Direction.YES, Direction.IMPROVE)
    return board.latest(kpi).direction not in needless and not board.targets.get((kpi, org))


def _slower(board: Board, version: KpiVersion) -> Iterator[Trouble]:
    for name in named(version, board):
        measure = board.measures.get(name.removeprefix("measure:"))
        if measure and LENGTHS.index(measure.frequency) > LENGTHS.index(version.frequency):
            yield _warning(
                "slower_measure",
                f"kpi {version.kpi} {version.version} formula",
                measure=measure.name,
                kind=in_both(f"check.frequency.{measure.frequency}"),
                own=in_both(f"check.frequency.{version.frequency}"),
            )


def _measures(board: Board) -> Iterator[Trouble]:
    said = {name for kpi in board.versions for name in measures_said(board, kpi)}
    unused = unused_measures(board, said)
    entered = {measure for measure, _ in board.series}
    for measure in board.measures:
        if measure in unused:
            yield _warning("unused_measure", f"measure {measure}", Level.NOTE)
        if measure not in entered:
            yield _warning("no_entries", f"measure {measure}")


def measures_said(board: Board, kpi: str) -> set[str]:
    """The measures that a KPI's formulas name, in any version."""
    names = (name for version in board.versions[kpi] for name in named(version, board))
    return {name.removeprefix("measure:") for name in names if name.startswith("measure:")}


def unused_measures(board: Board, said: Collection[str]) -> frozenset[str]:
    """The measures that are not among those `said` in formulas, that no other is weighed by, and
    that are nobody's budget."""
    weights = {measure.weight for measure in board.measures.values() if measure.weight}
    return frozenset(board.measures.keys() - {*said, *weights, *_budgets(board)})


def _budgets(board: Board) -> set[str]:
    texts = (target.value for targets in board.targets.values() for target in targets)
    named = (text.removeprefix("budget:").strip() for text in texts if text.startswith("budget:"))
    return {board.names.get(name, "").removeprefix("measure:") for name in named}
