"""The backups of the open document: what each one holds, restoring one, and undoing that."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from scorecard.board import Board
from scorecard.commands.restoring import RestoreBoard
from scorecard.store.backup_content import Content, content_of
from scorecard.store.backups import Backup, board_of
from scorecard.text import Said
from scorecard.trouble import CannotOpen, Refused, Trouble
from scorecard.vocabulary import BackupReason
from ui.beside import Beside
from ui.bridge import Bridge
from ui.dialogs.frame import Frame
from ui.look import Look, Wording
from ui.widgets.button import Button, Kind
from ui.widgets.record_list import RecordList
from ui.widgets.record_model import Column, Row

WIDTH, HEIGHT = 1000, 320
COLUMNS = (
    Column(Said("backup.column.number"), 76),
    Column(Said("backup.column.at"), 132),
    Column(Said("backup.column.why"), 132),
    Column(Said("backup.column.step")),
    Column(Said("backup.column.seq"), 56, is_number=True, spare=True),
    Column(Said("backup.column.measures"), 72, is_number=True),
    Column(Said("backup.column.kpis"), 64, is_number=True),
    Column(Said("backup.column.entries"), 80, is_number=True),
    Column(Said("backup.column.whole"), 88),
)
Known = Content | Trouble | None


class Backups(Frame):
    """Lists them at once, and what each one holds as it is found; nothing is opened twice."""

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget | None) -> None:
        super().__init__(look, parent, Said("backup.title"), WIDTH)
        self._bridge = bridge
        self._known: dict[Path, Known] = {}
        self._opening, self._reading = Beside(self), Beside(self)
        self.say(Said("backup.sentence"))
        self.list = RecordList(look, Said("backup.title"), COLUMNS)
        self.list.setSelectionMode(RecordList.SelectionMode.SingleSelection)
        self.list.setMinimumHeight(HEIGHT)
        self.add(self.list)
        shelf = bridge.workspace.shelf
        folder = "" if shelf is None else str(shelf.folder)
        self.folder = self.say(Said("backup.folder", {"path": folder}), role="secondary")
        by = Qt.TextInteractionFlag
        self.folder.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self.told = self.say("", colour="text")
        self.keep_button = Button(look, Said("backup.keep"), icon="hard-drive")
        self.undo_button = Button(look, Said("backup.undo"), icon="undo-2")
        self.restore_button = Button(look, Said("backup.restore"), Kind.PRIMARY)
        close = Button(look, Said("window.close"))
        self.close_with([self.keep_button, self.undo_button, close, self.restore_button])
        self.keep_button.clicked.connect(self.keep)
        self.undo_button.clicked.connect(self.undo)
        self.restore_button.clicked.connect(self.restore)
        close.clicked.connect(self.accept)
        self.list.accepted.connect(lambda _key: self.restore())
        self.list.moved.connect(self._offer)
        self._reading.came.connect(self._learn)
        self._opening.came.connect(self._on_came)
        self.finished.connect(lambda _code: self._leave())
        bridge.closing.connect(self.reject)
        self._show()

    def keep(self) -> None:
        """Keep a backup now."""
        shelf, now = self._bridge.workspace.shelf, self._bridge.workspace.clock.now()

        def work() -> Iterator[object]:
            try:
                if shelf is not None:
                    yield shelf.keep(BackupReason.ASKED, now)
            except Refused as refusal:
                yield refusal.troubles[0]

        self._opening.start(work)

    def restore(self) -> None:
        """Have the document say what the chosen backup says."""
        backup = self._chosen
        if backup is None or not self.restore_button.isEnabled():
            return

        def work() -> Iterator[object]:
            try:
                yield backup, board_of(backup.path)
            except CannotOpen as refusal:
                yield refusal.trouble

        self._opening.start(work)

    def undo(self) -> None:
        """Take the restore back."""
        if self._bridge.undo():
            self.told.set_wording(Said("backup.undone"))
        self._offer()

    @property
    def _chosen(self) -> Backup | None:
        key = self.list.chosen[0].key if self.list.chosen else None
        return key if isinstance(key, Backup) else None

    def _on_came(self, found: object) -> None:
        match found:
            case Trouble():
                self.told.set_wording(Said(f"trouble.{found.code}", {**found.facts}))
            case Backup():
                self.told.set_wording(Said("backup.kept", {"number": str(found.number)}))
                self._show()
            case (Backup() as backup, Board() as board):
                self._take_over(backup, board)
        self._offer()

    def _take_over(self, backup: Backup, board: Board) -> None:
        name = Said("command.restore", {"number": str(backup.number)})
        try:
            step = self._bridge.workspace.restore(RestoreBoard(board, name))
        except Refused as refusal:
            self._on_came(refusal.troubles[0])
            return
        self.told.set_wording(Said("backup.same" if step is None else "backup.restored"))
        self._show()

    def _show(self) -> None:
        """List what there is, and find out what is not known yet."""
        shelf = self._bridge.workspace.shelf
        listed: list[Backup] = []
        try:
            if shelf is not None:
                listed = [*shelf.listed(), *shelf.related()]
        except Refused as refusal:
            self.told.set_wording(Said(f"trouble.{refusal.troubles[0].code}"))
        own = str(self._bridge.workspace.path)
        self.list.show_rows([_row(each, self._known.get(each.path), own) for each in listed])
        unknown = [each.path for each in listed if each.path not in self._known]
        self._reading.start(lambda: _contents(unknown))
        self._offer()

    def _learn(self, found: object) -> None:
        if isinstance(found, tuple):
            path, known = found
            self._known[path] = known
            own = str(self._bridge.workspace.path)
            for at, row in enumerate(self.list.records.rows):
                if isinstance(row.key, Backup) and row.key.path == path:
                    self.list.records.show_row(at, _row(row.key, known, own))
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done now, or say why not."""
        locked = self._bridge.read_only
        step = self._bridge.workspace.undo_step
        is_restore = step is not None and step.name.key.startswith("command.restore")
        self.undo_button.setVisible(is_restore and locked is None)
        chosen, why = self._chosen, None
        if locked is not None:
            why = Said(f"trouble.{locked.code}", {**locked.facts})
        elif chosen is None:
            why = Said("backup.none")
        elif isinstance(self._known.get(chosen.path), Trouble):
            why = Said("backup.broken")
        self.restore_button.refuse(why)
        self.keep_button.refuse(why if locked is not None else None)

    def _leave(self) -> None:
        self._opening.leave()
        self._reading.leave()


def _contents(paths: list[Path]) -> Iterator[object]:
    for path in paths:
        try:
            yield path, content_of(path)
        except CannotOpen as refusal:
            yield path, refusal.trouble


def _row(backup: Backup, known: Known, own: str) -> Row:
    """A backup with what is known of it; of another place it says which."""
    at = backup.at.isoformat(sep=" ", timespec="minutes")[:16]
    why: Wording = Said(f"backup.why.{backup.why}")
    step: Wording = ""
    counts: tuple[str, ...] = ("", "", "")
    icon, whole = "circle-dashed", Said("backup.opening")
    if isinstance(known, Trouble):
        icon, whole, step = (
            "octagon-x",
            Said("backup.no"),
            Said(f"trouble.{known.code}", known.facts),
        )
    elif known is not None:
        icon, whole = "check", Said("backup.yes")
        counts = tuple(f"{count:,}" for count in (known.measures, known.kpis, known.entries))
        step = "" if known.step is None else known.step.name
    if backup.document != own:
        step = Said("backup.elsewhere", {"name": Path(backup.document).name, "step": step})
    cells = (f"{backup.number}", at, why, step, f"{backup.mark.step}", *counts, whole)
    return Row(backup, cells, icon)
