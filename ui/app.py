"""The start of the window: from the command line to the painted scorecard."""

import contextlib
import gc
import os
import sys
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ui.first_sight import Entered, FirstSight
from ui.main_window import MainWindow
from ui.picture import Picture, fits
from ui.plain_imports import use_plain_imports
from ui.surroundings import Surroundings, of_this_computer

if TYPE_CHECKING:
    from ui.preferences import Preferences

NAME = "scorecard"
#: Fusion looks the same everywhere. Asked for here and not by `QApplication.setStyle`, whose answer
#: would make PySide6 build the 566 names of `QStyle` in Python at every start.
ARGUMENTS = (NAME, "-style", "Fusion")


def main(argv: list[str] | None = None, *, today: date | None = None) -> int:
    """Show the window for `argv` ([FILE]) and run until it is closed; the exit code.

    `today` stands for the date of the computer. Without a display: 2, and nothing is shown.
    """
    if not has_display():
        from scorecard.text import sentences

        print(sentences()["window.no_display"].show(_system_language()), file=sys.stderr)
        return 2
    file, day = _arguments(list(argv or []))
    application = QApplication(list(ARGUMENTS))
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    around = of_this_computer(today or day)
    sight = FirstSight(around)
    window = MainWindow(None, around, sight=sight)
    if not show_first(window, around, file):
        fill(window, around, file)
        window.show()
    return application.exec()


def _arguments(argv: list[str]) -> tuple[Path | None, date | None]:
    """FILE and the day of `--today`; a day that cannot be read counts as none."""
    day, rest = None, list(argv)
    if "--today" in rest:
        place = rest.index("--today")
        with contextlib.suppress(ValueError, IndexError):
            day = date.fromisoformat(rest[place + 1])
        del rest[place : place + 2]
    return (Path(rest[0]) if rest else None), day


def has_display() -> bool:
    """Whether there is a screen to show a window on."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def start(around: Surroundings, file: Path | None) -> MainWindow:
    """The window with `file`, or the last document, or at the first start the sample."""
    window = MainWindow(None, around)
    fill(window, around, file)
    return window


def show_first(window: MainWindow, around: Surroundings, file: Path | None) -> bool:
    """Show `window` with the picture of its sight, to be filled right after its first paint.

    False, and nothing shown, where there is no picture that fits and is true now.
    """
    found = window.sight.found(file) if window.sight is not None else None
    if found is None or not fits(found.image, window):
        return False
    picture = Picture(found.image)
    window.setWindowTitle(found.title)
    window.setCentralWidget(picture)
    picture.setFocus()
    picture.painted.connect(lambda: _replace(window, picture, around, file, found.entered))
    window.show()
    return True


def _replace(
    window: MainWindow,
    picture: Picture,
    around: Surroundings,
    file: Path | None,
    entered: Entered | None,
) -> None:
    """Put the living widgets in the place of their picture, seen only when they are complete."""
    typed = picture.typed
    window.setUpdatesEnabled(False)
    try:
        fill(window, around, file)
        if window.room is not None:
            window.room.page.draw_sparks()
            window.inside.know_entered(entered)
        QCoreApplication.sendPostedEvents()  # what was put in is shown and laid out by these
    finally:
        window.setUpdatesEnabled(True)
    if typed:
        from ui.typing_ahead import type_again

        type_again(window, typed)


def fill(window: MainWindow, around: Surroundings, file: Path | None) -> None:
    """Put everything into a bare window, and open the first document."""
    use_plain_imports()
    gc.disable()  # of what is only being made nothing can be thrown away yet
    try:
        _furnish(window, around, file)
    finally:
        # What is here now is here to stay: looking through all of it for rubbish, as Python does
        # now and then, would stop the window for longer than a blink.
        gc.freeze()
        gc.enable()


def _furnish(window: MainWindow, around: Surroundings, file: Path | None) -> None:
    from ui.look import Look
    from ui.preferences import read_preferences
    from ui.running import left_by_crash

    preferences = read_preferences(around.settings)
    look = Look(preferences.theme, preferences.language or _system_language(), preferences.density)
    look.dress()
    window.furnish(look, preferences)
    sys.excepthook = lambda kind, error, trace: _report(window, around, kind, error, trace)
    crashed = left_by_crash(around)
    window.documents.opened = lambda path: _keep_opened(window, around, path)
    _open_first(window, preferences, file)
    look.changed.connect(lambda: _keep_preferences(window, around))
    if crashed is not None:
        _tell_crash(window, crashed)


def _open_first(window: MainWindow, preferences: "Preferences", file: Path | None) -> None:
    if file is not None:
        window.documents.open_path(file)
        return
    last = next((Path(text) for text in preferences.recent if Path(text).is_file()), None)
    if last is None or not window.documents.open_path(last):
        window.documents.open_sample()


def _keep_opened(window: MainWindow, around: Surroundings, document: Path) -> None:
    """Mark what is open now, and remember it for a start after a crash (R17)."""
    from ui.running import mark_running

    gc.unfreeze()  # the document before, if there was one, is not here to stay any more
    mark_running(around, document)
    _keep_preferences(window, around)


def _keep_preferences(window: MainWindow, around: Surroundings) -> None:
    """Write the preferences where they changed; a proper end is not certain to come."""
    from ui.preferences import read_preferences, write_preferences

    with contextlib.suppress(OSError):
        if window.inside.preferences != read_preferences(around.settings):
            write_preferences(around.settings, window.inside.preferences)


def _tell_crash(window: MainWindow, document: Path) -> None:
    """Say which document was open, and where it is open again its newest step that stands."""
    from scorecard.text import Said
    from ui.status_line import minute_of

    if window.room is None:
        return
    workspace = window.room.bridge.workspace
    step = workspace.undo_step if workspace.path == document else None
    name = document.name
    why = Said("window.found.nothing", {"name": name})
    if step is not None:
        at = minute_of(step.at)
        why = Said("window.found.sentence", {"name": name, "what": step.name, "at": at})
    window.room.notices.show_notice("found", Said("window.found.title"), why)


def _report(
    window: MainWindow,
    around: Surroundings,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Show what went wrong and go on (R16); Ctrl+C in a terminal ends the program as ever."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    from ui.dialogs.report import keep_report, report, report_text

    text = report_text(kind, trace)
    keep_report(around.reports, text)
    report(window.look, window, text).open()


def _system_language() -> str:
    """The language of the computer's user, Chinese where it is neither of ours."""
    name = next((os.environ[v] for v in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(v)), "")
    return "en" if name.startswith("en") else "zh_TW"
