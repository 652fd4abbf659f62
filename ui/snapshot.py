"""Freezing what is looked at, and writing it to a file that can be handed over."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from scorecard.board import Board
from scorecard.cleaning import file_part
from scorecard.exchange.freezing import content, freeze
from scorecard.store.snapshots import Frozen
from scorecard.text import Said
from scorecard.trouble import Refused
from ui.bridge import Bridge
from ui.dialogs.files import ask_to_save
from ui.dialogs.message import message
from ui.look import Look


def ask_snapshot(
    bridge: Bridge, look: Look, parent: QWidget, kind: str, org: str = ""
) -> Path | None:
    """Ask where the snapshot is to lie, freeze and write it; None where nothing was written.

    `kind` is `pdf` or `json`, `org` the unit that it is of, empty for all. A document that is
    only read is not touched (R4): the file alone is written.
    """
    org = "" if is_whole(bridge.board, org) else org
    unit = bridge.board.orgs[org].name.show(look.language) if org else ""
    title = look.say(f"window.title.snapshot_{kind}")
    if org:
        title = look.say("window.title.snapshot_of", title=title, unit=unit)
    view = bridge.evaluation.view
    stretch = stretch_words(look, view.period.code, upto=view.upto)
    proposed = bridge.offered / file_name(bridge, unit, stretch, kind)
    name = ask_to_save(look, parent, title, proposed, f"{kind.upper()} (*.{kind})")
    if not name:
        return None
    path = Path(name if name.lower().endswith(f".{kind}") else f"{name}.{kind}")
    try:
        write_snapshot(bridge, path, look.language, org)
    except Refused as refusal:
        trouble = refusal.troubles[0]
        why = Said(f"trouble.{trouble.code}", {**trouble.facts})
        message(look, parent, Said("window.cannot_open", {"name": path.name}), why).open()
        return None
    return path


def write_snapshot(bridge: Bridge, path: Path, language: str = "", org: str = "") -> Frozen:
    """Freeze what is looked at, of a unit or of all, and write it as PDF or JSON by the ending of
    `path`; of both nothing where either fails (`scorecard.exchange.freezing`).

    `language` is that of the pages, the document's own where it is empty. Raises Refused; a
    file that was there before is then as it was.
    """
    evaluation = bridge.evaluation

    def pages(frozen: Frozen) -> bytes:
        from ui.report import pdf

        return pdf.pages_of(evaluation, frozen, language=language)

    drawn = pages if path.suffix.lower() == ".pdf" else content
    return freeze(bridge.workspace, evaluation, org, {path: drawn})


def is_whole(board: Board, org: str) -> bool:
    """Whether a unit stands for the whole document: none at all, or the one at the top."""
    tops = [unit.id for unit in board.orgs.values() if unit.parent is None]
    return not org or tops == [org]


def stretch_words(look: Look, period: str, *, upto: bool) -> str:
    """The code of a period, `2026-10 YTD` where it runs from the beginning of the fiscal year."""
    return look.say("window.stretch.to_date", period=period) if upto else period


def file_name(bridge: Bridge, unit: str, stretch: str, kind: str) -> str:
    """How a file of the document is proposed to be called: no two stretches, no two units alike."""
    parts = (bridge.workspace.path.stem, file_part(unit), stretch)
    return f"{' '.join(part for part in parts if part)}.{kind}"
