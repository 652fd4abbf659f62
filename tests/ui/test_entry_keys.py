"""Keys that lead far in the entry sheet."""

from PySide6.QtCore import Qt

from tests.ui.recorder import CTRL, STARTED, Recorder, recorder

__all__ = ["recorder"]


def test_ctrl_home_leads_to_the_first_row_and_ctrl_end_to_the_last(recorder: Recorder) -> None:
    rows = recorder.page.desk.rows_shown()
    recorder.go_to(STARTED)

    recorder.press((Qt.Key.Key_Home, CTRL))
    assert recorder.place == rows[0].place

    recorder.press((Qt.Key.Key_End, CTRL))
    assert recorder.place == rows[-1].place


def test_what_is_typed_after_ctrl_home_stands_in_the_first_row(recorder: Recorder) -> None:
    first = recorder.page.desk.rows_shown()[0].place
    recorder.go_to(STARTED)

    recorder.press((Qt.Key.Key_Home, CTRL))
    recorder.type("4321")
    recorder.press(Qt.Key.Key_Return)

    assert recorder.value(first) == 4321
