"""What the rows of the sheet are grouped by, chosen by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from scorecard.entering.sheet import Group
from tests.ui.recorder import Recorder, recorder
from ui.views.entry.sheet_model import Column
from ui.widgets.button import Button

__all__ = ["recorder"]


def titles(recorder: Recorder) -> list[str]:
    """The headings of the groups, without their counts."""
    model, lines = recorder.page.model, enumerate(recorder.page.desk.lines)
    heads = [at for at, line in lines if isinstance(line, Group)]
    return [str(model.index(at, Column.NAME).data()).rsplit(" ", 3)[0].strip() for at in heads]


def group_by(recorder: Recorder, choice: int) -> None:
    """Choose by Space at the button, then keys in its menu."""
    named = (each for each in recorder.page.bar.findChildren(Button) if "分組" in each.words)
    button = next(named)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range(choice + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_the_rows_are_grouped_by_source_department_or_owner(recorder: Recorder) -> None:
    rows = {row.place for row in recorder.page.desk.rows}
    here = recorder.place

    group_by(recorder, 1)
    departments = titles(recorder)
    group_by(recorder, 2)
    people = titles(recorder)
    group_by(recorder, 0)

    assert departments[0] == "全公司"
    assert "北區" in departments
    assert "林國棟" in people or "王立群" in people
    assert any(title.startswith("ERP") for title in titles(recorder))
    assert {row.place for row in recorder.page.desk.rows} == rows
    assert recorder.place == here
