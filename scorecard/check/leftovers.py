"""What still refers to a record that an edit takes away, or no longer fits one it changes."""

from collections.abc import Iterable, Iterator, Sequence

from scorecard.board import Board
from scorecard.check.fault import Fault, fault
from scorecard.model.edits import Edit, one_by_one
from scorecard.model.records import Entry, KpiVersion, Measure, Node, Org
from scorecard.period import Period
from scorecard.period_code import entered_by


def leftovers(board: Board, edits: Sequence[Edit], all_edits: Sequence[Edit]) -> Iterator[Fault]:
    """The faults of removed records that are still in use on `board`.

    `edits` are those of `all_edits` that are not entries. A formula that says a removed name is
    found with the formulas.
    """
    for edit in edits:
        match edit.before:
            case Measure() as measure if edit.after is None:
                yield from _in_use(measure, _uses_of_measure(board, measure.id))
            case Measure() as measure if isinstance(edit.after, Measure):
                yield from _refrequented(board, measure, edit.after, all_edits)
            case Org() as org if edit.after is None:
                yield from _in_use(org, _uses_of_org(board, org.id))
            case Node() as node if edit.after is None and board.children.get(node.id):
                yield from _in_use(node, [f"tree {board.children[node.id][0]}"])
            case KpiVersion() as version if version.kpi not in board.versions:
                yield from _in_use(version, _uses_of_kpi(board, version.kpi))


def _in_use(record: Measure | Org | Node | KpiVersion, uses: Iterable[str]) -> Iterator[Fault]:
    for use in uses:
        yield fault(record, "", "still_in_use", id=record.key[0], use=use)
        return


def _refrequented(
    board: Board, before: Measure, after: Measure, edits: Sequence[Edit]
) -> Iterator[Fault]:
    kind = entered_by(after.frequency)
    if entered_by(before.frequency) is kind:
        return
    fresh = {edit.key for edit in one_by_one(edits) if isinstance(edit.after, Entry)}
    for of, org in board.series:
        codes = (Period(kind, number).code for number in board.series_of(of, org))
        if of == after.id and any((of, org, code) not in fresh for code in codes):
            use = f"entry {of} {org}"
            yield fault(after, "frequency", "entries_of_other_kind", id=after.id, use=use)
            return


def _entries(board: Board, measure: str) -> Iterator[str]:
    return (f"entry {of} {org}" for of, org in board.series if of == measure)


def _uses_of_measure(board: Board, measure: str) -> Iterator[str]:
    yield from _entries(board, measure)
    yield from (f"measure {m.id}" for m in board.measures.values() if m.weight == measure)


def _uses_of_org(board: Board, org: str) -> Iterator[str]:
    yield from (f"org {below}" for below in board.units_below.get(org, ()))
    yield from (f"tree {n.id}" for n in board.nodes.values() if n.org == org)
    yield from (f"target {kpi} {of}" for kpi, of in board.targets if of == org)
    yield from (f"entry {measure} {of}" for measure, of in board.series if of == org)
    yield from (f"comment {c.id}" for c in board.comments.values() if c.org == org)
    yield from (f"segment {kpi} {of}" for kpi, of in board.segments if of == org)
    yield from (f"closing {of} {period}" for of, period in board.closings if of == org)


def _uses_of_kpi(board: Board, kpi: str) -> Iterator[str]:
    yield from (f"tree {n.id}" for n in board.nodes.values() if n.kpi == kpi)
    yield from (f"target {of} {org}" for of, org in board.targets if of == kpi)
    yield from (f"comment {c.id}" for c in board.comments.values() if c.kpi == kpi)
    yield from (f"segment {of} {org}" for of, org in board.segments if of == kpi)
    yield from (f"review {kpi} {review.day}" for review in board.reviews.get(kpi, ()))
