"""The measure that a name of a workbook stands for (by id, by name, by an earlier choice)."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from enum import Enum
from typing import NamedTuple

from scorecard.board import Board, Place
from scorecard.catalogue.folding import folded
from scorecard.check.formulas import named, parsed
from scorecard.entry_name import MEASURE, EntryNames, Meaning
from scorecard.exchange.mapping.amount import is_money, power_of
from scorecard.exchange.mapping.places import Places
from scorecard.exchange.mapping.recipe import Choice, Recipe
from scorecard.formula.mistake import FormulaError
from scorecard.formula.tree import Name
from scorecard.model.records import KpiVersion
from scorecard.unit_words import is_same_unit, is_unit

_NEAR, _MOST_NEAR = 0.6, 3
_NUMBERED = re.compile(r"^(?:[(（]?[0-9]{1,2}[)）.、]|[一二三四五六七八九十]{1,3}[.、])\s*")
_UNIT_BEHIND = re.compile(r"\s*[(（\[]([^()（）\[\]]{1,12})[)）\]]\s*$")


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
    """What a name stands for: the measure that is entered, and the KPI where it is one's name, at
    the unit `org` where the name says one; `stem` is the name without it.

    `near` are measures that look like it, each with its unit where one is said; `inputs` what a
    KPI is computed from.
    """

    text: str
    how: How
    measure: str = ""
    kpi: str = ""
    near: tuple[Place, ...] = ()
    inputs: tuple[str, ...] = ()
    choice: Choice = Choice()
    org: str = ""
    stem: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether nothing has to be asked."""
        return self.how not in (How.NEAR, How.COMPUTED, How.UNKNOWN)


class Matching:
    """Finds what names stand for on one board."""

    def __init__(self, board: Board, recipe: Recipe, places: Places) -> None:
        self._board, self._recipe, self._places = board, recipe, places
        self._names = EntryNames(board, places.units, forms)
        self._found: dict[str, Match] = {}
        self._shown_by: dict[str, tuple[str, ...]] = {}
        for kpi in board.versions:
            measure = typed_measure(board.latest(kpi), board)
            self._shown_by[measure] = (*self._shown_by.get(measure, ()), kpi)

    def match(self, text: str) -> Match:
        """What a name stands for."""
        if text not in self._found:
            self._found[text] = self._match(text)._replace(text=text)
        return self._found[text]

    def is_known(self, text: str) -> bool:
        """Whether a name is one of the document's, or something was said about it."""
        choice = self._recipe.choice(text)
        return bool(choice.to or choice.new) or self._names.read(text) is not None

    def _match(self, text: str) -> Match:
        choice = self._recipe.choice(text)
        if choice.skip:
            return Match(text, How.SKIP, choice=choice)
        if choice.to:
            return self._chosen(text, choice)
        called = self._names.read(text)
        if called is not None:
            how = How.ID if called.is_id else How.NAME
            found = self._one(text, called.means, how, choice)
            if self._fits(text, called.form, found):
                is_made = bool(choice.new) and found.how is How.COMPUTED
                return self._new(text, choice) if is_made else found
        return self._stranger(text, choice)

    def _chosen(self, text: str, choice: Choice) -> Match:
        """What somebody said that a name is; its unit is the chosen one, or that of either name."""
        said = self._names.read(choice.to)
        if said is None:
            return Match(text, How.UNKNOWN, near=self._near(choice.to, ""), choice=choice)
        _, in_name = self._names.unit_in(text)
        orgs = self._places.units(choice.org) or in_name or ("",)
        means = [(meaning, at or org) for meaning, at in said.means for org in orgs]
        found = self._one(text, means, How.CHOSEN, choice)
        others: Sequence[str] = in_name if len(in_name) > 1 else ()
        if choice.org and not others:
            others = self._entered_at(found.measure)
        near = tuple((found.measure, org) for org in others)
        return found._replace(near=near) if found.is_settled else found

    def _entered_at(self, measure: str) -> Sequence[str]:
        """The units that a measure has values of, for whoever chooses another one."""
        return sorted(org for own_id, org in self._board.series if own_id == measure)

    def _stranger(self, text: str, choice: Choice) -> Match:
        """A name that the document has not: it becomes something, or is asked."""
        new = choice.new or self._recipe.new
        if new:
            return self._new(text, choice)
        stem, orgs = self._names.unit_in(text)
        org = orgs[0] if len(orgs) == 1 else ""
        near = self._near(stem, org)
        return Match(text, How.NEAR if near else How.UNKNOWN, near=near, choice=choice, org=org)

    def _new(self, text: str, choice: Choice) -> Match:
        """A name that becomes something, at the unit in its brackets where there is one."""
        stem, orgs = self._names.unit_in(text)
        if len(orgs) != 1:
            return Match(text, How.NEW, choice=choice)
        return Match(text, How.NEW, choice=choice, org=choice.org or orgs[0], stem=stem)

    def _fits(self, text: str, form: str, match: Match) -> bool:
        """Whether a name that was found without its unit is counted in that unit. Brackets that
        are a unit of the organisation must not be the one that it is counted in too."""
        said = unit_behind(text)
        if not match.measure or not said or form == folded(_NUMBERED.sub("", text.strip())):
            return True
        own = self._board.measures[match.measure].unit
        is_own = folded(said) == folded(own) or power_of(said, own) != 0 or is_same_unit(said, own)
        is_org = bool(match.org) and match.org in self._places.units(said)
        return not is_own if is_org else not own or is_own

    def _one(self, text: str, means: Iterable[Meaning], how: How, choice: Choice) -> Match:
        """The match of a name; a KPI of the name of its measure is that measure."""
        said = [(*self._as_measure(meaning), org) for meaning, org in sorted(means)]
        measures = sorted({(measure, org) for measure, _, org in said if measure})
        kpis = [(kpi, org) for _, kpi, org in said if kpi]
        if len(measures) == 1:
            measure, org = measures[0]
            shown = self._shown_by.get(measure, ())
            called = next((kpi for found, kpi, _ in said if found and kpi), "")
            kpi = called or (shown[0] if len(shown) == 1 else "")
            return Match(text, how, measure, kpi, choice=choice, org=org)
        if len(measures) > 1:
            return Match(text, How.NEAR, near=tuple(measures), choice=choice)
        kpi, org = kpis[0]
        inputs = tuple(named(self._board.latest(kpi), self._board))
        return Match(text, How.COMPUTED, kpi=kpi, inputs=inputs, choice=choice, org=org)

    def _as_measure(self, meaning: str) -> tuple[str, str]:
        own_id = meaning.partition(":")[2]
        if meaning.startswith(MEASURE):
            return own_id, ""
        version = self._board.latest(own_id)
        return typed_measure(version, self._board), own_id

    def _near(self, text: str, org: str) -> tuple[Place, ...]:
        names = self._names.names
        close = get_close_matches(forms(text)[-1], names, n=_MOST_NEAR, cutoff=_NEAR)
        found = [self._as_measure(m)[0] for name in close for m in sorted(names[name])]
        return tuple((measure, org) for measure in dict.fromkeys(filter(None, found)))


def typed_measure(version: KpiVersion, board: Board) -> str:
    """The measure that a KPI shows as it is; empty where it is computed."""
    try:
        is_name = bool(version.formula) and isinstance(parsed(version.formula), Name)
    except FormulaError:
        return ""
    meant = named(version, board) if is_name else []
    return meant[0].removeprefix(MEASURE) if meant and meant[0].startswith(MEASURE) else ""


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
