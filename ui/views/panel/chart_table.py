"""The numbers of a chart as a table that a spreadsheet takes."""

from scorecard.figures import Point
from ui.charts.figure import Figure
from ui.look import Look
from ui.tree.clipboard import cell_text, number_text


def chart_table(figure: Figure, look: Look) -> str:
    """Tab-separated lines, oldest period first: period, value, target, status, what was said.

    A range has the lower end of its target and the upper one in a column each.
    """
    points, unit = figure.trend.points, figure.trend.unit
    ranged = any(point.low is not None for point in points)
    head = [
        look.say("panel.entries.period"),
        figure.name,
        look.say("window.column.target"),
        *([""] if ranged else []),
        look.say("window.column.status"),
        look.say("panel.entries.note"),
    ]
    rows = [_row(point, unit, look, ranged=ranged) for point in points]
    return "\n".join("\t".join(row) for row in [list(map(cell_text, head)), *rows])


def _row(point: Point, unit: str, look: Look, *, ranged: bool) -> list[str]:
    aims = (point.low, point.high) if ranged else (point.target,)
    said = look.tell(point.comment) if point.comment is not None else ""
    return [
        point.period.code,
        number_text(point.value, unit),
        *("" if aim is None else number_text(aim, unit) for aim in aims),
        look.say(f"look.status.{point.status}"),
        cell_text(said),
    ]
