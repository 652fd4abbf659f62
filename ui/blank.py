"""Writing a blank workbook of the period and the unit that are looked at."""

from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from PySide6.QtWidgets import QWidget

from scorecard.cleaning import file_part
from scorecard.exchange.blank import asked_rows
from scorecard.exchange.blank_workbook import blank_workbook
from scorecard.text import Said
from scorecard.trouble import Trouble
from scorecard.whole_file import written_whole
from ui.bridge import Bridge
from ui.dialogs.files import ask_to_save
from ui.dialogs.message import message
from ui.look import Look
from ui.threads import begin


def ask_blank(bridge: Bridge, look: Look, parent: QWidget, org: str) -> Path | None:
    """Ask where it is to lie, and write it; None where nothing was written, which is said."""
    period = bridge.evaluation.view.period
    rows = asked_rows(bridge.board, period, bridge.today(), org)
    title = look.say("window.action.blank").rstrip("…")
    if not rows:
        _tell(look, parent, title, Trouble("nothing_to_ask"))
        return None
    stem = look.say("window.blank.file", name=bridge.workspace.path.stem, period=period.code)
    # It takes a tenth of a second to load, which passes while somebody looks for a folder.
    begin(lambda: import_module("xlsxwriter"), "workbooks")
    proposed = bridge.offered / f"{file_part(stem)}.xlsx"
    name = ask_to_save(look, parent, title, proposed, "XLSX (*.xlsx)")
    if not name:
        return None
    path = Path(name if name.lower().endswith(".xlsx") else f"{name}.xlsx")
    data = blank_workbook(rows, look.language)

    def write(file: BinaryIO) -> None:
        file.write(data)

    try:
        written_whole(path, write, handed_out=True)
    except OSError as error:
        facts = {"reason": error.strerror or str(error)}
        _tell(look, parent, path.name, Trouble("cannot_write", facts=facts))
        return None
    return path


def _tell(look: Look, parent: QWidget, title: str, trouble: Trouble) -> None:
    message(look, parent, title, Said(f"trouble.{trouble.code}", {**trouble.facts})).open()
