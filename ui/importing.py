"""Importing a file into the open document: asked for, planned, shown, then all or nothing."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from scorecard.commands.importing import ImportBoard
from scorecard.exchange.plan import Plan
from scorecard.exchange.source_file import ENDINGS, is_workbook, planned_file
from scorecard.text import Said, sentence
from scorecard.trouble import Refused
from ui.bridge import Bridge
from ui.dialogs.files import ask_to_open
from ui.dialogs.import_plan import ImportPlan
from ui.dialogs.progress import Progress
from ui.long_imports import is_long_plan, tell_stopped, write_beside
from ui.look import Look
from ui.workbook.dialog import WorkbookImport

#: A file of so many bytes is read beside the window.
_LONG = 100_000


def ask_import(bridge: Bridge, look: Look, parent: QWidget) -> None:
    """Ask for a file and show what importing it would do."""
    kinds = f"{look.say('window.import.kinds')} ({' '.join(f'*{ending}' for ending in ENDINGS)})"
    title = look.say("window.action.import").rstrip("…")
    name = ask_to_open(look, parent, title, bridge.offered, kinds)
    if name:
        open_import(bridge, look, parent, Path(name))


def open_import(bridge: Bridge, look: Look, parent: QWidget, path: Path) -> QDialog:
    """Show what importing a file would do: a workbook is matched first, a long file is read beside
    the window."""
    if is_workbook(path):
        dialog: QDialog = WorkbookImport(bridge, look, parent, path)
    elif _takes_long(path):
        dialog = _reading(bridge, look, parent, path)
    else:
        dialog = show_import(bridge, look, parent, path)
    dialog.open()
    return dialog


def show_import(bridge: Bridge, look: Look, parent: QWidget, path: Path) -> ImportPlan:
    """The dialog that shows what importing a file would do, and does it when asked."""
    planned = planned_file(path, bridge.board, today=bridge.today())

    return _shown(bridge, look, parent, planned)


def _takes_long(path: Path) -> bool:
    try:
        return path.stat().st_size >= _LONG
    except OSError:
        return False  # which is told when it is read


def _shown(bridge: Bridge, look: Look, parent: QWidget, planned: Plan) -> ImportPlan:
    """The plan, to be written at once or beside the window."""

    def do() -> str:
        if not is_long_plan(planned):
            return _done(bridge, look, planned)
        write_beside(bridge, look, parent, planned, lambda: None)
        return ""

    return ImportPlan(look, parent, planned, do)


def _reading(bridge: Bridge, look: Look, parent: QWidget, path: Path) -> Progress:
    """The dialog that waits for the plan of a long file and then shows it."""
    title, board, today = (
        Said("window.import.title", {"name": path.name}),
        bridge.board,
        bridge.today(),
    )
    progress = Progress(
        look, parent, title, lambda tell: planned_file(path, board, today=today, tell=tell)
    )

    progress.came.connect(lambda planned: _shown(bridge, look, parent, planned).open())
    progress.stopped.connect(lambda: tell_stopped(bridge))
    return progress


def _done(bridge: Bridge, look: Look, planned: Plan) -> str:
    try:
        bridge.run(ImportBoard(planned.source.name, planned.edits_on))
    except Refused as refusal:
        return sentence(refusal.troubles[0], look.language)
    return ""
