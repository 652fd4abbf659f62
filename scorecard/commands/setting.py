"""Changing settings of the document."""

from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.board import Board
from scorecard.check.settings import setting_faults
from scorecard.commands.putting import put_all
from scorecard.model.edits import Change
from scorecard.model.records import Setting
from scorecard.text import Said
from scorecard.trouble import Refused


@dataclass(frozen=True, slots=True)
class PutSettings:
    """Settings by their names in the interchange form, with their JSON values, in one step.

    Refused: a name that is no setting, or a value that it cannot have.
    """

    values: Mapping[str, object]

    def __call__(self, board: Board) -> Change:
        settings = [Setting(name, value) for name, value in self.values.items()]
        # Looked at here, because a calendar of an impossible year could not even be made.
        unfit = [fault.trouble for each in settings for fault in setting_faults(each)]
        if unfit:
            raise Refused(unfit)
        edits = put_all(board, settings)
        changed = [edit.after.name for edit in edits if isinstance(edit.after, Setting)]
        return Change(_called(changed or list(self.values)), edits)


def _called(names: list[str]) -> Said:
    if len(names) == 1:
        return Said("command.put_setting", {"name": Said(f"setting.{names[0]}")})
    return Said("command.put_settings", {"count": str(len(names))})
