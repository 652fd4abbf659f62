"""The foot of the definition: nothing moves while one types, and its buttons are always there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.logging import _QtMessageCapture
from pytestqt.qtbot import QtBot

from tests.ui.panels import Stage, defining, page_of, typed_over
from ui.look import Look


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The definition of OEE, shown in a window that has the keyboard."""
    with defining(Stage(tmp_path, look, "n-oee"), qtbot) as made:
        yield made


def field_in_view(stage: Stage, field: str) -> QWidget:
    """A field with the keyboard, scrolled into view and everything settled."""
    found = page_of(stage).form.rows[field].editors[field]
    assert isinstance(found, QWidget)
    found.setFocus()
    page_of(stage).sheet.ensureWidgetVisible(found, 0, 60)
    QTest.qWait(50)
    return found


def place(stage: Stage, widget: QWidget) -> QPoint:
    return widget.mapTo(stage.panel, QPoint(0, 0))


@pytest.mark.parametrize("language", ["zh_TW", "en"])
@pytest.mark.parametrize("field", ["owner", "target", "change", "notes"])
def test_the_field_one_types_in_does_not_move(
    stage: Stage, look: Look, field: str, language: str, qtbot: QtBot
) -> None:
    look.set_language(language)
    QTest.qWait(50)
    typed_in = field_in_view(stage, field)
    before = place(stage, typed_in)

    QTest.keyClicks(typed_in, "7")
    QTest.qWait(400)  # the trial comes a moment after the last key

    assert place(stage, typed_in) == before


@pytest.mark.parametrize("field", ["name_zh", "notes"])
def test_the_buttons_of_a_draft_are_in_view_wherever_one_types(stage: Stage, field: str) -> None:
    typed_in = field_in_view(stage, field)

    QTest.keyClicks(typed_in, "7")
    QTest.qWait(50)

    banner = page_of(stage).banner
    shown = (banner.make, banner.correct, banner.discard)
    assert [b.visibleRegion().boundingRect() for b in shown] == [b.rect() for b in shown]


def test_in_a_low_window_most_of_the_height_is_for_the_fields(stage: Stage) -> None:
    stage.panel.resize(416, 580)
    typed_in = field_in_view(stage, "owner")

    QTest.keyClicks(typed_in, "7")
    QTest.qWait(50)

    page = page_of(stage)
    assert page.sheet.height() > 0.75 * page.height()
    assert page.banner.make.visibleRegion().boundingRect() == page.banner.make.rect()


def test_the_form_keeps_its_height_when_a_draft_begins(stage: Stage) -> None:
    typed_in = field_in_view(stage, "owner")
    before = page_of(stage).sheet.height()

    QTest.keyClicks(typed_in, "7")
    QTest.qWait(50)

    assert page_of(stage).sheet.height() == before


def test_what_was_typed_is_kept_before_a_menu_opens_another_document(
    stage: Stage, qtbot: QtBot
) -> None:
    typed_over(field_in_view(stage, "table"), "OEE_LOG")
    menu = QMenu(stage.panel)
    menu.addAction("recent")

    menu.popup(stage.panel.mapToGlobal(QPoint(40, 40)))

    assert stage.workspace.draft("MFG-002") == {"table": "OEE_LOG", "over": "v1.2"}
    menu.close()


def test_what_was_typed_is_kept_when_the_keyboard_goes_elsewhere(stage: Stage) -> None:
    typed_over(field_in_view(stage, "table"), "OEE_LOG")

    stage.panel.tabs.setFocus(Qt.FocusReason.TabFocusReason)

    assert stage.workspace.draft("MFG-002") == {"table": "OEE_LOG", "over": "v1.2"}


@pytest.mark.parametrize("height", [420, 480, 540])
def test_the_foot_of_a_low_window_has_a_height(
    tmp_path: Path, look: Look, qtbot: QtBot, qtlog: _QtMessageCapture, height: int
) -> None:
    made = Stage(tmp_path, look, "n-oee")
    qtbot.addWidget(made.panel)
    made.panel.resize(416, height)
    made.panel.show()

    made.panel.show_tab("definition")
    QTest.qWait(100)

    assert not [each.message for each in qtlog.records if "Negative" in each.message]
    made.panel.hide()
    made.bridge.close()
