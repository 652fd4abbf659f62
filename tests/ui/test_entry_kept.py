"""A text that means no single value waits in its cell, also over a restart of the program."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.recorder import GOOD, OCTOBER, STARTED, Recorder, recorder
from tests.ui.windows import NAME, room, show, window_in
from ui.main_window import MainWindow
from ui.views.entry.sheet_model import Column

__all__ = ["recorder"]


def left(recorder: Recorder) -> None:
    recorder.window.close()


def again(folder: Path, qtbot: QtBot) -> MainWindow:
    """The window on the same document, come back to at the sheet."""
    window = window_in(folder)
    window.documents.open_path(folder / NAME)
    show(window, qtbot)
    window.actions_of["page.entry"].trigger()
    return window


def test_an_ambiguous_text_is_there_again_with_its_sentence(
    recorder: Recorder, tmp_path: Path, qtbot: QtBot
) -> None:
    recorder.go_to(GOOD)
    recorder.type("1,5")
    recorder.press(Qt.Key.Key_Return)
    said = recorder.shown(GOOD, Column.CHECK)
    assert "1,5" in said
    left(recorder)

    window = again(tmp_path, qtbot)
    come = Recorder(window)

    assert come.shown(GOOD) == "1,5"
    assert come.shown(GOOD, Column.CHECK) == said
    assert come.value(GOOD) == 335231
    window.close()


def test_a_refused_text_is_there_again_with_what_was_wrong(
    recorder: Recorder, tmp_path: Path, qtbot: QtBot
) -> None:
    recorder.go_to(GOOD)
    recorder.type("12abc")
    recorder.press(Qt.Key.Key_Return)
    said = recorder.shown(GOOD, Column.CHECK)
    left(recorder)

    window = again(tmp_path, qtbot)

    assert Recorder(window).shown(GOOD) == "12abc"
    assert Recorder(window).shown(GOOD, Column.CHECK) == said
    window.close()


def test_what_was_dealt_with_waits_no_more(
    recorder: Recorder, tmp_path: Path, qtbot: QtBot
) -> None:
    for place in (GOOD, STARTED):
        recorder.go_to(place)
        recorder.type("1,5")
        recorder.press(Qt.Key.Key_Return)
    recorder.go_to(GOOD)
    recorder.press(Qt.Key.Key_Escape)
    recorder.go_to(STARTED)
    recorder.type("344200")
    recorder.press(Qt.Key.Key_Return)
    left(recorder)

    window = again(tmp_path, qtbot)

    assert room(window).bridge.workspace.draft("") is None
    assert Recorder(window).shown(GOOD) == "335,231"
    window.close()


def test_what_is_typed_when_the_window_closes_is_not_lost(
    recorder: Recorder, tmp_path: Path, qtbot: QtBot
) -> None:
    recorder.go_to(GOOD)
    recorder.type("335300")
    left(recorder)

    window = again(tmp_path, qtbot)

    assert Recorder(window).value(GOOD, OCTOBER) == 335300
    window.close()
