"""Changing a setting of the document."""

from dataclasses import dataclass

from scorecard.board import Board
from scorecard.commands.putting import put
from scorecard.model.edits import Change
from scorecard.model.records import Setting
from scorecard.model.settings import SETTING_NAMES
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble


@dataclass(frozen=True, slots=True)
class PutSetting:
    """A setting by its name in the interchange form, with its JSON value.

    Refused: a name that is no setting. The value is examined by `check`.
    """

    name: str
    value: object

    def __call__(self, board: Board) -> Change:
        if self.name not in SETTING_NAMES:
            facts = {"name": self.name, "known": ", ".join(sorted(SETTING_NAMES))}
            raise Refused([Trouble("unknown_setting", facts=facts)])
        name = Said(f"setting.{self.name}")
        edits = put(board, Setting(self.name, self.value))
        return Change(Said("command.put_setting", {"name": name}), edits)
