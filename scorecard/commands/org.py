"""Adding or changing an org unit, and removing one that nothing uses."""

from dataclasses import dataclass

from scorecard.board import Board
from scorecard.commands.cleaned import cleaned
from scorecard.commands.lookup import org_of
from scorecard.commands.putting import put, taken
from scorecard.model.edits import Change
from scorecard.model.records import Org
from scorecard.text import Said


@dataclass(frozen=True, slots=True)
class PutOrg:
    """An org unit as it shall be. Refused: a parent that is not there."""

    org: Org

    def __call__(self, board: Board) -> Change:
        org = cleaned(self.org)
        if org.parent is not None:
            org_of(board, org.parent)
        return Change(Said("command.put_org", {"name": org.name}), put(board, org))


@dataclass(frozen=True, slots=True)
class RemoveOrg:
    """Takes an org unit away; `check` refuses it while something uses it."""

    org: str

    def __call__(self, board: Board) -> Change:
        org = org_of(board, self.org)
        return Change(Said("command.remove_org", {"name": org.name}), taken([org]))
