"""The chart of the current row: the KPI that shows its measure, or the measure as entered."""

from scorecard.entering.places import shown_as
from scorecard.entering.sheet import Row
from scorecard.evaluation import Cell, Evaluation
from scorecard.figures.measure_course import measure_course
from scorecard.figures.trend import trend
from scorecard.model.records import KpiVersion
from scorecard.narrow import tick_of
from scorecard.period import Period
from scorecard.shown import number_of
from scorecard.vocabulary import NO_WORDS
from ui.charts.figure import Figure
from ui.look import Look

MONTHS = 12


def figure_of(
    evaluation: Evaluation, row: Row, period: Period, nodes: tuple[str, ...], look: Look
) -> Figure:
    """The last twelve periods of a row up to its own `period`; `nodes` are the lines that read it
    and may show it as it is."""
    node = shown_as(evaluation.board, row.place, nodes)
    if node is not None:
        return _of_kpi(evaluation, node, look)
    return _of_measure(evaluation, row, period, look)


def _of_measure(evaluation: Evaluation, row: Row, period: Period, look: Look) -> Figure:
    name = row.measure.name.show(look.language) or row.measure.id
    cell = Cell(0.0, KpiVersion("", "", "", NO_WORDS, unit=row.measure.unit), period)
    return Figure(
        name=name,
        trend=measure_course(evaluation.board, row.place, period, MONTHS),
        number=lambda value: str(number_of(value, cell, look.language)),
        tick=lambda value: tick_of(value, cell, look.language),
        who=lambda _period: "",
        selected=period,
    )


def _of_kpi(evaluation: Evaluation, node: str, look: Look) -> Figure:
    line = evaluation.line(node)
    kpi, org = line.node.kpi or "", line.node.org or ""
    cell = evaluation.cell(kpi, org)
    return Figure(
        name=look.tell(line.name),
        trend=trend(evaluation, kpi, org, MONTHS),
        number=lambda value: str(number_of(value, cell, look.language)),
        tick=lambda value: tick_of(value, cell, look.language),
        who=lambda _period: "",
        selected=cell.period,
    )
