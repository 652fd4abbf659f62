"""Which measures and KPIs of the library a document has already (單一資料來源)."""

from typing import NamedTuple

from scorecard.board import Board
from scorecard.catalogue.folding import folded
from scorecard.catalogue.library import Library
from scorecard.catalogue.template import Template
from scorecard.formula import FormulaError, parse
from scorecard.formula.names import names
from scorecard.model.records import Measure
from scorecard.unit_words import unit_shown
from scorecard.vocabulary import Words

#: What money is called where the document's own currency is meant.
_OWN_MONEY = frozenset({"元", "圓", "twd", "ntd", "nt$", "$", "新臺幣", "新台幣"})
MONEY = "TWD"


class Match(NamedTuple):
    """`same`: the measure of the document that is meant; None where it has to come along.

    `other` is one of that id or name that counts in another unit, so it is not meant.
    """

    same: Measure | None = None
    other: Measure | None = None


class Standing:
    """What stands in a document, by the names that the library could mean it by."""

    def __init__(self, board: Board, library: Library) -> None:
        self._board, self._library = board, library
        self._currency = board.settings.currency
        self._measures: dict[str, Measure] = {}
        for measure in board.measures.values():
            self.keep(measure)
        latest = [board.latest(kpi) for kpi in board.versions]
        self._kpis = {word: version.kpi for version in latest for word in _words(version.name)}

    def keep(self, measure: Measure) -> None:
        """Count a measure among those of the document from now on."""
        for word in (measure.id, *_words(measure.name)):
            self._measures.setdefault(word, measure)

    def measure(self, wanted: Measure) -> Match:
        """The document's own measure for one of the library, by id or by name."""
        called = (wanted.id, *_words(wanted.name))
        there = [self._measures[word] for word in called if word in self._measures]
        same = [each for each in there if self.same_unit(each.unit, wanted.unit)]
        return Match(same[0]) if same else Match(None, there[0] if there else None)

    def kpi(self, template: Template) -> str | None:
        """The id of the document's KPI that is this one: by its name, or by its id where it is
        over one of the same measures. None where it has none."""
        for word in _words(template.name):
            if word in self._kpis:
                return self._kpis[word]
        is_it = template.id in self._board.versions and self._shares(template)
        return template.id if is_it else None

    def same_unit(self, one: str, other: str) -> bool:
        """Whether two units are one in either language, money in the document's own currency by
        any name."""
        return self._unit(one) == self._unit(other)

    def in_own_money(self, unit: str) -> str:
        """A unit of the library with the document's currency for its money."""
        money, slash, per = unit.partition("/")
        return f"{self._currency if money == MONEY else money}{slash}{per}"

    def _unit(self, text: str) -> str:
        money, slash, per = folded(unit_shown(text, "zh_TW")).partition("/")
        own = {self._currency.casefold()} | (_OWN_MONEY if self._currency == MONEY else set())
        return f"{MONEY if money in own | {MONEY.casefold()} else money}{slash}{per}"

    def _shares(self, template: Template) -> bool:
        wanted = (self._library.measures[each] for each in template.measures)
        own = {match.same.id for each in wanted if (match := self.measure(each)).same is not None}
        try:
            said = names(parse(self._board.latest(template.id).formula))
        except FormulaError:
            return False
        meant = {self._board.names.get(name.name, "").removeprefix("measure:") for name in said}
        return bool(own & meant)


def _words(name: Words) -> tuple[str, ...]:
    return tuple(dict.fromkeys(folded(word) for word in name if word))
