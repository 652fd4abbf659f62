"""A half-written definition is kept, whatever comes between."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scorecard.clock import SystemClock
from scorecard.workspace import Workspace
from tests.ui.panels import typed_over
from tests.ui.windows import room, sample_in, show, window
from ui.main_window import MainWindow
from ui.views.panel.definition_page import DefinitionPage
from ui.views.panel.detail_panel import DetailPanel

__all__ = ["window"]


def test_a_draft_is_kept_when_another_document_is_opened_at_once(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    show(window, qtbot)
    first = room(window).bridge.workspace.path
    room(window).selection.choose("n-oee")
    panel = window.findChild(DetailPanel)
    assert panel is not None
    panel.show_tab("definition")
    (tmp_path / "other").mkdir()
    other = sample_in(tmp_path / "other")

    page = panel.page("definition")
    assert isinstance(page, DefinitionPage)
    editor = page.form.rows["table"].editors["table"]
    assert isinstance(editor, QWidget)

    typed_over(editor, "OEE_LOG")
    window.documents.open_path(other)

    kept = Workspace.open(first, author="amy", clock=SystemClock(), read_only=True)
    assert kept.draft("MFG-002") == {"table": "OEE_LOG", "over": "v1.2"}
    kept.close()
