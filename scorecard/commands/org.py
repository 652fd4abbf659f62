"""Org units: adding one, changing its name, moving it, and removing one that nothing uses."""

from dataclasses import dataclass, replace

from scorecard.board import Board
from scorecard.cleaning import clean_words
from scorecard.commands.cleaned import cleaned
from scorecard.commands.free_id import free_id
from scorecard.commands.lookup import org_of
from scorecard.commands.putting import put, put_all, taken
from scorecard.model.edits import Change
from scorecard.model.records import Org
from scorecard.model.units import is_within
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Words


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
class NewOrg:
    """A unit at the end of those below `parent` (None: at the top). Refused: no name."""

    parent: str | None
    name: Words

    def __call__(self, board: Board) -> Change:
        name = clean_words(self.name)
        if not any(name):
            raise Refused([Trouble("name_missing")])
        if self.parent is not None:
            org_of(board, self.parent)
        orders = [org.order for org in board.orgs.values() if org.parent == self.parent]
        org = Org(free_id("U-", board.orgs), name, self.parent, max(orders, default=0) + 1)
        return Change(Said("command.new_org", {"name": name}), put(board, org))


@dataclass(frozen=True, slots=True)
class MoveOrg:
    """Moves a unit under `parent` (None: to the top) at place `index` among its siblings.

    Refused: a parent that is the unit itself or a part of it (own_part).
    """

    org: str
    parent: str | None
    index: int

    def __call__(self, board: Board) -> Change:
        org = org_of(board, self.org)
        if self.parent is not None:
            org_of(board, self.parent)
            if self.parent == org.id or is_within(board.orgs, self.parent, org.id):
                raise Refused([Trouble("own_part", facts={"unit": org.id})])
        order = [unit for unit in siblings(board, self.parent) if unit.id != org.id]
        order.insert(max(0, self.index), org)
        units = (replace(u, parent=self.parent, order=n) for n, u in enumerate(order, 1))
        return Change(Said("command.move_org", {"name": org.name}), put_all(board, units))


@dataclass(frozen=True, slots=True)
class RemoveOrg:
    """Takes an org unit away; `check` refuses it while something uses it."""

    org: str

    def __call__(self, board: Board) -> Change:
        org = org_of(board, self.org)
        return Change(Said("command.remove_org", {"name": org.name}), taken([org]))


def siblings(board: Board, parent: str | None) -> list[Org]:
    """The units right below a unit (None: the topmost), in their order."""
    units = (org for org in board.orgs.values() if org.parent == parent)
    return sorted(units, key=lambda org: (org.order, org.id))
