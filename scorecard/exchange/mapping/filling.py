"""Figures of a sheet → entries and targets, each with the address of its cell."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from scorecard.board import Board
from scorecard.cleaning import clean
from scorecard.exchange.entries_csv import unguarded
from scorecard.exchange.layout.headings import Role
from scorecard.exchange.layout.table import Figure, Table, text_of
from scorecard.exchange.mapping.aims import signed
from scorecard.exchange.mapping.amount import amount, power_of
from scorecard.exchange.mapping.becoming import Made
from scorecard.exchange.mapping.homes import Homes
from scorecard.exchange.mapping.listed_targets import target_in_force
from scorecard.exchange.mapping.matching import How, Match
from scorecard.exchange.mapping.missing_lines import Aimed, MissingLines
from scorecard.exchange.mapping.places import Places
from scorecard.exchange.source import Source
from scorecard.exchange.workbook.grid import StoredNone
from scorecard.model.records import Entry, Measure, Target
from scorecard.period import Calendar, Period, first_day
from scorecard.period_code import entered_by, entry_trouble
from scorecard.target import Aim, read_aim, write_aim
from scorecard.text import listed, named
from scorecard.trouble import Level, Refused, Trouble
from scorecard.unit_words import is_same_unit
from scorecard.vocabulary import Direction, Frequency

_TARGET_OF = tuple[str, str]
_SIGNED = (Direction.HIGHER, Direction.LOWER, Direction.EXACT)


class Filling:
    """Takes the figures of tables into a source."""

    def __init__(
        self,
        board: Board,
        source: Source,
        matches: Mapping[str, Match],
        made: Mapping[str, Made],
        where: tuple[Places, Homes, MissingLines],
    ) -> None:
        self.blank = 0
        #: The units that a name may be of where nothing says which.
        self.several: dict[str, Sequence[str]] = {}
        self._places, self._homes, self._lines = where
        self._board, self._source = board, source
        self._matches, self._made = matches, made
        self._calendar = board.settings.calendar
        self._targets: dict[_TARGET_OF, dict[str, tuple[Aim, str]]] = {}
        self._told: set[tuple[str, str]] = set()

    def take(self, table: Table) -> None:
        """The figures of one sheet."""
        for objection in table.objections:
            where = table.grid.address(*objection.at)
            self._source.refuse(where, objection.what, objection.code, **objection.facts)
        for figure in table.figures:
            self._take(table, figure)

    @property
    def aimed(self) -> Collection[tuple[str, str]]:
        """The KPIs and units whose targets are said period by period."""
        return self._targets.keys()

    def targets(self) -> Iterator[tuple[Target, str]]:
        """The targets said period by period, one for each time that they change."""
        for (kpi, org), said in self._targets.items():
            last = ""
            for start in sorted(said, key=lambda code: first_day(code, self._calendar)):
                aim, where = said[start]
                text = self._written(kpi, org, start, aim)
                there = self._board.find("target", (kpi, org, start))
                if text != (last or self._in_force(kpi, org, start)) or there is not None:
                    yield Target(kpi, org, start, text), where
                last = text

    def _take(self, table: Table, figure: Figure) -> None:
        is_none = isinstance(figure.value, StoredNone)
        if not is_none and (figure.value is None or figure.value == ""):
            self.blank += 1
            return
        match = self._matches.get(figure.name)
        measure = self._measure(match) if match is not None else None
        where = table.grid.address(*figure.at)
        if match is None or measure is None:
            self._refuse_nameless(figure, where)
            return
        orgs = self._orgs(table, figure, match)
        period = self._period(figure.period, measure.frequency)
        if len(orgs) > 1:
            self._refuse_several(table, figure, orgs)
        elif orgs[0] and match.org not in ("", orgs[0]):
            self._refuse_two(table, figure, match.org)
        elif not orgs[0]:
            self._refuse_org(table, figure)
        elif period is None:
            trouble = entry_trouble(figure.period.code, measure.frequency)
            if trouble is not None:
                self._source.refuse(where, figure.period.code, trouble.code, **trouble.facts)
        else:
            power = power_of(figure.unit or table.unit, measure.unit)
            self._read(figure, where, (measure.id, orgs[0], period), (measure, power), match)

    def _orgs(self, table: Table, figure: Figure, match: Match) -> list[str]:
        """The unit of a figure: its own, the one in its name, that of its sheet, or those of its
        name."""
        if figure.org:
            return [self._places.find(figure.org)]
        if match.org:
            return [match.org]
        of_sheet = self._places.find(table.grid.name)
        return [of_sheet] if of_sheet else self._homes.units(match)

    def _measure(self, match: Match) -> Measure | None:
        if match.how is How.NEW:
            return self._made[match.text].measure
        return self._board.measures.get(match.measure)

    def _refuse_nameless(self, figure: Figure, where: str) -> None:
        """Names that are not settled are refused once by name, not in every cell."""
        if not figure.name:
            self._source.refuse(where, text_of(figure.value), "row_without_name")

    def _refuse_several(self, table: Table, figure: Figure, orgs: list[str]) -> None:
        """Said once for a row: nobody knows which of the units of its KPI it speaks of."""
        where = table.grid.address(*figure.name_at)
        if (where, figure.name) not in self._told:
            self._told.add((where, figure.name))
            self.several[figure.name] = orgs
            known, name = listed(map(self._places.called, orgs)), figure.name
            self._source.refuse(where, name, "org_of_several", name=name[:60], known=known)

    def _refuse_two(self, table: Table, figure: Figure, org: str) -> None:
        """Said once for a row: its name says another unit than its column."""
        where = table.grid.address(*figure.name_at)
        if (where, figure.name) not in self._told:
            self._told.add((where, figure.name))
            called, facts = self._places.called(org), {"name": figure.name[:60]}
            facts["column"] = figure.org[:60]
            self._source.refuse(where, figure.name, "orgs_differ", org=called, **facts)

    def _refuse_org(self, table: Table, figure: Figure) -> None:
        where = table.grid.prefix.rstrip("!")
        if (where, figure.org) in self._told:
            return
        self._told.add((where, figure.org))
        tops = [unit.id for unit in self._board.orgs.values()][:5]
        same = self._places.units(figure.org)
        if len(same) > 1:
            known = named(same)
            place = table.grid.address(*figure.at)
            self._source.refuse(place, figure.org, "org_of_same_name", id=figure.org, known=known)
        elif figure.org:
            place = table.grid.address(*figure.at)
            near = named(tops or ["–"])
            self._source.refuse(place, figure.org, "unknown_org", id=figure.org[:80], near=near)
        elif tops:
            self._source.refuse(where, "", "sheet_without_org", known=named(tops))
        else:
            self._source.refuse(where, "", "no_orgs_yet")

    def _period(self, period: Period, frequency: Frequency) -> str | None:
        return _fitting(period, frequency, self._calendar)

    def _read(
        self,
        figure: Figure,
        where: str,
        key: tuple[str, str, str],
        counted: tuple[Measure, int],
        match: Match,
    ) -> None:
        measure, power = counted
        self._warn_of_unit(figure, where, measure, power)
        aim = signed(figure.value, measure.unit) if figure.role is Role.TARGET else None
        if aim is not None and not power:
            self._aim(figure, where, key, aim)
            return
        try:
            value = amount(figure.value, measure.unit, match.choice.scale, power)
        except Refused as refused:
            trouble = refused.troubles[0]
            self._source.refuse(where, text_of(figure.value), trouble.code, **trouble.facts)
            return
        if value is None and not isinstance(figure.value, StoredNone):
            self.blank += 1
        elif value is not None and figure.role is Role.TARGET:
            self._aim(figure, where, key, Aim(None, value))
        else:
            self._enter(figure, where, key, value)

    def _enter(
        self, figure: Figure, where: str, key: tuple[str, str, str], value: float | None
    ) -> None:
        """The same cell said twice with one value is no contradiction."""
        there = self._source.entries.get(key)
        if there is not None and there[0] == value:
            return
        if self._source.place(Entry(*key, None).table, key, where):
            self._source.entries[key] = (value, clean(unguarded(figure.note)) or None)

    def _aim(self, figure: Figure, where: str, key: tuple[str, str, str], aim: Aim) -> None:
        kpi = self._kpi(figure.name)
        is_said = bool(figure.org or self._matches[figure.name].org)
        if kpi and not self._lines.has(Aimed(kpi, key[1], figure.name, where, is_said)):
            return
        if kpi:
            said = self._targets.setdefault((kpi, key[1]), {})
            said.setdefault(key[2], (aim, where))
        elif ("target", figure.name) not in self._told:
            self._told.add(("target", figure.name))
            facts = {"name": figure.name}
            self._source.warnings.append(Trouble("target_left", where, facts, Level.WARNING))

    def _kpi(self, name: str) -> str:
        match = self._matches[name]
        return self._made[match.text].kpi if match.how is How.NEW else match.kpi

    def _written(self, kpi: str, org: str, start: str, said: Aim) -> str:
        """The text of a target: with its own sign, else that of the one before it, if any."""
        if said.kind is not None:
            return write_aim(said)
        before = self._in_force(kpi, org, start)
        aim = read_aim(before) if before else Aim(None)
        kind = aim.kind if aim.kind in _SIGNED else None
        return write_aim(Aim(kind, said.value, strict=aim.strict))

    def _in_force(self, kpi: str, org: str, start: str) -> str:
        found = target_in_force(self._board, kpi, org, start)
        return found.value if found is not None else ""

    def _warn_of_unit(self, figure: Figure, where: str, measure: Measure, power: int) -> None:
        """Said once for a name: the sheet counts in another unit than the document."""
        said, own = figure.unit.strip(), measure.unit.strip()
        is_same = not said or not own or power or is_same_unit(said, own) or is_same_unit(own, said)
        if is_same or ("unit", figure.name) in self._told:
            return
        self._told.add(("unit", figure.name))
        facts = {"name": figure.name, "unit": said, "own": own}
        self._source.warnings.append(Trouble("unit_differs", where, facts, Level.WARNING))


@lru_cache(maxsize=8192)
def _fitting(period: Period, frequency: Frequency, calendar: Calendar) -> str | None:
    """The code of a period as entries of `frequency` have it: a day lies in its month, and the
    last month of a quarter stands for the quarter. None where it does not fit."""
    kind = entered_by(frequency)
    if period.kind is kind:
        return period.code
    if period.kind is Frequency.DAY:
        return calendar.containing(calendar.span(period).first, kind).code
    last = calendar.span(period).last
    around = calendar.containing(last, kind)
    span = calendar.span(around)
    is_end = span.last == last and span.first < calendar.span(period).first
    return around.code if is_end and kind is not Frequency.DAY else None
