"""The measure that a name of a workbook stands for (by id, by name, by an earlier choice)."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from enum import Enum
from typing import NamedTuple

from scorecard.board import Board
from scorecard.catalogue.folding import folded
from scorecard.check.formulas import named, parsed
from scorecard.exchange.mapping.amount import is_money, power_of
from scorecard.exchange.mapping.recipe import Choice, Recipe
from scorecard.formula.mistake import FormulaError
from scorecard.formula.tree import Name
from scorecard.model.records import KpiVersion
from scorecard.unit_words import is_same_unit, is_unit

_NEAR, _MOST_NEAR = 0.6, 3
_NUMBERED = re.compile(r"^(?:[(（]?[0-9]{1,2}[)）.、]|[一二三四五六七八九十]{1,3}[.、])\s*")
_UNIT_BEHIND = re.compile(r"\s*[(（\[]([^()（）\[\]]{1,12})[)）\]]\s*$")
_MEASURE, _KPI = "measure:", "kpi:"
#: What a column of departments calls the whole.
_EVERYTHING = ("公司", "全公司", "本公司", "company", "whole company")


class How(Enum):
    """How sure a match is."""

    ID = "id"
    NAME = "name"
    CHOSEN = "chosen"
    NEW = "new"
    SKIP = "skip"
    NEAR = "near"
    COMPUTED = "computed"
    UNKNOWN = "unknown"


class Match(NamedTuple):
    """What a name stands for: the measure that is entered, and the KPI where it is one's name.

    `near` are the ids of measures that look like it; `inputs` what a KPI is computed from.
    """

    text: str
    how: How
    measure: str = ""
    kpi: str = ""
    near: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    choice: Choice = Choice()

    @property
    def is_settled(self) -> bool:
        """Whether nothing has to be asked."""
        return self.how not in (How.NEAR, How.COMPUTED, How.UNKNOWN)


class Matching:
    """Finds what names stand for on one board."""

    def __init__(self, board: Board, recipe: Recipe) -> None:
        self._board, self._recipe = board, recipe
        self._ids: dict[str, set[str]] = {}
        self._names: dict[str, set[str]] = {}
        self._found: dict[str, Match] = {}
        self._shown_by: dict[str, tuple[str, ...]] = {}
        self._learn()

    def match(self, text: str) -> Match:
        """What a name stands for."""
        if text not in self._found:
            self._found[text] = self._match(text)
        return self._found[text]

    def is_known(self, text: str) -> bool:
        """Whether a name is one of the document's, or something was said about it."""
        choice = self._recipe.choice(text)
        return bool(choice.to or choice.new) or any(
            self._ids.get(form) or self._names.get(form) for form in forms(text)
        )

    def _learn(self) -> None:
        board = self._board
        for each in board.measures.values():
            self._note(f"{_MEASURE}{each.id}", each.id, *each.name)
        for kpi in board.versions:
            self._note(f"{_KPI}{kpi}", kpi, *board.latest(kpi).name)
            measure = typed_measure(board.latest(kpi), board)
            self._shown_by[measure] = (*self._shown_by.get(measure, ()), kpi)

    def _note(self, meaning: str, own_id: str, *names: str) -> None:
        self._ids.setdefault(folded(own_id), set()).add(meaning)
        for name in filter(None, names):
            self._names.setdefault(folded(name), set()).add(meaning)

    def _match(self, text: str) -> Match:
        choice = self._recipe.choice(text)
        if choice.skip:
            return Match(text, How.SKIP, choice=choice)
        if choice.to:
            meanings = (
                self._ids.get(folded(choice.to)) or self._names.get(folded(choice.to)) or set()
            )
            found = self._one(text, meanings, How.CHOSEN, choice)
            return found or Match(text, How.UNKNOWN, near=self._near(choice.to), choice=choice)
        for form in forms(text):
            for known, how in ((self._ids, How.ID), (self._names, How.NAME)):
                found = self._one(text, known.get(form, set()), how, choice)
                if found is not None and self._fits(text, form, found):
                    is_made = bool(choice.new) and found.how is How.COMPUTED
                    return Match(text, How.NEW, choice=choice) if is_made else found
        new = choice.new or self._recipe.new
        if new:
            return Match(text, How.NEW, choice=choice)
        near = self._near(text)
        return Match(text, How.NEAR if near else How.UNKNOWN, near=near, choice=choice)

    def _fits(self, text: str, form: str, match: Match) -> bool:
        """Whether a name that was found without its unit is counted in that unit."""
        said = unit_behind(text)
        if not match.measure or not said or form == folded(_NUMBERED.sub("", text.strip())):
            return True
        own = self._board.measures[match.measure].unit
        return (
            not own
            or folded(said) == folded(own)
            or power_of(said, own) != 0
            or (is_same_unit(said, own))
        )

    def _one(self, text: str, meanings: set[str], how: How, choice: Choice) -> Match | None:
        """The match of a name; a KPI of the name of its measure is that measure."""
        said = [self._as_measure(meaning) for meaning in sorted(meanings)]
        measures = {measure for measure, _ in said if measure}
        kpis = [kpi for _, kpi in said if kpi]
        if len(measures) == 1:
            measure = measures.pop()
            shown = self._shown_by.get(measure, ())
            called = next((kpi for found, kpi in said if found and kpi), "")
            kpi = called or (shown[0] if len(shown) == 1 else "")
            return Match(text, how, measure, kpi, choice=choice)
        if len(measures) > 1:
            return Match(text, How.NEAR, near=tuple(sorted(measures)), choice=choice)
        if kpis:
            inputs = tuple(named(self._board.latest(kpis[0]), self._board))
            return Match(text, How.COMPUTED, kpi=kpis[0], inputs=inputs, choice=choice)
        return None

    def _as_measure(self, meaning: str) -> tuple[str, str]:
        kind, _, own_id = meaning.partition(":")
        if f"{kind}:" == _MEASURE:
            return own_id, ""
        version = self._board.latest(own_id)
        return typed_measure(version, self._board), own_id

    def _near(self, text: str) -> tuple[str, ...]:
        forms_of = forms(text)
        close = get_close_matches(forms_of[-1], self._names, n=_MOST_NEAR, cutoff=_NEAR)
        found = [self._as_measure(m)[0] for name in close for m in sorted(self._names[name])]
        return tuple(dict.fromkeys(filter(None, found)))


def typed_measure(version: KpiVersion, board: Board) -> str:
    """The measure that a KPI shows as it is; empty where it is computed."""
    try:
        is_name = bool(version.formula) and isinstance(parsed(version.formula), Name)
    except FormulaError:
        return ""
    meant = named(version, board) if is_name else []
    return meant[0].removeprefix(_MEASURE) if meant and meant[0].startswith(_MEASURE) else ""


def forms(text: str) -> tuple[str, ...]:
    """A name as it stands, then without its number, then without a unit in brackets."""
    bare = _NUMBERED.sub("", text.strip())
    return tuple(dict.fromkeys(map(folded, (text, bare, plain_name(text)))))


def plain_name(text: str) -> str:
    """A name without its number and without a unit in brackets, as it is written."""
    bare = _NUMBERED.sub("", text.strip())
    return (_UNIT_BEHIND.sub("", bare) if unit_behind(bare) else bare) or text


def unit_behind(text: str) -> str:
    """The unit in brackets behind a name: `良率(%)`; other words in brackets are part of it."""
    found = _UNIT_BEHIND.search(text)
    said = found[1].strip() if found else ""
    return said if said and (is_unit(said) or is_money(said)) else ""


class Places:
    """Finds the units of the organisation that a workbook names; `usual` is that of what names
    none, with `is_chosen` because somebody said so."""

    def __init__(self, board: Board, recipe: Recipe) -> None:
        self._chosen: Mapping[str, str] = recipe.orgs
        self._known: dict[str, str] = {}
        self._found: dict[str, str] = {}
        self._called: dict[str, str] = {}
        for org in board.orgs.values():
            self._called[org.id] = org.name.show("zh_TW") or org.id
            for name in (org.id, *org.name):
                self._known.setdefault(folded(name), org.id)
        tops = [org.id for org in board.orgs.values() if org.parent is None]
        top = tops[0] if len(tops) == 1 else ""
        if top:
            self.add_top(top)
        self.is_chosen = bool(recipe.org)
        self.usual = self.find(recipe.org) if recipe.org else top

    def add_top(self, own_id: str) -> None:
        """The unit that everything belongs to; a unit of such a name goes before."""
        for name in _EVERYTHING:
            self._known.setdefault(folded(name), own_id)
        self._found.clear()

    def add(self, name: str, own_id: str) -> None:
        """A unit that is to be made."""
        self._known[folded(name)] = own_id
        self._called[own_id] = name
        self._found.pop(name, None)

    def find(self, text: str) -> str:
        """The id of a unit by its id, name or an earlier choice; empty where there is none."""
        if text not in self._found:
            chosen = self._chosen.get(folded(text), text)
            self._found[text] = self._known.get(folded(chosen), "") if chosen else ""
        return self._found[text]

    def called(self, own_id: str) -> str:
        """What a unit is called."""
        return self._called.get(own_id, own_id)
