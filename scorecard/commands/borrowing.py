"""Definitions of the library as a document takes them: over its own measures, in its words."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from scorecard.board import Board
from scorecard.catalogue.library import library, monthly
from scorecard.catalogue.matching import MONEY, Standing
from scorecard.catalogue.spelling import spelled
from scorecard.catalogue.template import Template
from scorecard.formula.names import name_written
from scorecard.model.edits import Edit
from scorecard.model.records import KpiVersion, Measure, Record, Target
from scorecard.period_code import LENGTHS
from scorecard.target import read_aim
from scorecard.text import LANGUAGES, in_both, say
from scorecard.trouble import Level, Trouble
from scorecard.unit_words import unit_told
from scorecard.vocabulary import Direction, Frequency, Words


class Lending(NamedTuple):
    """What comes along: `measures` and `versions` that are new, `reused` measures of the
    document, `notes` on those that are not quite what the library means."""

    measures: tuple[Measure, ...]
    versions: tuple[KpiVersion, ...]
    reused: tuple[Measure, ...]
    notes: tuple[Trouble, ...]


class Borrowing:
    """Takes templates for one board, each measure once, whoever needs it."""

    def __init__(self, board: Board, *, start: str, as_updated: bool) -> None:
        self._board, self._start, self._as_updated = board, start, as_updated
        self._library = library()
        self._standing = Standing(board, self._library)
        self._meant: dict[str, Measure] = {}
        self._new: dict[str, Measure] = {}
        self._kpis: dict[str, str] = {}
        self._taken: dict[str, Template] = {}
        self._notes: list[Trouble] = []

    def borrow(self, template: Template) -> str:
        """The id of the KPI in the document: its own, or one that comes along."""
        if template.id not in self._kpis:
            own = self._standing.kpi(template)
            self._kpis[template.id] = own or self._take(template)
        return self._kpis[template.id]

    def target(self, template: Template, kpi: str, org: str) -> Iterator[Target]:
        """The suggested target, where the KPI has none there and is judged as in the library."""
        if template.target is None or (kpi, org) in self._board.targets:
            return
        if kpi in self._board.versions:
            own = self._board.latest(kpi)
            alike = own.direction is template.version.direction
            if not alike or not self._standing.same_unit(own.unit, template.version.unit):
                return
        value, basis = template.target
        if self._is_foreign(template):
            return
        budget = read_aim(value).measure
        if budget:
            value = f"{Direction.BUDGET}:{self._measure(budget, template).id}"
        yield Target(kpi, org, self._start, value, basis)

    def lent(self) -> Lending:
        """Everything that was taken so far."""
        measures = tuple(
            replace(measure, order=len(self._board.measures) + place)
            for place, measure in enumerate(self._new.values(), 1)
        )
        drafts = [self._version(kpi, template) for kpi, template in self._taken.items()]
        records: list[Record] = [*measures, *drafts]
        after = self._board.after([Edit(None, record) for record in records])
        versions = tuple(self._worded(draft, after) for draft in drafts)
        reused = (each for each in self._meant.values() if each.id not in self._new)
        return Lending(measures, versions, tuple(dict.fromkeys(reused)), tuple(self._notes))

    def _take(self, template: Template) -> str:
        taken = {*self._board.measures, *self._board.versions}
        kpi = template.id
        if kpi in taken:
            kpi = next(i for n in count(2) if (i := f"{kpi}-{n}") not in taken)
        self._taken[kpi] = template
        for measure in template.measures:
            self._measure(measure, template)
        if self._is_foreign(template):
            self._note("library_money", kpi=template.id, currency=self._currency)
        return kpi

    def _measure(self, wanted: str, template: Template) -> Measure:
        if wanted not in self._meant:
            model = self._suited(self._library.measures[wanted])
            match = self._standing.measure(model)
            self._meant[wanted] = match.same or self._bring(model, match.other)
            if match.same is not None:
                self._compare(match.same, model, template)
        return self._meant[wanted]

    def _suited(self, model: Measure) -> Measure:
        quickest = self._library.quickest[model.id]
        frequency = quickest if self._as_updated else monthly(quickest)
        return replace(model, unit=self._standing.in_own_money(model.unit), frequency=frequency)

    def _bring(self, model: Measure, other: Measure | None) -> Measure:
        measure = model
        if other is not None:
            names = Words(*(f"{name}（{model.unit}）" for name in model.name))
            measure = replace(model, id=self._free(model.id), name=names)
            units = {"unit": unit_told(other.unit), "own": unit_told(model.unit)}
            self._note("library_other_unit", name=other.id, **units)
        self._new[measure.id] = measure
        self._standing.keep(measure)
        return measure

    def _free(self, measure: str) -> str:
        taken = {*self._board.measures, *self._board.versions, *self._new}
        return next(i for n in count(2) if (i := f"{measure}_{n}") not in taken)

    def _compare(self, own: Measure, model: Measure, template: Template) -> None:
        if own.over_time is not model.over_time:
            facts = {"own": _method(own), "other": _method(model)}
            self._note("library_other_method", name=own.name, **facts)
        needed = self._frequency(template)
        if LENGTHS.index(own.frequency) > LENGTHS.index(needed):
            facts = {"kind": _frequency(own.frequency), "own": _frequency(needed)}
            self._note("library_slower", name=own.name, **facts)

    def _note(self, code: str, **facts: str | Words) -> None:
        note = Trouble(code, facts=facts, level=Level.WARNING)
        if note not in self._notes:
            self._notes.append(note)

    def _frequency(self, template: Template) -> Frequency:
        frequency = template.version.frequency
        return frequency if self._as_updated else monthly(frequency)

    def _version(self, kpi: str, template: Template) -> KpiVersion:
        """The definition over ids of the document."""
        version = template.version
        called = {each: self._meant[each].id for each in template.measures}
        return replace(
            version,
            kpi=kpi,
            effective=self._start,
            formula=spelled(version.formula, called, ""),
            unit=self._standing.in_own_money(version.unit),
            frequency=self._frequency(template),
            amber="" if self._is_foreign(template) or self._is_longer(template) else version.amber,
            related=self._related(template),
            change=_words("library.change", id=template.id),
            notes=_said_of(template),
        )

    def _related(self, template: Template) -> tuple[str, ...]:
        known = self._library.templates
        there = (
            self._kpis.get(each) or self._standing.kpi(known[each])
            for each in template.version.related
        )
        return tuple(kpi for kpi in there if kpi is not None)

    def _worded(self, version: KpiVersion, after: Board) -> KpiVersion:
        """The definition in the document's language, by id where a name is not its own."""
        language = after.settings.language
        called = {}
        for measure in {*self._new, *(own.id for own in self._meant.values())}:
            word = after.measures[measure].name.show(language)
            if _says(word) and after.names.get(word) == f"measure:{measure}":
                called[measure] = word
        return replace(version, formula=spelled(version.formula, called, language))

    def _is_foreign(self, template: Template) -> bool:
        """Whether its amounts are money of another country."""
        money = template.version.unit.partition("/")[0] == MONEY and self._currency != MONEY
        aim = read_aim(template.target.value) if template.target is not None else None
        return money and aim is not None and bool(aim.value or aim.low or aim.high)

    def _is_longer(self, template: Template) -> bool:
        """Whether its amber limit is for a longer period than its own, so not for one of them."""
        basis = template.target.basis if template.target is not None else None
        if basis is None or template.version.window:
            return False
        return LENGTHS.index(basis) > LENGTHS.index(self._frequency(template))

    @property
    def _currency(self) -> str:
        return self._board.settings.currency


def _said_of(template: Template) -> Words:
    good = {lang: say("library.good", lang, good=template.good) for lang in LANGUAGES}
    texts = ("\n".join(filter(None, (template.kept.show(lang), good[lang]))) for lang in LANGUAGES)
    return Words(*texts)


def _words(key: str, **facts: str) -> Words:
    return Words(*(say(key, language, **facts) for language in LANGUAGES))


def _says(word: str) -> bool:
    try:
        name_written(word)
    except ValueError:
        return False
    return True


def _method(measure: Measure) -> Words:
    return in_both(f"check.method.{measure.over_time}")


def _frequency(frequency: Frequency) -> Words:
    return in_both(f"check.frequency.{frequency}")
