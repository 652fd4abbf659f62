"""What can be done about a document that is damaged: its newest good backup, or salvage (R9)."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scorecard.rescue import newest_good, salvage_into
from scorecard.store.backups import Backup
from scorecard.store.lock import this_computer
from scorecard.store.putting_back import put_back
from scorecard.store.salvage import Salvaged
from scorecard.text import Said
from scorecard.trouble import CannotOpen, Refused, Trouble
from ui.beside import Beside
from ui.dialogs.frame import Frame
from ui.look import Look
from ui.surroundings import Surroundings
from ui.widgets.button import Button, Kind


class Rescue(Frame):
    """Offers the ways out; `saved(path, words)` once there is a document to open."""

    saved = Signal(object, object)

    def __init__(
        self, look: Look, parent: QWidget | None, path: Path, trouble: Trouble, around: Surroundings
    ) -> None:
        super().__init__(look, parent, Said("window.cannot_open", {"name": path.name}), 560)
        self._path, self._around, self._new = path, around, path
        self._backup: Backup | None = None
        self._looking, self._salvaging = Beside(self), Beside(self)
        self.say(Said(f"trouble.{trouble.code}", {**trouble.facts}))
        self.found = self.say(Said("rescue.looking"), colour="text")
        self.told = self.say("", colour="text")
        self.told.hide()
        self.salvage_button = Button(look, Said("rescue.salvage"))
        self.backup_button = Button(look, Said("rescue.backup"), Kind.PRIMARY)
        self.backup_button.refuse(Said("rescue.looking"))
        close = Button(look, Said("window.close"))
        self.close_with([self.salvage_button, close, self.backup_button])
        self.salvage_button.clicked.connect(self.salvage)
        self.backup_button.clicked.connect(self.put_back)
        close.clicked.connect(self.reject)
        self._looking.came.connect(self._offer)
        self._salvaging.came.connect(self._on_salvaged)
        self.finished.connect(lambda _code: self._looking.leave())
        self._looking.start(self._look_for)

    def put_back(self) -> None:
        """Put the backup in the place of the file, which is kept beside it."""
        if self._backup is None:
            return
        try:
            aside = put_back(self._path, self._backup.path, this_computer())
        except Refused as refusal:
            self._tell(refusal.troubles[0])
            return
        self._end(self._path, Said("rescue.put_back", {"name": aside.name}))

    def salvage(self) -> None:
        """Put what can be read into a new document beside the file."""
        self.salvage_button.refuse(Said("rescue.salvaging"))
        self._new = path = _free(self._path, self._look.say("rescue.suffix"))
        around = self._around

        def work() -> Iterator[object]:
            author, clock = around.author, around.clock
            try:
                found = salvage_into(self._path, path, author=author, clock=clock)
            except CannotOpen as refusal:
                yield refusal.trouble
            except Refused as refusal:
                yield refusal.troubles[0]
            else:
                yield found

        self._salvaging.start(work)

    def _look_for(self) -> Iterator[object]:
        yield newest_good(self._path, self._around.backups)

    def _offer(self, found: object) -> None:
        if not isinstance(found, Backup):
            self.found.set_wording(Said("rescue.no_backup"))
            self.backup_button.refuse(Said("rescue.no_backup"))
            return
        self._backup = found
        at = found.at.isoformat(sep=" ", timespec="minutes")[:16]
        self.found.set_wording(Said("rescue.found", {"number": str(found.number), "at": at}))
        self.backup_button.refuse(None)

    def _on_salvaged(self, found: object) -> None:
        self.salvage_button.refuse(None)
        match found:
            case Trouble():
                self._tell(found)
            case Salvaged():
                counts = {"records": len(found.records), "snapshots": len(found.snapshots)}
                facts = {name: str(count) for name, count in counts.items()}
                self._end(self._new, Said("rescue.salvaged", {**facts}))

    def _end(self, path: Path, words: Said) -> None:
        self.accept()
        self.saved.emit(path, words)

    def _tell(self, trouble: Trouble) -> None:
        self.told.set_wording(Said(f"trouble.{trouble.code}", {**trouble.facts}))
        self.told.show()


def _free(path: Path, suffix: str) -> Path:
    """A name for the new document that nothing has."""
    number, found = 1, path.with_name(f"{path.stem}{suffix}{path.suffix}")
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem}{suffix} {number}{path.suffix}")
    return found
