"""Unknown names that become measures or KPIs of the document, with what a list says of them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from scorecard.board import Board
from scorecard.catalogue.folding import folded
from scorecard.cleaning import clean_name, clean_unit
from scorecard.commands.free_id import free_id
from scorecard.commands.outline import KNOWN_BY, Outline
from scorecard.exchange.layout.headings import Role
from scorecard.exchange.mapping.aims import amber_text, better, kind_of, target_text, toward
from scorecard.exchange.mapping.homes import Home, Listing
from scorecard.exchange.mapping.matching import Match, plain_name, unit_behind
from scorecard.exchange.mapping.recipe import KPI
from scorecard.formula import FormulaError, parse
from scorecard.formula.names import name_written, names
from scorecard.model.records import KpiVersion, Measure, Node, Record, Target
from scorecard.reading.outcome import is_missing
from scorecard.trouble import Level, Trouble
from scorecard.unit_words import is_same_unit
from scorecard.vocabulary import Category, Direction, Frequency, Method, NodeKind, Words

_HOW_OFTEN = {
    **dict.fromkeys(("日", "每日", "天", "day", "daily"), Frequency.DAY),
    **dict.fromkeys(("週", "周", "每週", "每周", "week", "weekly", "w"), Frequency.WEEK),
    **dict.fromkeys(("季", "每季", "quarter", "quarterly", "q"), Frequency.QUARTER),
    **dict.fromkeys(("半年", "每半年", "half", "half-yearly"), Frequency.HALF),
    **dict.fromkeys(("年", "每年", "year", "yearly", "annual", "annually", "y"), Frequency.YEAR),
}
#: Units of what is not added up over months: shares, times, ratios.
_AVERAGED = re.compile(
    r"[%‰]|.*/.*|天|日|分|分鐘|秒|倍|歲|days?|min(?:ute)?s?|x|pts?|points?|pp[mb]|per .*", re.I
)


class Made(NamedTuple):
    """A new measure, and the KPI over it where the name became one."""

    measure: Measure
    kpi: str


@dataclass(slots=True)
class Becoming:
    """Makes the records of new names, each with the address it comes from."""

    board: Board
    start: str
    records: list[tuple[Record, str]] = field(default_factory=list)
    made: dict[str, Made] = field(default_factory=dict)
    warnings: list[Trouble] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)
    _outline: Outline | None = None

    def make(self, match: Match, where: str, listing: Listing, unit: str, default: str) -> Made:
        """The records of a name; the same ones where its plain name was there before."""
        name = clean_name(plain_name(match.stem or match.text))
        key = folded(name)
        if key not in self.made:
            said = listing.said.get(Role.UNIT, "")
            unit = match.choice.unit or said or unit or unit_behind(match.text)
            unit = "" if is_missing(unit) else clean_unit(unit)
            measure = self._measure(name, unit, listing.said)
            self.records.append((measure, where))
            is_kpi = (match.choice.new or default) == KPI
            kpi = self._kpi(match, measure, listing, where) if is_kpi else ""
            self.made[key] = Made(measure, kpi)
        return self.made[key]

    def warn_of(self, targets: Iterable[tuple[Target, str]]) -> None:
        """Targets beside the months, of new KPIs of which nobody says which way is good."""
        told = {trouble.facts["name"] for trouble in self.warnings}
        unsaid = {
            record.kpi: record.name.zh_TW
            for record, _ in self.records
            if isinstance(record, KpiVersion) and record.direction is Direction.NONE
        }
        for target, where in targets:
            name = unsaid.pop(target.kpi, "")
            if name and name not in told:
                self._warn("direction_unsaid", where, name=name)

    def outline(self) -> Outline:
        """The tree with all lines that the import adds."""
        if self._outline is None:
            self._outline = Outline(self.board)
        return self._outline

    def _measure(self, name: str, unit: str, said: Mapping[Role, str]) -> Measure:
        taken = {*self.board.measures, *self.board.names, *self._taken}
        own_id = free_id("m_", taken)
        self._taken.add(own_id)
        method = Method.AVERAGE if unit and _AVERAGED.fullmatch(unit) else Method.SUM
        often = _HOW_OFTEN.get(said.get(Role.FREQUENCY, "").strip().casefold(), Frequency.MONTH)
        source = clean_name(said.get(Role.SOURCE, ""))
        owner = clean_name(said.get(Role.OWNER, ""))
        return Measure(
            own_id,
            Words(name, name),
            unit,
            often,
            over_time=method,
            over_org=method,
            source=Words(source, source),
            owner=Words(owner, owner),
        )

    def _kpi(self, match: Match, measure: Measure, listing: Listing, where: str) -> str:
        said, name = listing.said, measure.name.zh_TW
        kpi = self._kpi_id(said.get(Role.ID, ""))
        amber = said.get(Role.AMBER, "")
        way = better(match, said) or toward(said.get(Role.TARGET, ""), amber, measure.unit)
        aims = [target_text(h.said.get(Role.TARGET, ""), measure.unit, way) for h in listing.homes]
        direction = kind_of(next(filter(None, aims), "")) or way or Direction.NONE
        category = _category(match, said)
        amber = self._amber(amber, measure, aims, where)
        definition = clean_name(said.get(Role.DEFINITION, ""))
        version = KpiVersion(
            kpi,
            "v1.0",
            self.start,
            measure.name,
            category=category,
            definition=Words(definition, definition),
            formula=_spelled(name, measure.id, self.board),
            unit=measure.unit,
            frequency=measure.frequency,
            direction=direction,
            amber=amber,
            source=measure.source,
            owner=measure.owner,
        )
        self.records.append((version, where))
        for home, aim in zip(listing.homes, aims, strict=True):
            self._stand(version, home, aim, home.where or where)
        return kpi

    def _amber(self, text: str, measure: Measure, aims: Sequence[str], where: str) -> str:
        """The amber limit of a list, where it is one below its targets; otherwise that is told."""
        found = amber_text(text, measure.unit, [aim for aim in aims if aim])
        if not found and not is_missing(text):
            self._warn("amber_left", where, name=measure.name.zh_TW, text=text[:40])
        return found

    def _stand(self, version: KpiVersion, home: Home, aim: str, where: str) -> None:
        """The line and the target of a KPI at one of its units."""
        called = clean_name(home.said.get(Role.CATEGORY, ""))
        self._line(version, called, home.org, where)
        name = version.name.zh_TW
        if aim and version.direction is Direction.NONE:
            self._warn("direction_unsaid", where, name=name)
        unit = clean_unit(home.said.get(Role.UNIT, ""))
        if not is_missing(unit) and not _is_alike(unit, version.unit):
            self._warn("unit_differs", where, name=name, unit=unit, own=version.unit)
        if aim:
            self.records.append((Target(version.kpi, home.org, self.start, aim), where))

    def _warn(self, code: str, where: str, **facts: str) -> None:
        self.warnings.append(Trouble(code, where, facts, Level.WARNING))

    def _kpi_id(self, said: str) -> str:
        """The id of the list where it can be one of a KPI, else a free one."""
        taken = {*self.board.versions, *self.board.names, *self._taken}
        own_id = clean_name(said)
        is_fit = len(own_id) > 2 and own_id not in taken and len(own_id) < 40  # noqa: PLR2004  1 and 12 are row numbers
        found = own_id if is_fit else free_id("KPI-", taken)
        self._taken.add(found)
        return found

    def _line(self, version: KpiVersion, called: str, org: str, where: str) -> None:
        outline = self.outline()
        known = len(outline.added)
        outline.goal()
        if version.category is not None:
            parent = outline.perspective(version.category)
        elif called:
            parent = self._perspective(outline, called)
        else:
            parent = outline.goal()
        outline.add_kpi(parent, version.kpi, org, star=False)
        self.records += [(node, where) for node in outline.added[known:]]

    def _perspective(self, outline: Outline, called: str) -> str:
        there: Iterable[Node] = (*self.board.nodes.values(), *outline.added)
        kinds = (NodeKind.PERSPECTIVE, NodeKind.LEVEL, NodeKind.THEME)
        found = (n.id for n in there if n.kind in kinds and called in n.name)
        return next(found, "") or outline.add(
            outline.goal(), NodeKind.PERSPECTIVE, Words(called, called)
        )


def _is_alike(unit: str, own: str) -> bool:
    return is_same_unit(unit, own) or is_same_unit(own, unit)


def _category(match: Match, said: Mapping[Role, str]) -> Category | None:
    if match.choice.category:
        return Category(match.choice.category)
    text = said.get(Role.CATEGORY, "").casefold()
    found = (c for c, known in KNOWN_BY.items() if any(word in text for word in known))
    return next(found, None)


def _spelled(name: str, own_id: str, board: Board) -> str:
    """The measure as a formula says it: by its name where that means nothing else."""
    if name in board.names or name in board.shared:
        return own_id
    try:
        written = name_written(name)
        return written if len(list(_names(written))) == 1 else own_id
    except (ValueError, FormulaError):
        return own_id


def _names(formula: str) -> Iterator[str]:
    return (name.name for name in names(parse(formula)))
