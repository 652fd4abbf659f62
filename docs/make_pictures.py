"""Makes the pictures of README and guide from the window: `python -m docs.make_pictures`."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QSplitter

from scorecard.clock import FixedClock
from scorecard.figures.report import Seal, report
from ui.app import ARGUMENTS
from ui.look import Look, Theme
from ui.main_window import MainWindow
from ui.opening import SAMPLE
from ui.palettes import palette
from ui.preferences import Preferences
from ui.report.booklet import Booklet
from ui.report.picture import page_image
from ui.room import Room
from ui.snapshot import write_snapshot
from ui.status_line import StatusLine
from ui.surroundings import Surroundings
from ui.views.entry.page import EntryPage
from ui.views.panel.definition_page import DefinitionPage
from ui.views.panel.detail_panel import DetailPanel
from ui.views.panel.entries_page import EntriesPage

FOLDER = Path(__file__).resolve().parent / "pictures"
TODAY = date(2026, 11, 22)
MOMENT = datetime(2026, 11, 22, 9, 42, tzinfo=UTC)
SIZE, TALL, PAGE_WIDTH = (1440, 900), (1440, 1390), 1400
MOST_BYTES = 250_000
#: Tree and panel, as the window divides itself.
SIDES = (944, 416)
#: Long enough for drafts to be kept and tried out, and for charts to be loaded, ms.
SETTLED = 900


class Speech(NamedTuple):
    """What is typed in the pictures of one language."""

    language: str
    name: str
    author: str
    file: str
    why: str


SPEECHES = (
    Speech("zh_TW", "zh", "林經理", "製造部.scorecard", "換模改善後上調"),
    Speech("en", "en", "M. Lin", "Factory.scorecard", "Raised after the faster changeovers"),
)
#: The KPI whose target is raised in the picture, and its new target.
DEFINED, TARGET = "MFG-002", "≥ 82 %"
#: The KPI whose value is typed with one digit too many.
ENTERED, SLIP = "PPC-202", "1670"
#: The row that a block comes down on, and the block: a zero too many, a part above its whole.
PASTED = ("good_units", "co")
BLOCK = "good_units\t345,300\ninput_units\t344,200\nunits_reworked\t92740\nchangeover_time\t"


def main() -> None:
    """Write every picture anew."""
    FOLDER.mkdir(exist_ok=True)
    with display():
        application = QApplication(list(ARGUMENTS))
        for speech in SPEECHES:
            with tempfile.TemporaryDirectory() as folder:
                make(Path(folder), speech)
        del application  # it has to outlive the painting


@contextlib.contextmanager
def display() -> Iterator[None]:
    """A screen to draw on: the one there is, else a virtual one, else none but memory."""
    if os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM"):
        yield
        return
    program = shutil.which("Xvfb")
    if program is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        yield
        return
    command = [program, "-displayfd", "1", "-terminate", "-screen", "0", "1600x1400x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603  ours
        try:
            number = server.stdout.readline().strip() if server.stdout else ""
            os.environ["DISPLAY"] = f":{number}"
            yield
        finally:
            server.terminate()


def make(folder: Path, speech: Speech) -> None:
    """All pictures of one language."""
    theme = Theme.DARK if speech.language == "en" else Theme.LIGHT
    window, room = opened(folder, speech, theme)
    keep(window.grab().toImage(), f"scorecard-{speech.name}-{theme}")
    window.look.set_theme(Theme.LIGHT)
    picture_values(room, speech)
    picture_entry(window, room, speech)
    window.resize(*TALL)
    picture_definition(room, speech)
    picture_page(room, folder, speech)
    window.close()


def opened(folder: Path, speech: Speech, theme: Theme) -> tuple[MainWindow, Room]:
    """The window with a copy of the sample, as it is at the start."""
    path = folder / speech.file
    shutil.copyfile(SAMPLE, path)
    around = Surroundings(speech.author, FixedClock(MOMENT), lambda: TODAY, folder / "own", folder)
    look = Look(theme, speech.language)
    look.dress()
    window = MainWindow(look, around, Preferences())
    window.documents.open_path(path)
    window.resize(*SIZE)
    window.show()
    QTest.qWait(2 * SETTLED)
    if window.room is None:
        raise FileNotFoundError(path)
    if not window.room.page.is_panel_open:
        window.room.page.open_panel()
    for split in window.room.findChildren(QSplitter):
        split.setSizes(list(SIDES))
    newest = window.room.bridge.workspace.history(limit=1)[0]
    for line in window.findChildren(StatusLine):
        line.show_file(Path(speech.file), newest)  # the folder of the moment says nothing
    QTest.qWait(SETTLED)
    return window, window.room


def shown_panel(room: Room, kpi: str, tab: str) -> DetailPanel:
    """The panel with a tab of a KPI in front."""
    node = next(node.id for node in room.bridge.board.nodes.values() if node.kpi == kpi)
    room.selection.choose(node)
    panel = room.findChildren(DetailPanel)[0]
    panel.show_tab(tab)
    QTest.qWait(SETTLED)
    return panel


def picture_values(room: Room, speech: Speech) -> None:
    """A value with one digit too many, and what is asked about it."""
    panel = shown_panel(room, ENTERED, "entries")
    page = panel.page("entries")
    assert isinstance(page, EntriesPage)
    table = page.table
    table.setCurrentIndex(page.model.index(1, 1))
    table.edit(table.currentIndex())
    editor = table.findChildren(QLineEdit)[-1]
    type_into(editor, SLIP)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.qWait(SETTLED)
    keep(panel.grab().toImage().copy(0, 0, panel.width(), 420), f"values-{speech.name}")


def picture_entry(window: MainWindow, room: Room, speech: Speech) -> None:
    """A block on the entry sheet before it is written."""
    window.actions_of["page.entry"].trigger()
    QTest.qWait(SETTLED)
    page = room.findChildren(EntryPage)[0]
    page.grid.go_to(page.desk.line_of(PASTED) or 0)
    QApplication.clipboard().setText(BLOCK)
    page.do("paste")
    QTest.qWait(SETTLED)
    keep(room.grab().toImage(), f"entry-{speech.name}")
    page.paste.cancel()
    window.actions_of["page.scorecard"].trigger()


def picture_definition(room: Room, speech: Speech) -> None:
    """A target being raised: the draft, the changed field, the trial."""
    panel = shown_panel(room, DEFINED, "definition")
    page = panel.page("definition")
    assert isinstance(page, DefinitionPage)
    for field, text in (("change", speech.why), ("target", TARGET)):
        editor = page.form.rows[field].editors[field]
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        type_into(editor, text)
    for area in panel.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
    QTest.qWait(SETTLED)
    keep(panel.grab().toImage(), f"definition-{speech.name}")


def type_into(editor: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Type over what stands in a field."""
    editor.setFocus()
    editor.selectAll()
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QApplication.sendEvent(editor, typed)
    QTest.qWait(SETTLED)


def picture_page(room: Room, folder: Path, speech: Speech) -> None:
    """The first page of the frozen month on paper."""
    bridge = room.bridge
    frozen = write_snapshot(bridge, folder / "frozen.json")
    made = report(bridge.evaluation, None, Seal(frozen.at, frozen.by, frozen.digest))
    booklet = Booklet(bridge.evaluation, made, speech.language)
    name = "report-page1" if speech.language == "zh_TW" else f"report-page1-{speech.name}"
    keep(page_image(booklet, 0, PAGE_WIDTH), name)


def keep(image: QImage, name: str) -> None:
    """Write a picture, with fewer colours where it would be too large for a page of words."""
    path = FOLDER / f"{name}.png"
    image.setDevicePixelRatio(1)
    image.save(str(path), "PNG", 0)  # type: ignore[call-overload]  # PySide6 wants bytes, takes text
    if path.stat().st_size > MOST_BYTES // 2:
        few = QImage.Format.Format_Indexed8
        flat = image.convertToFormat(few, colours_of(image), Qt.ImageConversionFlag.ThresholdDither)
        flat.save(str(path), "PNG", 0)  # type: ignore[call-overload]
    print(path.name, path.stat().st_size)


def colours_of(image: QImage) -> list[int]:
    """The 256 colours of a picture, as 0xffRRGGBB: those of the statuses, which are few dots but
    mean something, then those that stand most often."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    dots = np.frombuffer(plain.constBits(), np.uint32) | np.uint32(0xFF000000)
    found, counts = np.unique(dots, return_counts=True)
    tones = [tone for theme in ("light", "dark") for tone in palette(theme).tones.values()]
    kept = [colour.rgb() for tone in tones for colour in (tone.fill, tone.edge)]
    often = found[np.argsort(counts, kind="stable")[::-1]]
    return list(dict.fromkeys([*kept, *map(int, often)]))[:256]


if __name__ == "__main__":
    main()
