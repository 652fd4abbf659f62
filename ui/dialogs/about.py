"""What this program is, and whose work is in it."""

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from scorecard import VERSION
from scorecard.text import Said
from ui.dialogs.frame import Frame
from ui.look import Look
from ui.widgets.button import Button, Kind

ROOT = Path(__file__).resolve().parent.parent.parent

#: What the program is built on, and the licence of each.
LIBRARIES = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("numpy", "BSD-3-Clause"),
    ("pyqtgraph", "MIT"),
    ("python-calamine", "MIT"),
    ("sqlite-utils", "Apache-2.0"),
    ("typing_extensions", "PSF-2.0"),
    ("XlsxWriter", "BSD-2-Clause"),
)


def about(look: Look, parent: QWidget | None) -> Frame:
    """Version, libraries with their licences, and the licence texts of fonts and icons."""
    dialog = Frame(look, parent, Said("window.about.title"), 560)
    dialog.say(Said("window.about.version", {"version": VERSION}), colour="text")
    dialog.say(Said("window.about.sentence"))
    texts = QPlainTextEdit(_licences(look))
    texts.setReadOnly(True)
    texts.setFont(look.font("mono"))
    texts.setMinimumHeight(240)
    texts.setAccessibleName(look.say("window.about.licences"))
    dialog.say(Said("window.about.licences"), role="body_bold", colour="text")
    dialog.add(texts)
    close = Button(look, Said("window.close"), Kind.PRIMARY)
    close.clicked.connect(dialog.accept)
    dialog.close_with([close])
    return dialog


def _licences(look: Look) -> str:
    lines = [f"{name} {_version(name)} — {licence}" for name, licence in LIBRARIES]
    own = (ROOT / "LICENSE").read_text("utf-8")
    others = sorted((ROOT / "LICENSES").glob("*.txt"))
    texts = [f"{file.stem}\n\n{file.read_text('utf-8')}" for file in others]
    parts = [look.say("window.about.title") + "\n\n" + own, "\n".join(lines), *texts]
    return "\n\n".join(part.strip() for part in parts)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "–"
