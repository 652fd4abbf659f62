"""The start of the window: from the command line to the painted scorecard."""

import contextlib
import os
import sys
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from scorecard.text import LANGUAGES, sentences
from ui.look import Look
from ui.main_window import MainWindow
from ui.preferences import Preferences, read_preferences
from ui.surroundings import Surroundings, of_this_computer

NAME = "scorecard"


def main(argv: list[str] | None = None, *, today: date | None = None) -> int:
    """Show the window for `argv` ([FILE]) and run until it is closed; the exit code.

    `today` stands for the date of the computer. Without a display: 2, and nothing is shown.
    """
    if not has_display():
        print(sentences()["window.no_display"].show(_system_language()), file=sys.stderr)
        return 2
    file, day = _arguments(list(argv or []))
    application = QApplication([NAME])
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    window = start(of_this_computer(today or day), file)
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
    preferences = read_preferences(around.settings)
    look = Look(preferences.theme, preferences.language or _system_language(), preferences.density)
    look.dress()
    window = MainWindow(look, around, preferences)
    sys.excepthook = lambda kind, error, trace: _report(window, around, kind, error, trace)
    _open_first(window, preferences, file)
    _mark_running(window, around)
    return window


def _open_first(window: MainWindow, preferences: Preferences, file: Path | None) -> None:
    if file is not None:
        window.documents.open_path(file)
        return
    last = next((Path(text) for text in preferences.recent if Path(text).is_file()), None)
    if last is None or not window.documents.open_path(last):
        window.documents.open_sample()


def _mark_running(window: MainWindow, around: Surroundings) -> None:
    """Leave a mark that a proper end takes away; one already there tells of a crash (R17)."""
    try:
        crashed = around.running.exists()
        around.own.mkdir(parents=True, exist_ok=True)
        around.running.write_text(around.clock.now().isoformat(timespec="seconds"), "utf-8")
    except OSError:
        return
    if crashed:
        window.tell_found()


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
    return LANGUAGES[1] if name.startswith("en") else LANGUAGES[0]
