"""A report on one view as plain data: what the pages of a snapshot say, in no language yet."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scorecard.board import Board
from scorecard.closings import closed_by, closings_in
from scorecard.evaluation import Evaluation, Line, View
from scorecard.figures.late import Late
from scorecard.figures.why import headline
from scorecard.model.records import Closing, Comment
from scorecard.org_units import above, below
from scorecard.period import Period, Span
from scorecard.text import Said
from scorecard.vocabulary import WORRY, Direction, NodeKind, Status, Words

#: How many KPIs have a page of their own; the report says how many more there are.
MOST_DETAILS = 60


@dataclass(frozen=True, slots=True)
class Seal:
    """Who froze the report, when (ISO 8601 with offset) and its SHA-256; empty before that."""

    at: str = ""
    by: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The KPI lines that stand together, ★ and reds first.

    `line` is their perspective, None for lines that belong to none. `judged` says whether its
    score is about these lines alone. `share` is its part in the weight of its brothers.
    """

    line: Line | None
    lines: tuple[Line, ...]
    judged: bool = True
    share: float | None = None

    @property
    def reds(self) -> int:
        """How many of the lines are red."""
        return sum(line.status is Status.RED for line in self.lines)

    @property
    def worst(self) -> Status:
        """The colour of the worst line, grey where there is none."""
        found = {line.status for line in self.lines}
        return next((status for status in WORRY if status in found), Status.GREY)


@dataclass(frozen=True, slots=True)
class Red:
    """A line off target with its cause: what somebody said about it, or the computed reason."""

    line: Line
    cause: Words | Said


@dataclass(frozen=True, slots=True)
class Report:
    """What the pages of one view say.

    `units` are the names from the top down to the unit that the report is about. `goal` is the
    line of the whole tree, None where there is no single one or the report is about a part.
    `details` are the lines with a page of their own, `left_out` those beyond `MOST_DETAILS`.
    `conventions` are the attainment rules in use where lower is better (R-SCORE-8). `closings` are
    those of periods in the view, in force or opened again, `shut` is the one by which its period
    is closed for all that the report is about, `late` what was entered after them.
    """

    view: View
    seal: Seal
    units: tuple[Words, ...]
    goal: Line | None
    counts: Mapping[Status, int]
    groups: tuple[Group, ...]
    reds: tuple[Red, ...]
    details: tuple[Line, ...]
    left_out: int
    conventions: frozenset[str]
    closings: tuple[Closing, ...] = ()
    shut: Closing | None = None
    late: tuple[Late, ...] = ()


def report(
    evaluation: Evaluation,
    org: str | None = None,
    seal: Seal = Seal(),
    late: tuple[Late, ...] = (),
) -> Report:
    """The report on the view of `evaluation`: of the whole document, or where `org` is not the
    one unit at the top, of that unit and those under it.

    Raises KeyError where there is no such unit.
    """
    board = evaluation.board
    units = _names_down_to(board, org)
    part = _part(board, org)
    lines = evaluation.lines()
    kpis = [line for line in lines if line.cell and (part is None or line.node.org in part)]
    reds = sorted((line for line in kpis if line.status is Status.RED), key=_stars_first)
    stars = [line for line in kpis if line.node.star and line.status is not Status.RED]
    return Report(
        view=evaluation.view,
        seal=seal,
        units=units,
        goal=_goal(lines) if part is None else None,
        counts={status: sum(line.status is status for line in kpis) for status in WORRY},
        groups=tuple(_groups(lines, kpis, judged=part is None)),
        reds=tuple(_red(evaluation, line) for line in reds),
        details=(*reds, *stars)[:MOST_DETAILS],
        left_out=max(len(reds) + len(stars) - MOST_DETAILS, 0),
        conventions=frozenset(_conventions(kpis)),
        closings=_closings(evaluation, org, part),
        shut=closed_by(board, evaluation.view.period, org or ""),
        late=late,
    )


def _closings(
    evaluation: Evaluation, org: str | None, part: Collection[str] | None
) -> tuple[Closing, ...]:
    """The closings of the units that a report is about, and of those above them."""
    board = evaluation.board
    units = board.orgs.keys() if part is None else {*part, *above(board, org or "")}
    return closings_in(board, evaluation.view.span(board.settings.calendar), units)


def comments_on(evaluation: Evaluation, line: Line) -> tuple[Comment, ...]:
    """What was said about a KPI line in the view, newest first."""
    board = evaluation.board
    span = evaluation.view.span(board.settings.calendar)
    place = (line.node.kpi, line.node.org)
    there = [each for each in board.comments.values() if (each.kpi, each.org) == place]
    return tuple(
        sorted(
            (each for each in there if _counts_in(board, each.period, span)),
            key=lambda each: (each.at, each.id),
            reverse=True,
        )
    )


def _counts_in(board: Board, period: str, span: Span) -> bool:
    said = board.settings.calendar.span(Period.parse(period))
    return said.last >= span.first and said.first <= span.last


def _names_down_to(board: Board, org: str | None) -> tuple[Words, ...]:
    tops = [unit for unit in board.orgs.values() if unit.parent is None]
    if org is None:
        return (tops[0].name,) if len(tops) == 1 else ()
    names: list[Words] = []
    unit = board.orgs[org]
    while len(names) <= len(board.orgs):
        names.append(unit.name if any(unit.name) else Words(unit.id))
        if unit.parent is None or unit.parent not in board.orgs:
            break
        unit = board.orgs[unit.parent]
    return tuple(reversed(names))


def _part(board: Board, org: str | None) -> Collection[str] | None:
    """The units that a report is about; None for all."""
    tops = [unit.id for unit in board.orgs.values() if unit.parent is None]
    return None if org is None or tops == [org] else below(board, org)


def _goal(lines: Sequence[Line]) -> Line | None:
    roots = [line for line in lines if line.node.parent is None]
    return roots[0] if len(roots) == 1 and roots[0].cell is None else None


def _groups(lines: Sequence[Line], kpis: Sequence[Line], *, judged: bool) -> Iterator[Group]:
    """The KPI lines by perspective; in a tree without any, by the branches under its top."""
    heads = _heads(lines)
    home: dict[str, str] = {}
    for line in lines:  # parents come before their children
        own = line.node.id if line.node.id in heads else home.get(line.node.parent or "", "")
        home[line.node.id] = own
    total = sum(head.node.weight for head in heads.values())
    for own, head in heads.items():
        inside = [line for line in kpis if home[line.node.id] == own]
        if inside:
            share = head.node.weight / total if total and judged else None
            yield Group(head, _in_order(inside), judged, share)
    alone = [line for line in kpis if not home[line.node.id]]
    if alone:
        yield Group(None, _in_order(alone), judged)


def _heads(lines: Sequence[Line]) -> dict[str, Line]:
    found = [line for line in lines if line.node.kind is NodeKind.PERSPECTIVE]
    if not found:
        goal = _goal(lines)
        top = None if goal is None else goal.node.id
        found = [line for line in lines if line.node.parent == top and line.cell is None]
    return {line.node.id: line for line in found}


def _in_order(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Reds, then other ★, then the rest by worry; each as the tree has them."""
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                line.status is not Status.RED,
                not line.node.star,
                WORRY.index(line.status),
            ),
        )
    )


def _stars_first(line: Line) -> bool:
    return not line.node.star


def _red(evaluation: Evaluation, line: Line) -> Red:
    said = comments_on(evaluation, line)
    return Red(line, said[0].text if said else headline(evaluation, line))


def _conventions(kpis: Sequence[Line]) -> Iterator[str]:
    for line in kpis:
        criterion = line.cell.criterion if line.cell else None
        if criterion is not None and criterion.toward is Direction.LOWER:
            yield criterion.convention
