"""A workbook as a document understands it: what is said, of what, and what has to be asked."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from scorecard.board import Board
from scorecard.catalogue.folding import folded
from scorecard.cleaning import clean_name
from scorecard.commands.free_id import free_id
from scorecard.commands.new_scorecard import UNIT, beginning
from scorecard.commands.outline import words
from scorecard.exchange.layout.headings import Role
from scorecard.exchange.layout.own_export import is_worked_out
from scorecard.exchange.layout.recognise import recognised
from scorecard.exchange.layout.table import Hints, Known, Table
from scorecard.exchange.mapping.becoming import Becoming, Made
from scorecard.exchange.mapping.filling import Filling
from scorecard.exchange.mapping.homes import Homes, said_texts
from scorecard.exchange.mapping.left_out import hidden_sheets, sheet_left, struck_places
from scorecard.exchange.mapping.listed_targets import ListedTargets, from_newest
from scorecard.exchange.mapping.matching import How, Match, Matching
from scorecard.exchange.mapping.missing_lines import MissingLines
from scorecard.exchange.mapping.places import Places
from scorecard.exchange.mapping.recipe import KEEP, MEASURE, SETTING, Recipe, recipe_of
from scorecard.exchange.mapping.records import said_record
from scorecard.exchange.mapping.said_beside import units_of, ways_of
from scorecard.exchange.source import Source
from scorecard.exchange.workbook.grid import Grid, Workbook
from scorecard.model.records import Key, Org, Record, Setting
from scorecard.text import LANGUAGES, listed, named
from scorecard.trouble import Level, Refused, Trouble
from scorecard.vocabulary import Words

_DIGITS = re.compile(r"[0-9]+")
_MOST_TAKEN = 2_000


@dataclass(slots=True)
class Understood:
    """`tables` are the sheets with something to take, `matches` what each name stands for in the
    order of the workbook with the address where it first stands; `lacking` counts the lines that
    targets of the workbook need and the tree has not."""

    workbook: Workbook
    recipe: Recipe
    source: Source
    tables: list[Table] = field(default_factory=list)
    matches: dict[str, tuple[Match, str]] = field(default_factory=dict)
    lacking: int = 0

    @property
    def named(self) -> list[tuple[Match, str]]:
        """The names that stand for something; a computed KPI may have a target, and is no question
        where no value is said of it."""
        valued = {figure.name for table in self.tables for figure in table.figures}
        return [
            (match, at)
            for name, (match, at) in self.matches.items()
            if match.how is not How.COMPUTED or name in valued
        ]

    @property
    def asked(self) -> list[tuple[Match, str]]:
        """The names that somebody has to settle."""
        return [(match, at) for match, at in self.named if not match.is_settled]


def kept_recipe(board: Board) -> Recipe:
    """What the document remembers of earlier imports."""
    stored = board.stored_settings.get(SETTING)
    if not isinstance(stored, dict):
        return Recipe()
    try:
        return recipe_of(stored, SETTING)
    except Refused:  # written by a later version: better asked anew than guessed
        return Recipe()


def understand(workbook: Workbook, board: Board, recipe: Recipe, today: date) -> Understood:
    """What a workbook says to a document, as `recipe` and earlier choices say. Nothing is changed;
    what cannot be taken is in `source.refused` with its address."""
    kept = kept_recipe(board)
    whole = recipe.over(kept)
    found = Understood(workbook, whole, Source(workbook.name))
    places = Places(board, whole)
    matching = Matching(board, whole, places)
    known = Known(matching.is_known, lambda text: bool(places.units(text)))
    hints = Hints(whole.year, whole.roles())
    for grid in _sheets(workbook, whole, found.source):
        if is_worked_out(grid):
            found.source.left_out.append(sheet_left(grid.name, "struck_worked_out"))
            continue
        table = recognised(grid, known, hints)
        if table is not None:
            found.tables.append(table)
    found.source.left_out += hidden_sheets(workbook)
    if not found.tables and not found.source.refused:
        is_own = any(map(is_worked_out, workbook.grids))
        code = "only_worked_out" if is_own else "no_table"
        found.source.refuse(workbook.name, workbook.name, code)
    _match_all(found, matching)
    several = _fill(found, board, places, today)
    _ask(found, board, matching)
    _open(found, several)
    _tell_gone(found, kept, matching)
    _remember(found, kept)
    return found


def shape_of(sheet: str) -> str:
    """The name of a sheet without what changes from month to month."""
    return " ".join(_DIGITS.sub("", sheet).split()) or sheet


def _sheets(workbook: Workbook, recipe: Recipe, source: Source) -> Iterator[Grid]:
    """The sheets to read: all, or those that the recipe names, whatever their year is now."""
    if not recipe.sheets:
        yield from workbook.grids
        return
    for wanted in recipe.sheets:
        same = [grid for grid in workbook.grids if grid.name == wanted]
        alike = [grid for grid in workbook.grids if shape_of(grid.name) == shape_of(wanted)]
        if not (same or alike):
            there = ", ".join(grid.name for grid in workbook.grids)[:120]
            source.refuse(workbook.name, wanted, "sheet_gone", sheet=wanted, there=there)
        yield from (same or alike)[:1]


def _match_all(found: Understood, matching: Matching) -> None:
    for table in found.tables:
        for name, spot in _named(table):
            if name and name not in found.matches:
                found.matches[name] = (matching.match(name), table.grid.address(*spot))


def _named(table: Table) -> Iterator[tuple[str, tuple[int, int]]]:
    yield from ((figure.name, figure.name_at) for figure in table.figures)
    yield from ((row.name, row.at) for row in table.listed)


def _fill(
    found: Understood, board: Board, places: Places, today: date
) -> Mapping[str, Sequence[str]]:
    """Takes all that is said into the source; the names of which nothing says the unit, with the
    units that they may be of."""
    orgs = _new_orgs(found, board, places)
    usual = places.usual or (orgs[0].id if orgs else "")
    matches = {name: match for name, (match, _) in found.matches.items()}
    homes = Homes(board, found.tables, matches, places, usual)
    becoming = Becoming(board, _start(found.tables, board, today))
    made = dict(_become(found, becoming, homes))
    answer = found.recipe.lines
    lines = MissingLines(board, found.source, answer, becoming.outline, places.called)
    filling = Filling(board, found.source, matches, made, (places, homes, lines))
    for table in found.tables:
        filling.take(table)
        found.source.left_out += struck_places(table)
        found.source.warnings += _doubts(table)
    becoming.warn_of(filling.targets())
    found.source.warnings += becoming.warnings
    start = from_newest(found.tables, board, today)
    is_kept = found.recipe.targets == KEEP
    listed = ListedTargets(board, found.source, matches, start, lines, is_kept)
    aims = [
        aim
        for table in found.tables
        for aim in listed.changes(table, places.find, places.find(table.grid.name) or usual)
        if (aim[0].kpi, aim[0].org) not in filling.aimed
    ]
    records: dict[tuple[str, Key], tuple[Record, str]] = {}
    own = [(org, found.workbook.name) for org in orgs]
    for record, where in (*own, *becoming.records, *lines.nodes, *aims, *filling.targets()):
        records[record.table, record.key] = (record, where)  # what is said by month counts
    for rank, (record, where) in enumerate(records.values(), 1):
        said = said_record(record, where, rank)
        if found.source.place(record.table, said.key, where):
            found.source.records.append(said)
    found.source.blank, found.lacking = filling.blank, len(lines.lacking)
    return filling.several


def _doubts(table: Table) -> Iterator[Trouble]:
    for doubt in table.doubts:
        yield Trouble(doubt.code, table.grid.address(*doubt.at), doubt.facts, Level.WARNING)


def _new_orgs(found: Understood, board: Board, places: Places) -> list[Org]:
    """Units that a workbook brings along where its unknown names are to become something: the
    first one of a document without any, and below it those that the rows name."""
    if not any(match.how is How.NEW for match, _ in found.matches.values()):
        return []
    orgs = [] if board.orgs else [Org(UNIT, words("new.unit"))]
    if orgs:
        places.add_top(UNIT)
    top = places.usual or UNIT
    taken = {*board.orgs, UNIT}
    for name in dict.fromkeys(_orgs_named(found)):
        if not places.find(name):
            own_id = name if name.isascii() and name not in taken else free_id("U-", taken)
            taken.add(own_id)
            places.add(name, own_id)
            orgs.append(Org(own_id, Words(clean_name(name), clean_name(name)), top))
    return orgs


def _orgs_named(found: Understood) -> Iterator[str]:
    """The units of the rows whose names become something; of all rows that are read, where that
    was said of every unknown name."""
    hows = {name: match.how for name, (match, _) in found.matches.items()}
    for table in found.tables:
        rows = [(row.name, said_texts(row).get(Role.ORG, "")) for row in table.listed]
        for name, org in (*rows, *((figure.name, figure.org) for figure in table.figures)):
            how = hows.get(name)
            if org and (how is How.NEW or (found.recipe.new and how is not How.SKIP)):
                yield org


def _become(found: Understood, becoming: Becoming, homes: Homes) -> Iterator[tuple[str, Made]]:
    default = found.recipe.new or MEASURE
    units, ways = units_of(found.tables), ways_of(found.tables)
    for name, (match, where) in found.matches.items():
        if match.how is How.NEW:
            listing = homes.of(name)
            listing = listing._replace(said={**ways.get(name, {}), **listing.said})
            yield name, becoming.make(match, where, listing, units.get(name, ""), default)


def _start(tables: Iterable[Table], board: Board, today: date) -> str:
    """From when on new definitions count: the first period of the workbook."""
    calendar = board.settings.calendar
    periods = {figure.period for table in tables for figure in table.figures}
    first = min(periods, key=lambda p: calendar.span(p).first, default=None)
    return first.code if first is not None else beginning(today, board.settings.fiscal_start)


def _ask(found: Understood, board: Board, matching: Matching) -> None:
    """What has to be settled is refused by name, until somebody says what it is."""
    for match, where in found.asked:
        names = [_near_words(board, *place) for place in match.near]
        if match.how is How.COMPUTED:
            inputs = named([part.partition(":")[2] for part in match.inputs] or ["–"])
            found.source.refuse(where, match.text, "computed_kpi", kpi=match.kpi, inputs=inputs)
        elif names:
            code = "name_of_several" if matching.is_known(match.text) else "name_near"
            found.source.refuse(where, match.text, code, name=match.text[:60], near=listed(names))
        else:
            found.source.refuse(where, match.text, "name_unknown", name=match.text[:60])


def _open(found: Understood, several: Mapping[str, Sequence[str]]) -> None:
    """A name of the document that may be of several units is to be settled, which has been said."""
    for name, orgs in several.items():
        match, where = found.matches[name]
        if match.measure:
            near = tuple((match.measure, org) for org in orgs)
            found.matches[name] = (match._replace(how=How.NEAR, near=near), where)


def _near_words(board: Board, measure: str, org: str) -> Words:
    """A measure that may be meant, with its id and that of its unit."""
    own_id = f"{measure}, {org}" if org else measure
    name = board.measures[measure].name
    return Words(*(f"{name.show(language)} ({own_id})" for language in LANGUAGES))


def _tell_gone(found: Understood, kept: Recipe, matching: Matching) -> None:
    """What a sheet of this kind had last time and has no more, under no other name either."""
    for table in found.tables:
        there = {folded(name) for name, _ in _named(table)}
        spoken = {_means(matching.match(figure.name)) for figure in table.figures}
        for name in kept.taken.get(shape_of(table.grid.name), ()):
            if name not in there and _means(matching.match(name)) not in spoken - {("", "")}:
                facts = {"name": name}
                found.source.warnings.append(
                    Trouble("row_gone", table.grid.prefix.rstrip("!"), facts, Level.WARNING)
                )


def _means(match: Match) -> tuple[str, str]:
    return match.measure, match.org


def _remember(found: Understood, kept: Recipe) -> None:
    """The recipe as the document is to keep it: choices, and the names that were taken."""
    taken = {
        shape_of(table.grid.name): tuple(
            sorted({folded(figure.name) for figure in table.figures if figure.name})
        )[:_MOST_TAKEN]
        for table in found.tables
        if table.figures
    }
    whole = replace(
        found.recipe, taken={**kept.taken, **taken}, year=None, new=kept.new, targets="", lines=""
    )
    found.source.settings.append(Setting(SETTING, whole.json()))
