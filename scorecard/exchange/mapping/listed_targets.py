"""Targets that a list says of KPIs the document has: changes from the newest period on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from scorecard.board import Board
from scorecard.exchange.layout.headings import Role
from scorecard.exchange.layout.table import Listed, Table, text_of
from scorecard.exchange.mapping.aims import better, target_text
from scorecard.exchange.mapping.amount import power_of
from scorecard.exchange.mapping.homes import said_texts
from scorecard.exchange.mapping.matching import Match
from scorecard.exchange.mapping.missing_lines import Aimed, MissingLines
from scorecard.exchange.source import Source
from scorecard.model.records import KpiVersion, Target
from scorecard.period import first_day
from scorecard.target import in_force, read_aim, write_aim
from scorecard.trouble import Level, Trouble
from scorecard.vocabulary import Direction, Frequency, Words

FindOrg = Callable[[str], str]
_WAYS = (Direction.HIGHER, Direction.LOWER)


@dataclass(frozen=True, slots=True)
class ListedTargets:
    """Compares the targets of lists with those in force. What it finds is told in `source`; with
    `is_kept` the document's stay and that is told too. One without its line counts as `lines`
    say."""

    board: Board
    source: Source
    matches: Mapping[str, Match]
    start: str
    lines: MissingLines
    is_kept: bool

    def changes(self, table: Table, find: FindOrg, usual: str) -> Iterator[tuple[Target, str]]:
        """The targets of one sheet that differ, each with the address of its cell."""
        for row in table.listed:
            match = self.matches.get(row.name)
            if match is None or not match.kpi or Role.TARGET not in row.said:
                continue
            org = find(text_of(row.said[Role.ORG][0])) if Role.ORG in row.said else ""
            said = org or match.org
            found = self._change(row, match, said or self._place(match.kpi, usual))
            where = table.grid.address(*row.said[Role.TARGET][1])
            if found is not None and self._stands(found, row.name, where, is_said=bool(said)):
                self._tell(found, where)
                if not self.is_kept:
                    yield found, where

    def _stands(self, found: Target, name: str, where: str, *, is_said: bool) -> bool:
        """Whether a target is told of: those that are not taken need no line."""
        aimed = Aimed(found.kpi, found.org, name, where, is_said)
        return self.is_kept or self.lines.has(aimed)

    def _place(self, kpi: str, usual: str) -> str:
        """The unit of a KPI whose list names none: that of its only line, else the usual one."""
        units = {node.org for node in self.board.nodes.values() if node.kpi == kpi and node.org}
        return units.pop() or "" if len(units) == 1 else usual

    def _change(self, row: Listed, match: Match, org: str) -> Target | None:
        version = self.board.latest(match.kpi)
        said = said_texts(row)
        way = version.direction if version.direction in _WAYS else better(match, said)
        text = _counted(target_text(said[Role.TARGET], version.unit, way), said, version)
        there = target_in_force(self.board, match.kpi, org, self.start)
        if not text or not org or (there is not None and _is_same(text, there.value)):
            return None
        if there is None:
            return Target(match.kpi, org, self.start, text)
        return replace(there, start=self.start, value=text, spread=None)

    def _tell(self, target: Target, where: str) -> None:
        there = target_in_force(self.board, target.kpi, target.org, self.start)
        facts: dict[str, str | Words] = {
            "name": self.board.latest(target.kpi).name,
            "text": target.kpi,
            "was": there.value if there is not None else "–",
            "now": target.value,
            "start": self.start,
        }
        code = "target_kept" if self.is_kept else "target_changed"
        self.source.told.append(Trouble(code, where, facts, Level.NOTE))


def from_newest(tables: Iterable[Table], board: Board, today: date) -> str:
    """From when on the targets of a list count: the newest period with numbers, so that nothing
    before it changes its colour; this month where there is none."""
    calendar = board.settings.calendar
    periods = {f.period for table in tables for f in table.figures if f.value is not None}
    newest = max(periods, key=lambda period: calendar.span(period).first, default=None)
    return (newest or calendar.containing(today, Frequency.MONTH)).code


def target_in_force(board: Board, kpi: str, org: str, start: str) -> Target | None:
    """The target of a KPI at a unit on the first day of a period; None where there is none."""
    calendar = board.settings.calendar
    dated = [(first_day(t.start, calendar), t) for t in board.targets.get((kpi, org), ())]
    return in_force(dated, first_day(start, calendar))


def _counted(text: str, said: Mapping[Role, str], version: KpiVersion) -> str:
    """A target in the unit of the KPI where the list counts in thousands of it."""
    power = power_of(said.get(Role.UNIT, ""), version.unit) if text else 0
    if not power:
        return text
    aim = read_aim(text)
    value, low, high = (_times(number, power) for number in (aim.value, aim.low, aim.high))
    return write_aim(replace(aim, value=value, low=low, high=high))


def _times(number: float | None, power: int) -> float | None:
    return None if number is None else float(Decimal(repr(number)).scaleb(power))


def _is_same(text: str, there: str) -> bool:
    """Whether two targets say the same; a bare number has the sign of the one that stands there."""
    said, kept = read_aim(text), read_aim(there)
    return said == kept or (said.kind is None and said.value == kept.value)
