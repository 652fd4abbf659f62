"""Asking for the settings, and keeping them: a name for the computer, the rest in the document."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from scorecard.board import Board
from scorecard.commands.setting import PutSettings
from scorecard.text import sentence
from scorecard.trouble import Refused
from scorecard.vocabulary import Frequency
from ui.dialogs.settings import SettingsForm

if TYPE_CHECKING:
    from ui.inside import Inside


def ask_settings(inside: "Inside") -> None:
    """Ask; what changes in the document is one step that can be undone."""
    room = inside.shown_room
    bridge = room.bridge if room is not None else None

    def keep(author: str, changed: Mapping[str, object]) -> str:
        try:
            if bridge is not None and changed:
                bridge.run(PutSettings(changed))
        except Refused as refusal:
            return sentence(refusal.troubles[0]._replace(where=""), inside.look.language)
        inside.sign_as(author)
        return ""

    SettingsForm(
        inside.look,
        inside.window,
        (inside.preferences.author, inside.account),
        bridge.board.settings if bridge is not None else None,
        _kinds(bridge.board) if bridge is not None else (),
        locked=bridge is not None and bridge.read_only is not None,
        keep=keep,
    ).open()


def _kinds(board: Board) -> tuple[Frequency, ...]:
    """The frequencies whose values can be late; months where there is none yet."""
    found = {measure.frequency for measure in board.measures.values()}
    found |= {version.frequency for versions in board.versions.values() for version in versions}
    due = [kind for kind in Frequency if kind in found and kind is not Frequency.PROJECT]
    return tuple(due) or (Frequency.MONTH,)
