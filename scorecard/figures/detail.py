"""The page of one KPI as plain data: its course, its numbers, its meaning, what was said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scorecard.evaluation import Cell, Evaluation, Line, View
from scorecard.figures import Band, Parts, Trend
from scorecard.figures.by_weeks import by_weeks
from scorecard.figures.parts import parts
from scorecard.figures.report import comments_on
from scorecard.figures.trend import bands, history, trend
from scorecard.figures.why import why
from scorecard.formula import FormulaError
from scorecard.model.records import Comment, Measure
from scorecard.text import Said
from scorecard.vocabulary import Direction, Missing, Value, Words

#: How many of its own periods the page shows.
PERIODS = 13
MOST_INPUTS = 4


@dataclass(frozen=True, slots=True)
class Fed:
    """A measure that feeds the KPI, with its value in each period of the page."""

    measure: Measure
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """What the page of a KPI line says.

    `path` are the names of the lines above it. `cells` are its own periods, oldest first, the
    last of them in the view; `fed` and the points of `trend` run along with them. `bands` are
    those of the view, which may be longer than a period. `unfed` counts the measures beyond
    `MOST_INPUTS`.
    """

    line: Line
    cell: Cell
    path: tuple[Words, ...]
    why: tuple[Said, ...]
    bands: tuple[Band, ...]
    trend: Trend
    cells: tuple[Cell, ...]
    fed: tuple[Fed, ...]
    unfed: int
    comments: tuple[Comment, ...]
    parts: Parts | None = None


def detail(evaluation: Evaluation, line: Line) -> Detail:
    """The page of a KPI line of the evaluation.

    Raises ValueError for a line without a value of its own.
    """
    kpi, org, cell = line.node.kpi, line.node.org, line.cell
    if kpi is None or org is None or cell is None:
        raise ValueError(line.node.id)
    cells = history(evaluation, kpi, org, PERIODS)
    fed = tuple(_fed(evaluation, line, cells))
    return Detail(
        line=line,
        cell=cell,
        path=tuple(_path(evaluation, line)),
        why=(*why(evaluation, line), *by_weeks(evaluation, line)),
        bands=bands(cell.criterion),
        trend=_limited(trend(evaluation, kpi, org, PERIODS), cell),
        cells=cells,
        fed=fed[:MOST_INPUTS],
        unfed=max(len(fed) - MOST_INPUTS, 0),
        comments=comments_on(evaluation, line),
        parts=parts(evaluation, line),
    )


def _limited(course: Trend, cell: Cell) -> Trend:
    """Yes and no have no process limits that could be read."""
    is_yes = cell.version.direction is Direction.YES
    return replace(course, limits=()) if is_yes else course


def _path(evaluation: Evaluation, line: Line) -> tuple[Words, ...]:
    """The names above a line, from the top, without the goal of the whole tree."""
    names: list[Words] = []
    parent = line.node.parent
    while parent is not None:
        above = evaluation.line(parent)
        parent = above.node.parent
        if parent is not None:
            names.append(above.name)
    return tuple(reversed(names))


def _fed(evaluation: Evaluation, line: Line, cells: tuple[Cell, ...]) -> Iterator[Fed]:
    """The measures of the newest definition, where it is more than one measure by itself."""
    kpi, org = line.node.kpi or "", line.node.org or ""
    found = [evaluation.valuation.situation(kpi, org, View(cell.period)) for cell in cells]
    newest = found[-1]
    if isinstance(newest, FormulaError):
        return
    for name, measure in newest.meaning.measures.items():
        values = tuple(
            Missing("no_data")
            if isinstance(at, FormulaError) or name not in at.meaning.measures
            else at.scope.told(name)
            for at in found
        )
        yield Fed(measure, values)
