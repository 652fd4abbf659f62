"""Freezing what is looked at, and writing it to a file that can be handed over."""

from pathlib import Path
from typing import BinaryIO

from PySide6.QtWidgets import QFileDialog, QWidget

from scorecard.exchange.snapshot import Signature, canonical, digest_of, sealed, snapshot_body
from scorecard.store.snapshots import Frozen
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble
from scorecard.whole_file import written_whole
from ui.bridge import Bridge
from ui.dialogs.message import message
from ui.look import Look


def ask_snapshot(bridge: Bridge, look: Look, parent: QWidget, kind: str) -> Path | None:
    """Ask where the snapshot is to lie, freeze and write it; None where nothing was written.

    `kind` is `pdf` or `json`. A document that is only read is not touched (R4): the file alone
    is written.
    """
    workspace = bridge.workspace
    period = bridge.evaluation.view.period.code
    proposed = workspace.path.with_name(f"{workspace.path.stem} {period}.{kind}")
    title = look.say(f"window.action.snapshot_{kind}")
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), f"{kind} (*.{kind})")
    if not name:
        return None
    path = Path(name if name.lower().endswith(f".{kind}") else f"{name}.{kind}")
    try:
        write_snapshot(bridge, path, look.language)
    except Refused as refusal:
        trouble = refusal.troubles[0]
        why = Said(f"trouble.{trouble.code}", {**trouble.facts})
        message(look, parent, Said("window.cannot_open", {"name": path.name}), why).open()
        return None
    return path


def write_snapshot(bridge: Bridge, path: Path, language: str = "") -> Frozen:
    """Freeze what is looked at and write it, as PDF or JSON by the ending of `path`.

    `language` is that of the pages, the document's own where it is empty. Raises Refused; a
    file that was there before is then as it was.
    """
    frozen = _frozen(bridge)
    if bridge.read_only is None:
        bridge.workspace.freeze(frozen)
    if path.suffix.lower() == ".pdf":
        from ui.report import pdf

        pdf.write(path, bridge.evaluation, frozen, language=language)
    else:
        _write(path, sealed(frozen.body))
    return frozen


def _frozen(bridge: Bridge) -> Frozen:
    workspace, evaluation = bridge.workspace, bridge.evaluation
    view, at = evaluation.view, workspace.clock.now().isoformat(timespec="seconds")
    org = next((unit.id for unit in bridge.board.orgs.values() if unit.parent is None), "")
    body = canonical(snapshot_body(evaluation, org, Signature(workspace.author, at)))
    number = len(workspace.snapshots()) + 1
    name = f"{view.period.code}-{number}"
    digest = digest_of(body)
    return Frozen(name, view.period.code, view.upto, org, at, workspace.author, digest, body)


def _write(path: Path, data: bytes) -> None:
    def write(file: BinaryIO) -> None:
        file.write(data)

    try:
        written_whole(path, write)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused([Trouble("cannot_write", path.name, {"reason": reason})]) from error
