"""The newest value of a name that is offered while a formula is typed."""

from scorecard.figures.latest import latest_of_measure
from scorecard.vocabulary import Missing
from ui.look import Look
from ui.views.panel.subject import Subject
from ui.views.panel.wording import measure_shown, value_shown


def latest_said(subject: Subject, means: str, look: Look) -> str:
    """The value at the unit that is looked at, in the view, of `measure:ID` or `kpi:ID`; with its
    period where that is an earlier one, empty where there is none."""
    kind, _, own_id = means.partition(":")
    evaluation, board = subject.evaluation, subject.board
    if kind == "kpi" and own_id in board.versions:
        shown = value_shown(evaluation.cell(own_id, subject.org), look)
        return str(shown) if shown is not None else ""
    if own_id not in board.measures:
        return ""
    value, period = latest_of_measure(evaluation, own_id, subject.org)
    if isinstance(value, Missing) or period is None:
        return ""
    text = measure_shown(value, board.measures[own_id].unit, look, board.settings.rounding)
    newest = board.settings.calendar.containing(
        evaluation.view.last_day(board.settings.calendar), period.kind
    )
    return text if period == newest else f"{text} ({period.code})"
