"""A document of an older version in the window: what was done is said, with the way back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.old_files.documents import NAMES, old
from tests.ui.windows import room, show, surroundings, window_in
from ui.app import fill
from ui.dialogs.backups import Backups
from ui.first_sight import FirstSight
from ui.look import Look, Theme
from ui.main_window import MainWindow
from ui.preferences import Preferences, write_preferences
from ui.widgets.button import Button

SENTENCES = {
    "zh_TW": "這份 0.1.0 版的計分卡已轉換成新格式；轉換前的檔案是第 1 份備份。",
    "en": "This scorecard of version 0.1.0 has been brought to the new form; "
    "as it was, it is kept as backup 1.",
}


def texts(window: MainWindow) -> list[str]:
    """What the banners say."""
    return [label.text() for label in room(window).notices.findChildren(QLabel)]


def opened(folder: Path, qtbot: QtBot, language: str, path: Path) -> MainWindow:
    window = window_in(folder, language)
    qtbot.addWidget(window)
    assert window.documents.open_path(path)
    return window


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("name", [NAMES[0], NAMES[-1]])
def test_it_says_in_one_sentence_that_it_was_brought_to_the_new_form(
    tmp_path: Path, qtbot: QtBot, language: str, name: str
) -> None:
    window = opened(tmp_path, qtbot, language, old(tmp_path, name))

    assert room(window).notices.subjects == ("older",)
    assert SENTENCES[language] in texts(window)


def test_the_next_time_nothing_is_said(tmp_path: Path, qtbot: QtBot) -> None:
    path = old(tmp_path, NAMES[1])
    opened(tmp_path, qtbot, "en", path).close()

    window = opened(tmp_path, qtbot, "en", path)

    assert room(window).notices.subjects == ()


def test_from_there_one_comes_to_the_backup(tmp_path: Path, qtbot: QtBot) -> None:
    window = opened(tmp_path, qtbot, "en", old(tmp_path, NAMES[1]))
    show(window, qtbot)

    button = room(window).notices.findChildren(Button)[0]
    assert button.accessibleName() == "Backups…"
    button.click()

    dialog = window.findChild(Backups)
    assert isinstance(dialog, Backups)
    qtbot.waitUntil(lambda: not dialog._reading.is_running)
    records = dialog.list.records
    assert [records.text(row, 0) for row in records.rows] == ["1"]


def test_one_that_can_only_be_read_is_shown_and_stays_as_it_is(
    tmp_path: Path, qtbot: QtBot
) -> None:
    path = old(tmp_path, NAMES[2])
    path.chmod(0o400)
    before = path.read_bytes()

    window = opened(tmp_path, qtbot, "en", path)

    assert room(window).notices.subjects == ("older", "read_only")
    shown = "is shown in the new form; the file itself stays as it is."
    assert any(text.endswith(shown) for text in texts(window))
    window.close()
    assert path.read_bytes() == before


def test_the_picture_for_the_next_start_does_not_say_it_again(
    qtbot: QtBot, look: Look, tmp_path: Path
) -> None:
    around = surroundings(tmp_path)
    write_preferences(around.settings, Preferences(language=look.language, theme=Theme.LIGHT))
    pictures = []
    path = old(tmp_path, NAMES[3])
    for _ in range(2):
        window = MainWindow(None, around, sight=FirstSight(around))
        fill(window, around, path)
        show(window, qtbot, 1280, 700)
        _close(window)
        found = FirstSight(around).found(None)
        assert found is not None
        pictures.append(found.image)

    assert pictures[0] == pictures[1]


def _close(window: QWidget) -> None:
    window.close()
    window.deleteLater()
