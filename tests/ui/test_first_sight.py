"""The picture that a start shows first: only where it is true, and gone without a trace."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scorecard.board import Board
from scorecard.commands.entry import ClearEntry
from scorecard.evaluation import View, of
from scorecard.period import Period
from scorecard.workspace import Workspace
from tests.ui.windows import NAME, ON_TIME, TODAY, room, sample_in, show, surroundings
from ui.app import fill, show_first
from ui.first_sight import Entered, FirstSight
from ui.look import Look, Theme
from ui.main_window import MainWindow
from ui.opening import open_document, same_until
from ui.picture import Picture
from ui.preferences import Preferences, write_preferences
from ui.selection import Reach
from ui.status_line import StatusLine
from ui.surroundings import Surroundings
from ui.widgets.label import Label

Deed = Callable[[Path], object]


@pytest.fixture
def left(qtbot: QtBot, look: Look, tmp_path: Path) -> Path:
    """A folder in which the sample was looked at and closed; the application is dressed as the
    system is, so that each start finds the same."""
    around = surroundings(tmp_path)
    write_preferences(around.settings, Preferences(language=look.language, theme=Theme.LIGHT))
    window = MainWindow(None, around, sight=FirstSight(around))
    fill(window, around, sample_in(tmp_path))
    show(window, qtbot, 1280, 700)
    qtbot.waitUntil(lambda: _foot(window) != "")
    window.close()
    window.deleteLater()
    assert _is_found(around)
    return tmp_path


def _is_found(around: Surroundings, file: Path | None = None) -> bool:
    return FirstSight(around).found(file) is not None


def _started(folder: Path) -> MainWindow:
    """The window just before its first paint."""
    around = surroundings(folder)
    window = MainWindow(None, around, sight=FirstSight(around))
    assert show_first(window, around, None)
    return window


def _picture(window: MainWindow) -> Picture:
    picture = window.centralWidget()
    assert isinstance(picture, Picture)
    return picture


def test_the_next_start_finds_its_picture(left: Path) -> None:
    found = FirstSight(surroundings(left)).found(None)

    assert found is not None
    assert found.title.startswith(NAME)


def test_the_picture_is_what_the_living_window_then_shows(left: Path, qtbot: QtBot) -> None:
    window = _started(left)
    picture = window.grab().toImage()

    qtbot.waitUntil(lambda: not window.is_bare)
    tree = room(window).page.tree
    place = tree.rect().translated(tree.mapTo(window, tree.rect().topLeft()))

    assert window.grab(place).toImage() == picture.copy(place)
    window.close()


def _change_a_byte(folder: Path) -> None:
    content = bytearray((folder / NAME).read_bytes())
    content[-1] ^= 1
    (folder / NAME).write_bytes(content)


def _cut(folder: Path) -> None:
    with (folder / NAME).open("rb+") as file:
        file.truncate(4096)


def _change_the_document(folder: Path) -> None:
    around = surroundings(folder)
    workspace = Workspace.open(folder / NAME, author="bo", clock=around.clock)
    workspace.run(ON_TIME)
    workspace.close()


def _change_the_picture(folder: Path) -> None:
    place = surroundings(folder).sight
    content = bytearray(place.read_bytes())
    content[-1] ^= 1
    place.write_bytes(content)


def _cut_the_picture(folder: Path) -> None:
    place = surroundings(folder).sight
    place.write_bytes(place.read_bytes()[:-1000])


@pytest.mark.parametrize(
    "deed",
    [
        pytest.param(_change_a_byte, id="one byte of the document"),
        pytest.param(_cut, id="a damaged document"),
        pytest.param(_change_the_document, id="an entry"),
        pytest.param(lambda folder: (folder / NAME).unlink(), id="no document"),
        pytest.param(lambda folder: (folder / NAME).touch(), id="another time of change"),
        pytest.param(lambda folder: (folder / NAME).chmod(0o400), id="read-only"),
        pytest.param(
            lambda folder: (folder / f"{NAME}.lock").write_text("{}"), id="opened elsewhere"
        ),
        pytest.param(lambda folder: (folder / f"{NAME}-journal").write_text("x"), id="a journal"),
        pytest.param(lambda folder: surroundings(folder).running.write_text("x"), id="a crash"),
        pytest.param(
            lambda folder: write_preferences(surroundings(folder).settings, Preferences()),
            id="other preferences",
        ),
        pytest.param(lambda folder: surroundings(folder).geometry.unlink(), id="another size"),
        pytest.param(_change_the_picture, id="one byte of the picture"),
        pytest.param(_cut_the_picture, id="half a picture"),
    ],
)
def test_no_picture_is_shown_after(deed: Deed, left: Path) -> None:
    deed(left)

    assert not _is_found(surroundings(left))


def _on(around: Surroundings, day: date) -> Surroundings:
    return around._replace(today=lambda: day)


@pytest.mark.parametrize("days", [-1, 1])
def test_no_picture_is_shown_before_its_day_or_after_october_was_due(days: int, left: Path) -> None:
    assert not _is_found(_on(surroundings(left), TODAY + timedelta(days)))


def test_a_picture_is_shown_on_later_days_until_one_that_changes_something(
    qtbot: QtBot, look: Look, tmp_path: Path
) -> None:
    around = _on(surroundings(tmp_path), date(2026, 11, 12))
    write_preferences(around.settings, Preferences(language=look.language, theme=Theme.LIGHT))
    window = MainWindow(None, around, sight=FirstSight(around))
    fill(window, around, sample_in(tmp_path))
    show(window, qtbot, 1280, 700)
    window.close()

    assert _is_found(_on(around, date(2026, 11, 13)))
    assert _is_found(_on(around, date(2026, 11, 30)))
    assert not _is_found(_on(around, date(2026, 12, 1)))


def test_all_lines_are_alike_on_the_days_of_a_picture_and_not_beyond(tmp_path: Path) -> None:
    workspace = open_document(sample_in(tmp_path), surroundings(tmp_path))
    board, day = workspace.board, date(2026, 12, 11)
    view = View(Period.parse("2026-11"))

    until = same_until(board, day)

    eve = day - timedelta(days=1)
    said = {each: _said(board, view, each) for each in (eve, day, until)}
    workspace.close()
    assert until == date(2026, 12, 31)
    assert said[day] == said[until]
    assert said[day] != said[eve]


def _said(board: Board, view: View, day: date) -> list[tuple[object, ...]]:
    return [
        (line.node, line.status, line.score, line.stale, line.coverage)
        for line in of(board, view, day).lines()
    ]


def test_no_picture_is_shown_for_another_document(left: Path) -> None:
    assert _is_found(surroundings(left), left / NAME)
    assert not _is_found(surroundings(left), left / "another.scorecard")


def test_no_picture_is_shown_in_another_language(
    left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    assert not _is_found(surroundings(left))


def test_a_picture_of_another_size_is_not_stretched(left: Path, qapp: object) -> None:
    around = surroundings(left)
    window = MainWindow(None, around, sight=FirstSight(around))
    window.resize(1300, 720)

    assert not show_first(window, around, None)
    assert not window.isVisible()


def test_a_key_pressed_at_the_picture_is_not_lost(left: Path, qtbot: QtBot) -> None:
    window = _started(left)

    QTest.keyClick(_picture(window), Qt.Key.Key_S)
    qtbot.waitUntil(lambda: not window.is_bare and window.actions_of["undo"].isEnabled())
    window.close()


def test_a_shortcut_pressed_at_the_picture_is_not_lost(left: Path, qtbot: QtBot) -> None:
    window = _started(left)

    QTest.keyClick(_picture(window), Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not window.is_bare)

    assert room(window).selection.reach is Reach.QUARTER
    window.close()


def test_only_its_owner_can_read_the_picture(left: Path) -> None:
    assert surroundings(left).sight.stat().st_mode & 0o077 == 0


def test_a_start_with_a_picture_says_at_once_what_is_entered_and_counts_after_a_change(
    left: Path, qtbot: QtBot
) -> None:
    """What the foot said needs no counting where nothing changed since."""
    first = FirstSight(surroundings(left)).found(None)
    assert first is not None
    window = _started(left)
    qtbot.waitUntil(lambda: not isinstance(window.centralWidget(), Picture))
    said = _foot(window)
    qtbot.wait(600)

    assert first.entered == Entered(54, 56, 0)
    assert said == _foot(window) == "已輸入 54 / 56"
    assert not room(window).bridge.knows_to_enter
    room(window).bridge.run(ClearEntry("good_units", "co", "2026-10"))
    qtbot.waitUntil(lambda: _foot(window) == "已輸入 53 / 56")
    window.close()


def _foot(window: MainWindow) -> str:
    line = window.findChild(StatusLine)
    assert line is not None
    said = (each for each in line.findChildren(Label) if each.isVisible())
    return next((each.text() for each in said if each.text().startswith("已輸入")), "")
