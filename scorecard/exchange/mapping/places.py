"""The units of the organisation that a workbook names."""

from collections.abc import Mapping, Sequence

from scorecard.board import Board
from scorecard.catalogue.folding import folded
from scorecard.entry_name import units_of
from scorecard.exchange.mapping.recipe import Recipe
from scorecard.vocabulary import Words

#: What a column of departments calls the whole.
_EVERYTHING = ("公司", "全公司", "本公司", "company", "whole company")


class Places:
    """Finds the units of the organisation that a workbook names; `usual` is that of what names
    none, with `is_chosen` because somebody said so."""

    def __init__(self, board: Board, recipe: Recipe) -> None:
        self._chosen: Mapping[str, str] = recipe.orgs
        self._on_board, self._added = units_of(board), dict[str, str]()
        self._called = {o.id: o.name for o in board.orgs.values() if any(o.name)}
        tops = [org.id for org in board.orgs.values() if org.parent is None]
        top = tops[0] if len(tops) == 1 else ""
        if top:
            self.add_top(top)
        self.is_chosen = bool(recipe.org)
        self.usual = self.find(recipe.org) if recipe.org else top

    def add_top(self, own_id: str) -> None:
        """The unit that everything belongs to; a unit of such a name goes before."""
        for name in _EVERYTHING:
            self._added.setdefault(folded(name), own_id)

    def add(self, name: str, own_id: str) -> None:
        """A unit that is to be made."""
        self._added[folded(name)] = own_id
        self._called[own_id] = Words(name, name)

    def units(self, text: str) -> Sequence[str]:
        """The ids of the units that a text may mean: by an earlier choice, its id, its name."""
        chosen = self._chosen.get(folded(text), text)
        found = self._on_board(chosen) if chosen else ()
        added = self._added.get(folded(chosen), "") if chosen and not found else ""
        return found or ((added,) if added else ())

    def find(self, text: str) -> str:
        """The id of the only unit that a text means; empty where there is none, or several."""
        found = self.units(text)
        return found[0] if len(found) == 1 else ""

    def called(self, own_id: str) -> Words:
        """What a unit is called."""
        return self._called.get(own_id) or Words(own_id, own_id)
