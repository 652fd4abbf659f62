"""The page: snapshots at the left, their pages at the right, files to hand over above."""

from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from scorecard.exchange.snapshot_board import Verdict
from scorecard.figures.published import corrections, corrections_said
from scorecard.text import Said
from scorecard.trouble import Trouble
from scorecard.vocabulary import Status
from scorecard.whole_file import written_whole
from ui.bridge import Bridge
from ui.dialogs.files import ask_to_save
from ui.look import Look
from ui.report import pdf, picture
from ui.report.booklet import Booklet
from ui.selection import Selection
from ui.snapshot import file_name, stretch_words
from ui.views.snapshots.preview import Preview
from ui.views.snapshots.shelf import Item, Opened, items
from ui.views.snapshots.shelf_list import ShelfList
from ui.views.snapshots.toolbar import PageTurner, Toolbar
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label

_PADDING = 16


class SnapshotsPage(QWidget):
    """`refresh` after a snapshot was frozen elsewhere; the page looks for itself when shown."""

    def __init__(self, bridge: Bridge, selection: Selection, look: Look) -> None:
        super().__init__()
        self._bridge, self._look = bridge, look
        self._items: tuple[Item, ...] = ()
        self._booklet: Booklet | None = None
        self._current = self._index = 0
        self.turner = PageTurner(look)
        self.bar = Toolbar(look, self.turner)
        self.list, self.preview = ShelfList(look), Preview(look)
        self.corrected = Label(look, "", role="body_medium", colour=Status.AMBER, wrap=True)
        self.corrected.setContentsMargins(_PADDING, _PADDING, _PADDING, 0)
        self._stack = QStackedWidget()
        self._failures = {
            verdict: EmptyState(
                look, "octagon-x", Said(f"snapshots.{verdict}"), Said(f"snapshots.{verdict}.say")
            )
            for verdict in (Verdict.ALTERED, Verdict.DIFFERENT)
        }
        self._lay_out()
        self._connect()
        bridge.changed.connect(lambda _edits: self._on_live_changed())
        selection.moved.connect(self._on_live_changed)
        look.changed.connect(self._on_look)

    @property
    def booklet(self) -> Booklet | None:
        """The pages that are shown; None where there are none."""
        return self._booklet

    @property
    def index(self) -> int:
        """The page that is shown, from 0."""
        return self._index

    @property
    def shown(self) -> QWidget:
        """The preview, or what stands in its place."""
        return self._stack.currentWidget() or self.preview

    def refresh(self) -> None:
        """Look for snapshots again; the same one stays chosen."""
        chosen = self._items[self._current].digest if self._items else ""
        self._items = items(self._bridge)
        places = [at for at, item in enumerate(self._items) if item.digest == chosen]
        self._current = places[0] if places else 0
        self.list.show_items(self._items, self._current)
        self._open()

    def choose(self, place: int) -> None:
        """Show another snapshot, from its first page."""
        self._current, self._index = place, 0
        self._open()

    def turn(self, pages: int) -> None:
        """Go on by so many pages, back if negative."""
        count = self._booklet.count if self._booklet else 1
        self._index = min(max(self._index + pages, 0), count - 1)
        self._show()

    def export(self, path: Path) -> bool:
        """Write what is shown: all pages as .pdf, this page as .png, the content as .json.

        False, and the window says why, where it cannot be written.
        """
        try:
            self._write(path)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self._bridge.show_refused((Trouble("cannot_write", path.name, {"reason": reason}),))
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgUp and PgDn turn pages, B is black and white."""
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in steps:
            self.turn(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_B and not event.modifiers():
            self.bar.toggle_mono()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """See what was frozen or changed meanwhile."""
        self.refresh()
        self.list.setFocus()
        super().showEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of the list."""
        colours, painter = self._look.palette, QPainter(self)
        width = self.list.geometry().right() + _PADDING
        painter.fillRect(QRectF(0, 0, width, self.height()), colours.surface)
        painter.fillRect(QRectF(width, 0, 1, self.height()), colours.line)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(_PADDING, _PADDING, 0, _PADDING)
        left.setSpacing(8)
        left.addWidget(Label(self._look, Said("snapshots.list"), role="body_bold"))
        left.addWidget(self.list, 1)
        foot = Label(
            self._look, Said("snapshots.proof"), role="secondary", colour="text2", wrap=True
        )
        foot.setMaximumWidth(self.list.width())
        left.addWidget(foot)
        self.corrected.hide()
        self._stack.addWidget(self.preview)
        for state in self._failures.values():
            self._stack.addWidget(state)
        body = QHBoxLayout()
        body.setSpacing(_PADDING)
        body.addLayout(left)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.corrected)
        right.addWidget(self._stack, 1)
        body.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self.choose)
        self.turner.turned.connect(self.turn)
        self.bar.dressed.connect(self._dress)
        self.bar.export_requested.connect(self._ask)
        self.list.setAccessibleName(self._look.say("snapshots.list"))

    def _open(self) -> None:
        opened = self._items[self._current].open()
        self._booklet = opened.booklet(self.bar.language, mono=self.bar.mono)
        self.bar.offer(self._booklet is not None, self._items[self._current].body is not None)
        failed = self._failures.get(opened.verdict)
        self._stack.setCurrentWidget(failed or self.preview)
        self._tell_corrections(opened)
        self.turn(0)

    def _tell_corrections(self, opened: Opened) -> None:
        """A snapshot keeps what it published, and says what has another value now (R-VALUE-9)."""
        then, said = opened.evaluation, None
        if then is not None and self._items[self._current].digest:
            said = corrections_said(corrections(then, self._bridge.evaluation_of(then.view)))
        self.corrected.set_wording(said or "")
        self.corrected.setVisible(said is not None)

    def _show(self) -> None:
        self.preview.show_page(self._booklet, self._index)
        self.turner.show_place(self._index, self._booklet.count if self._booklet else 0)

    def _dress(self) -> None:
        if self._booklet is not None:
            self._booklet = self._booklet.dressed(self.bar.language, mono=self.bar.mono)
        self._show()

    def _on_live_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_look(self) -> None:
        self.list.setAccessibleName(self._look.say("snapshots.list"))
        self.bar.set_language(self._look.language)
        self.list.show_items(self._items, self._current)

    def _ask(self, kind: str) -> None:
        item = self._items[self._current]
        stretch = stretch_words(self._look, item.period, upto=item.upto)
        unit = self._look.tell(item.unit) if item.org else ""
        proposed = self._bridge.offered / file_name(self._bridge, unit, stretch, kind)
        title = self._look.say(f"snapshots.export.{kind}")
        name = ask_to_save(self._look, self, title, proposed, f"{kind} (*.{kind})")
        if name:
            self.export(Path(name if name.lower().endswith(f".{kind}") else f"{name}.{kind}"))

    def _write(self, path: Path) -> None:
        kind, body = path.suffix.lower(), self._items[self._current].body
        if kind == ".json" and body is not None:
            data = body()

            def fill(file: BinaryIO) -> None:
                file.write(data)

            written_whole(path, fill, handed_out=True)
        elif self._booklet is not None and kind == ".png":
            picture.write(path, self._booklet, self._index)
        elif self._booklet is not None:
            pdf.write_booklet(path, self._booklet)
