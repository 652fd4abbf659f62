"""Changing a setting of the document."""

from dataclasses import dataclass

from scorecard.board import Board
from scorecard.check.settings import setting_faults
from scorecard.commands.putting import put
from scorecard.model.edits import Change
from scorecard.model.records import Setting
from scorecard.text import Said
from scorecard.trouble import Refused


@dataclass(frozen=True, slots=True)
class PutSetting:
    """A setting by its name in the interchange form, with its JSON value.

    Refused: a name that is no setting, or a value that it cannot have.
    """

    name: str
    value: object

    def __call__(self, board: Board) -> Change:
        setting = Setting(self.name, self.value)
        # Looked at here, because a calendar of an impossible year could not even be made.
        unfit = [fault.trouble for fault in setting_faults(setting)]
        if unfit:
            raise Refused(unfit)
        name = Said("command.put_setting", {"name": Said(f"setting.{self.name}")})
        return Change(name, put(board, setting))
