"""What the window is told about the world: who, when, where; never looked up in the middle."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths

from scorecard.account import account_name
from scorecard.clock import Clock, SystemClock


class Surroundings(NamedTuple):
    """`today` decides what is due; `own` is the program's folder for settings and reports,
    `documents` where new documents are offered to lie."""

    author: str
    clock: Clock
    today: Callable[[], date]
    own: Path
    documents: Path

    @property
    def settings(self) -> Path:
        """The file of preferences."""
        return self.own / "settings.json"

    @property
    def geometry(self) -> Path:
        """The file that says where the window stands."""
        return self.own / "window.ini"

    @property
    def sight(self) -> Path:
        """The picture of what the next start shows."""
        return self.own / "first-sight"

    @property
    def reports(self) -> Path:
        """The folder of reports on mistakes of the program."""
        return self.own / "reports"

    @property
    def backups(self) -> Path:
        """The folder of the backups of all documents."""
        return self.own / "backups"

    def beside(self, document: Path) -> Path:
        """The folder that is offered for a file made of `document`: where that lies, but among the
        user's documents where it lies in the program's own folder, as the sample may."""
        folder = document.parent
        return self.offered if folder.is_relative_to(self.own) else folder

    @property
    def offered(self) -> Path:
        """The folder of the user's documents; the one above it where there is none."""
        return self.documents if self.documents.is_dir() else self.documents.parent

    @property
    def running(self) -> Path:
        """The file that is there while this process runs, and after it was killed."""
        return self.own / f"running-{os.getpid()}.txt"


def of_this_computer(today: date | None) -> Surroundings:
    """The surroundings of a real start; `today` stands for the computer's own date."""
    clock = SystemClock()
    place = QStandardPaths.StandardLocation
    return Surroundings(
        author=account_name(),
        clock=clock,
        today=lambda: today or clock.now().date(),
        own=Path(QStandardPaths.writableLocation(place.AppDataLocation)),
        documents=Path(QStandardPaths.writableLocation(place.DocumentsLocation)),
    )
