"""Every kind of finding leads to where it is mended, and goes when it is."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scorecard.board import Board
from scorecard.commands.line import StarLines
from scorecard.commands.measure import AddMeasure
from scorecard.commands.review import ReviewKpis
from scorecard.governance.finding import Concern, Finding
from scorecard.model.edits import Change, Edit
from scorecard.model.records import Measure, Review
from scorecard.text import Said
from scorecard.vocabulary import NO_WORDS, ReviewOutcome, Words
from scorecard.workspace import Command
from tests.ui.test_governance import board, done, enter, governance, without
from tests.ui.windows import room, window
from ui.dialogs.measure_form import MeasureForm
from ui.main_window import MainWindow
from ui.views.governance.page import GovernancePage
from ui.views.panel.definition_page import DefinitionPage
from ui.views.panel.trend_page import TrendPage

__all__ = ["window"]


def _taken(records: Callable[[Board], Sequence[object]]) -> Command:
    """Takes records away."""

    def command(there: Board) -> Change:
        edits = tuple(Edit(each, None) for each in records(there))  # type: ignore[arg-type]  # records
        return Change(Said("command.remove_comment"), edits)

    return command


def _named_as(other: str, kpi: str) -> Command:
    return lambda there: without(kpi, name=there.latest(other).name)(there)


def _computed_as(other: str, kpi: str) -> Command:
    return lambda there: without(kpi, formula=there.latest(other).formula)(there)


def _stars(there: Board) -> Change:
    lines = [node.id for node in there.nodes.values() if (node.kpi or "").startswith("PPC-")]
    return StarLines(tuple(lines), True)(there)


def _without_sources(there: Board) -> Change:
    """A KPI without a source whose measures have none either."""
    change = without("QAD-004", source=NO_WORDS)(there)
    measures = (Edit(each, replace(each, source=NO_WORDS)) for each in there.measures.values())
    return replace(change, edits=(*change.edits, *measures))


#: What brings each kind about in the sample; nothing where it has some.
BROUGHT: dict[Concern, Command | None] = {
    Concern.RED_UNANSWERED: _taken(lambda there: tuple(there.comments.values())),
    Concern.TWO_FORMULAS: _named_as("QAD-004", "MFG-201"),
    Concern.SAME_FORMULA: _computed_as("MFG-003", "MFG-201"),
    Concern.NO_OWNER: without("QAD-004", owner=NO_WORDS),
    Concern.NO_TARGET: _taken(lambda there: there.targets["QAD-004", "co"]),
    Concern.NO_SOURCE: _without_sources,
    Concern.MISSING: without("QAD-004", definition=NO_WORDS),
    Concern.SMART: None,
    Concern.NOT_REVIEWED: None,
    Concern.TO_RETIRE: ReviewKpis([Review("QAD-004", "2026-11-09", ReviewOutcome.RETIRE, "amy")]),
    Concern.MANY_STARS: _stars,
    Concern.UNUSED_MEASURE: AddMeasure(Measure("spare", Words("備用", "Spare"))),
}


def found(page: GovernancePage, concern: Concern) -> Finding:
    """The first finding of a kind, chosen."""
    page.concerns.choose(concern.value)
    page.table.choose_rows([0])
    page.table.setFocus()
    return page.table.findings.rows[0]


def has_keyboard(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))


def arrived(window: MainWindow, finding: Finding) -> bool:
    """Whether the keyboard is where a finding is mended."""
    form = next((each for each in window.findChildren(MeasureForm) if each.isVisible()), None)
    if finding.measure:
        return form is not None
    if board(window).nodes[room(window).selection.node or ""].kpi != (
        finding.kpi or board(window).nodes[finding.node].kpi
    ):
        return False
    panel = room(window).panel
    page = panel.page(panel.current) if panel is not None else None
    if finding.concern is Concern.RED_UNANSWERED:
        return isinstance(page, TrendPage) and has_keyboard(page.comment)
    if finding.concern is Concern.MANY_STARS:
        return room(window).page.filters.filter.starred
    return isinstance(page, DefinitionPage) and has_keyboard(page.form.rows[finding.field])


@pytest.mark.parametrize("concern", list(Concern), ids=[each.value for each in Concern])
def test_enter_leads_to_where_it_is_mended(
    window: MainWindow, qtbot: QtBot, concern: Concern
) -> None:
    command = BROUGHT[concern]
    if command is not None:
        room(window).bridge.run(command)
    page = governance(window, qtbot)
    done(page, qtbot)
    finding = found(page, concern)
    assert finding.concern is concern

    enter(page)

    qtbot.waitUntil(lambda: arrived(window, finding))
    for form in window.findChildren(MeasureForm):
        form.reject()


@pytest.mark.parametrize(
    "concern", [each for each, command in BROUGHT.items() if command is not None]
)
def test_a_finding_goes_when_what_brought_it_is_undone(
    window: MainWindow, qtbot: QtBot, concern: Concern
) -> None:
    before = governance(window, qtbot)
    was = [row for row in before.table.findings.rows if row.concern is concern]
    command = BROUGHT[concern]
    assert command is not None
    room(window).bridge.run(command)
    done(before, qtbot)
    more = [row for row in before.table.findings.rows if row.concern is concern]

    room(window).bridge.undo()

    done(before, qtbot)
    assert len(more) > len(was)
    assert [row for row in before.table.findings.rows if row.concern is concern] == was
