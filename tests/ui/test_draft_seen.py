"""A draft is seen from everywhere in the panel, and nobody begins one without meaning to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.panels import Stage, defining, page_of, typed_over
from tests.ui.windows import room, window
from ui.look import Look
from ui.main_window import MainWindow
from ui.status_line import StatusLine
from ui.views.panel.definition_page import DefinitionPage
from ui.views.panel.detail_panel import DetailPanel
from ui.widgets.tabs import INSET

__all__ = ["window"]

DEFINITION = 2


@pytest.fixture
def stage(tmp_path: Path, look: Look, qtbot: QtBot) -> Iterator[Stage]:
    """The definition of OEE, v1.2, shown in a window that has the keyboard."""
    with defining(Stage(tmp_path, look, "n-oee"), qtbot) as made:
        yield made


def editor(stage: Stage, field: str) -> QWidget:
    found = page_of(stage).form.rows[field].editors[field]
    assert isinstance(found, QWidget)
    return found


def test_the_version_says_that_there_is_a_draft_whichever_tab_is_open(
    stage: Stage, qtbot: QtBot
) -> None:
    typed_over(editor(stage, "table"), "OEE_LOG")

    stage.panel.show_tab("overview")

    tag = stage.panel.head.version
    qtbot.waitUntil(lambda: tag.text() == "v1.2・草稿")
    assert tag.accessibleName() == "v1.2・草稿"
    assert tag.toolTip() == "v1.2 有一份草稿：改了 1 欄，尚未生效。"


def test_the_tab_of_the_definition_says_it_too(stage: Stage, qtbot: QtBot) -> None:
    typed_over(editor(stage, "table"), "OEE_LOG")

    tabs = stage.panel.tabs
    qtbot.waitUntil(lambda: "草稿" in tabs.tabText(DEFINITION))
    assert tabs.tabToolTip(DEFINITION) == "v1.2 有一份草稿：改了 1 欄，尚未生效。"


def test_a_draft_of_yesterday_is_seen_before_the_definition_is_opened(
    tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    made = Stage(tmp_path, look, "n-oee")
    qtbot.addWidget(made.panel)
    made.workspace.keep_draft("MFG-002", {"table": "OEE_LOG"})

    made.panel.refresh()

    assert made.panel.head.version.text() == "v1.2・草稿"
    made.bridge.close()


def test_no_draft_is_left_to_be_seen_once_it_became_a_version(stage: Stage, qtbot: QtBot) -> None:
    typed_over(editor(stage, "table"), "OEE_LOG")
    page_of(stage).keep()
    typed_over(editor(stage, "change"), "other source")

    page_of(stage).make_version()

    qtbot.waitUntil(lambda: stage.panel.head.version.text() == "v1.2")
    assert "草稿" not in stage.panel.tabs.tabText(DEFINITION)


def test_after_ctrl_enter_one_goes_on_in_the_form(stage: Stage, qtbot: QtBot) -> None:
    """The banner and the mark of the draft are gone, the keyboard is where it was."""
    typed_over(editor(stage, "table"), "OEE_LOG")
    typed_over(editor(stage, "change"), "other source")
    QTest.keyClick(editor(stage, "change"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(editor(stage, "change").hasFocus)
    assert not page_of(stage).banner.isVisible()
    qtbot.waitUntil(lambda: stage.panel.head.version.text() == "v1.2")
    assert stage.panel.current == "definition"


def test_the_ring_of_the_keyboard_goes_round_the_words_of_a_tab(stage: Stage, look: Look) -> None:
    tabs = stage.panel.tabs
    tabs.setFocus(Qt.FocusReason.TabFocusReason)

    picture = tabs.grab().toImage()

    left = tabs.tabRect(DEFINITION).left()
    middle, accent = picture.height() // 2, look.palette.accent
    ring = [at for at in range(picture.width()) if picture.pixelColor(at, middle) == accent]
    assert ring
    assert min(ring) < left + INSET - 2


def _told(foot: StatusLine) -> list[str]:
    return [label.text() for label in foot.findChildren(QLabel) if label.isVisible()]


def test_the_foot_of_the_window_says_which_draft_is_there(window: MainWindow, qtbot: QtBot) -> None:
    room(window).selection.choose("n-oee")
    panel = window.findChild(DetailPanel)
    assert panel is not None
    panel.show_tab("definition")
    page = panel.page("definition")
    assert isinstance(page, DefinitionPage)
    field = page.form.rows["table"].editors["table"]
    assert isinstance(field, QWidget)

    typed_over(field, "OEE_LOG")

    foot = window.findChild(StatusLine)
    assert foot is not None
    qtbot.waitUntil(lambda: "v1.2 草稿・變更 1 欄" in _told(foot))
    room(window).selection.choose("n-margin")
    qtbot.waitUntil(lambda: "v1.2 草稿・變更 1 欄" not in _told(foot))


def test_a_field_that_gets_the_keyboard_comes_into_view(stage: Stage, qtbot: QtBot) -> None:
    field = editor(stage, "notes")
    page_of(stage).sheet.verticalScrollBar().setValue(0)

    field.setFocus(Qt.FocusReason.OtherFocusReason)

    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())
