"""The units that the names of a workbook belong to, as its lists and its months say."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scorecard.board import Board
from scorecard.catalogue.folding import folded
from scorecard.exchange.layout.headings import Role
from scorecard.exchange.layout.table import Listed, Table, text_of
from scorecard.exchange.mapping.matching import How, Match, plain_name
from scorecard.exchange.mapping.places import Places


class Home(NamedTuple):
    """A unit that a name belongs to, what its rows say, and the address of the first of them;
    empty where no row says anything."""

    org: str
    said: Mapping[Role, str]
    where: str


class Listing(NamedTuple):
    """What all rows of a name say together, and its units: at least one."""

    said: Mapping[Role, str]
    homes: tuple[Home, ...]


class _Row(NamedTuple):
    org: str
    said: Mapping[Role, str]
    where: str
    is_listed: bool


class Homes:
    """Finds the units of names; `usual` is that of names of which nothing says one."""

    def __init__(
        self,
        board: Board,
        tables: Iterable[Table],
        matches: Mapping[str, Match],
        places: Places,
        usual: str,
    ) -> None:
        self._board, self._places, self._usual = board, places, usual
        self._matches = matches
        self._rows: dict[str, list[_Row]] = {}
        self._valued: dict[str, set[str]] = {}
        self._lines: dict[str, dict[str, None]] = {}
        for table in sorted(tables, key=lambda table: table.shape != "list"):
            self._note(table)
        for node in board.nodes.values():
            if node.kpi and node.org:
                self._lines.setdefault(node.kpi, {})[node.org] = None

    def of(self, name: str) -> Listing:
        """The units of a new name: those of its rows in a list, else of its rows with a target
        beside the months, else the only one that its values belong to, else the usual one."""
        rows = self._rows.get(self._key(name), [])
        said = _together(rows)
        orgs = self._said(rows) or self._only_valued(name) or [self._usual]
        if len(orgs) == 1:
            where = next((row.where for row in rows), "")
            return Listing(said, (Home(orgs[0], said, where),))
        return Listing(said, tuple(self._home(org, rows) for org in orgs))

    def units(self, match: Match) -> list[str]:
        """The unit of figures of which the sheet says none; several where nobody can tell."""
        if match.org:
            return [match.org]
        listed = self._said(self._rows.get(self._key(match.text), []))
        if match.how is How.NEW:
            found = listed or self._only_valued(match.text)
        else:
            lines = list(self._lines.get(match.kpi, ()))
            found = [org for org in listed if org in lines] or self._kept(match, lines)
        return [self._usual] if not found or self._usual in found else found

    def _kept(self, match: Match, lines: list[str]) -> list[str]:
        """The units of the lines of a KPI, unless its values are kept at the usual one."""
        is_kept = bool(self._board.series_of(match.measure, self._usual))
        return [] if self._places.is_chosen or is_kept else lines

    def _note(self, table: Table) -> None:
        of_sheet = self._places.find(table.grid.name)
        for row in table.listed:
            said = said_texts(row)
            org = self._places.find(said.get(Role.ORG, "")) or self._in_name(row.name)
            found = _Row(org, said, table.grid.address(*row.at), table.shape == "list")
            self._rows.setdefault(self._key(row.name), []).append(found)
        for figure in table.figures:
            if figure.value is not None:
                org = self._places.find(figure.org) if figure.org else of_sheet
                at = self._in_name(figure.name) or org
                self._valued.setdefault(self._key(figure.name), set()).add(at)

    def _said(self, rows: Iterable[_Row]) -> list[str]:
        """The units that rows say, in their order; a row of a list that says none is at the usual
        one, where others of its name say one."""
        listed = [row for row in rows if row.is_listed]
        if any(row.org for row in listed):
            return list(dict.fromkeys(row.org or self._usual for row in listed))
        return list(dict.fromkeys(row.org for row in rows if row.org and Role.TARGET in row.said))

    def _only_valued(self, name: str) -> list[str]:
        found = self._valued.get(self._key(name), set())
        return list(found - {""}) if len(found) == 1 else []

    def _in_name(self, name: str) -> str:
        """The unit that a name says in brackets."""
        match = self._matches.get(name)
        return match.org if match is not None else ""

    def _key(self, name: str) -> str:
        """A name as rows are compared by it: 良率(%) in a list is 良率 beside the months, and so is
        a new name without its unit in brackets."""
        match = self._matches.get(name)
        return folded(plain_name(match.stem if match is not None and match.stem else name))

    def _home(self, org: str, rows: Iterable[_Row]) -> Home:
        own = [row for row in rows if (row.org or self._usual) == org]
        return Home(org, _together(own), own[0].where)


def said_texts(listed: Listed) -> dict[Role, str]:
    """What a row of a list says, as texts."""
    return {role: text_of(value) for role, (value, _) in listed.said.items()}


def _together(rows: Iterable[_Row]) -> dict[Role, str]:
    """What rows say; the first one counts."""
    found: dict[Role, str] = {}
    for row in rows:
        found = {**row.said, **found}
    return found
