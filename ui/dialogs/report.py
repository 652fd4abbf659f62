"""A mistake of the program: what can be copied and sent, without a number of the user."""

import platform
import traceback
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from scorecard import VERSION
from scorecard.text import Said
from ui.dialogs.about import ROOT
from ui.dialogs.frame import Frame
from ui.look import Look
from ui.widgets.button import Button, Kind

#: Reports kept in the program's own folder, the newest ones.
KEPT = 10


def report_text(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Kind of mistake and the places it came through; the message is left out, since values
    of the document may stand in it (R16)."""
    places = [
        f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    versions = f"scorecard {VERSION}, Python {platform.python_version()}, Qt {qt_version}"
    return "\n".join([versions, platform.platform(), kind.__name__, *places])


def keep_report(folder: Path, text: str) -> None:
    """Write a report into `folder`, the oldest ones beyond `KEPT` go."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = sorted(int(file.stem.removeprefix("report-")) for file in folder.glob("report-*.txt"))
    newest = numbers[-1] + 1 if numbers else 1
    kept = folder / f"report-{newest:06d}.txt"
    kept.touch(0o600)
    kept.write_text(text, "utf-8")
    for old in numbers[: max(len(numbers) + 1 - KEPT, 0)]:
        (folder / f"report-{old:06d}.txt").unlink(missing_ok=True)


def report(look: Look, parent: QWidget | None, text: str) -> Frame:
    """The report with a button that copies it; the program goes on behind it."""
    dialog = Frame(look, parent, Said("window.report.title"), 560)
    dialog.say(Said("window.report.sentence"))
    shown = QPlainTextEdit(text)
    shown.setReadOnly(True)
    shown.setFont(look.font("mono"))
    shown.setAccessibleName(look.say("window.report.title"))
    dialog.add(shown)
    copy = Button(look, Said("window.report.copy"), icon="copy")
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
    close = Button(look, Said("window.report.go_on"), Kind.PRIMARY)
    close.clicked.connect(dialog.accept)
    dialog.close_with([copy, close])
    return dialog


def _place(file: str) -> str:
    """The file without the folders it happens to lie in here."""
    path = Path(file)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
