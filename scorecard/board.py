"""The board: all of a document as one frozen, indexed value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from scorecard.board_index import indexes
from scorecard.model.edits import Edit
from scorecard.model.records import (
    Closing,
    Comment,
    Entry,
    EntryBlock,
    Key,
    KpiVersion,
    Measure,
    Node,
    Org,
    Record,
    Review,
    SegmentStart,
    Setting,
    Target,
)
from scorecard.model.settings import Settings
from scorecard.period import NUMBERS, Period, first_day
from scorecard.vocabulary import Words

Series = Mapping[int, float | None]
Place = tuple[str, str]
Dated = KpiVersion | Target | SegmentStart | Review

_NO_SERIES: Series = MappingProxyType({})
_NO_SERIES_YET: Mapping[Place, Series] = MappingProxyType({})
_NO_NOTES: Mapping[Key, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Board:
    """Everything a document says, by key. A change makes a new board (`after`).

    `series` holds the entries of a (measure, org) by the number of their period, None where
    somebody said that there is none; `notes` the words beside an entry. `versions`, `targets`,
    `segments` and `reviews` are in the order of their dates, `children` in that of the tree (the
    roots under None), archived lines among them; `archived` gives the first day without them.
    `names` is what a formula may say → `measure:ID` or `kpi:ID`; a name that several share says
    nothing and is in `shared`, with their ids. `closings` are by unit and period.
    """

    stored_settings: Mapping[str, object] = field(default_factory=dict)
    orgs: Mapping[str, Org] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    versions: Mapping[str, tuple[KpiVersion, ...]] = field(default_factory=dict)
    nodes: Mapping[str, Node] = field(default_factory=dict)
    targets: Mapping[Place, tuple[Target, ...]] = field(default_factory=dict)
    series: Mapping[Place, Series] = field(default_factory=dict)
    notes: Mapping[Key, str] = field(default_factory=dict)
    comments: Mapping[str, Comment] = field(default_factory=dict)
    segments: Mapping[Place, tuple[SegmentStart, ...]] = field(default_factory=dict)
    closings: Mapping[Place, Closing] = field(default_factory=dict)
    reviews: Mapping[str, tuple[Review, ...]] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    children: Mapping[str | None, tuple[str, ...]] = field(default_factory=dict)
    archived: Mapping[str, date] = field(default_factory=dict)
    units_below: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    shared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def after(self, edits: Iterable[Edit]) -> "Board":
        """The board with `edits` done; this one stays as it is."""
        draft = _Draft(self)
        for edit in edits:
            draft.apply(edit)
        return draft.board()

    def version(self, kpi: str, day: date) -> KpiVersion | None:
        """The definition of `kpi` in force on `day`; before the first one, the first."""
        versions = self.versions.get(kpi)
        if not versions:
            return None
        calendar = self.settings.calendar
        begun = [v for v in versions if first_day(v.effective, calendar) <= day]
        return begun[-1] if begun else versions[0]

    def latest(self, kpi: str) -> KpiVersion:
        """The newest definition of `kpi`. Raises KeyError where there is no such KPI."""
        return self.versions[kpi][-1]

    def name_of(self, node: Node) -> Words:
        """The words of a line: its own, or those of its KPI."""
        if node.name.zh_TW or node.name.en or node.kpi is None or node.kpi not in self.versions:
            return node.name
        return self.latest(node.kpi).name

    def archived_by(self, day: date) -> frozenset[str]:
        """The lines that are archived on `day`; what stands below one of them is gone with it."""
        return frozenset(node for node, start in self.archived.items() if start <= day)

    def series_of(self, measure: str, org: str) -> Series:
        """The entries of one measure at one unit by period number; empty where none."""
        return self.series.get((measure, org), _NO_SERIES)

    def find(self, table: str, key: Key) -> Record | None:
        """The record stored under `key` of `table`, or None."""
        match table:
            case "setting":
                stored = self.stored_settings
                return Setting(key[0], stored[key[0]]) if key[0] in stored else None
            case "org":
                return self.orgs.get(key[0])
            case "measure":
                return self.measures.get(key[0])
            case "node":
                return self.nodes.get(key[0])
            case "comment":
                return self.comments.get(key[0])
            case "closing":
                return self.closings.get((key[0], key[1]))
            case "kpi_version":
                return _keyed(self.versions.get(key[0], ()), key)
            case "target":
                return _keyed(self.targets.get((key[0], key[1]), ()), key)
            case "segment":
                return _keyed(self.segments.get((key[0], key[1]), ()), key)
            case "review":
                return _keyed(self.reviews.get(key[0], ()), key)
        return self.entry(*key)

    def entry(self, measure: str, org: str, period: str) -> Entry | None:
        """The entry of a measure at a unit in a period (its code), or None."""
        number = Period.parse(period).number
        series = self.series_of(measure, org)
        if number not in series:
            return None
        note = self.notes.get((measure, org, period), "")
        return Entry(measure, org, period, series[number], note)


def assembled(
    records: Iterable[Record],
    series: Mapping[Place, Series] = _NO_SERIES_YET,
    notes: Mapping[Key, str] = _NO_NOTES,
) -> Board:
    """A board of all the records of a document; entries come as whole series and notes."""
    draft = _Draft(Board(series=series, notes=notes))
    for record in records:
        draft.apply(Edit(None, record))
    return draft.board()


class _Draft:
    """Copies of the parts of a board that a change touches."""

    def __init__(self, board: Board) -> None:
        self._base = board
        self._parts: dict[str, dict[object, object]] = {}
        self._series: dict[Place, dict[int, float | None]] = {}

    def apply(self, edit: Edit) -> None:
        record = edit.after if edit.after is not None else edit.before
        if isinstance(record, EntryBlock):
            self._put_block(edit)
        elif isinstance(record, Entry):
            self._put_entry(record, present=edit.after is not None)
        elif isinstance(record, KpiVersion | Target | SegmentStart | Review):
            self._put_dated(record, present=edit.after is not None)
        elif record is not None:
            self._put(record, present=edit.after is not None)

    def board(self) -> Board:
        series = self._part("series") if self._series else None
        for place, values in self._series.items():
            if series is not None:
                _set(series, place, values if values else None)
        board = replace(self._base, **self._parts)  # type: ignore[arg-type]  # parts by field name
        fresh = indexes(board, frozenset(self._parts))
        return replace(board, **fresh) if fresh else board  # type: ignore[arg-type]  # by field name

    def _part(self, name: str) -> dict[object, object]:
        if name not in self._parts:
            self._parts[name] = dict(getattr(self._base, name))
        return self._parts[name]

    def _put(self, record: Record, *, present: bool) -> None:
        if isinstance(record, Setting):
            part, value = self._part("stored_settings"), record.value
        else:
            part, value = self._part(_PARTS[type(record)]), record
        key = record.key if isinstance(record, Closing) else record.key[0]
        _set(part, key, value if present else None)

    def _put_dated(self, record: Dated, *, present: bool) -> None:
        part = self._part(_DATED[type(record)])
        place = record.kpi if isinstance(record, KpiVersion | Review) else (record.kpi, record.org)
        there: tuple[Dated, ...] = part.get(place, ())  # type: ignore[assignment]
        kept: list[Dated] = [item for item in there if item.key != record.key]
        # In the order of their dates is for `indexes`, which knows the calendar.
        _set(part, place, tuple([*kept, record] if present else kept) or None)

    def _put_entry(self, entry: Entry, *, present: bool) -> None:
        values = self._values((entry.measure, entry.org))
        number = Period.parse(entry.period).number
        if present:
            values[number] = entry.value
        else:
            values.pop(number, None)
        note = entry.note if present else ""
        if note or entry.key in self._base.notes or "notes" in self._parts:
            _set(self._part("notes"), entry.key, note or None)

    def _put_block(self, edit: Edit) -> None:
        values = self._values((edit.key[0], edit.key[1]))
        before, after = edit.before, edit.after
        if isinstance(before, EntryBlock):
            for period in before.periods:
                values.pop(NUMBERS[period], None)
            for period in before.periods if before.notes else ():
                _set(self._part("notes"), (*before.key, period), None)
        if isinstance(after, EntryBlock):
            values.update(zip(map(NUMBERS.__getitem__, after.periods), after.values, strict=True))
            for period, note in zip(after.periods, after.notes, strict=bool(after.notes)):
                _set(self._part("notes"), (*after.key, period), note or None)

    def _values(self, place: Place) -> dict[int, float | None]:
        if place not in self._series:
            self._series[place] = dict(self._base.series_of(*place))
        return self._series[place]


def _set(part: dict[object, object], key: object, value: object) -> None:
    if value is None:
        part.pop(key, None)
    else:
        part[key] = value


def _keyed(group: Iterable[Dated], key: Key) -> Dated | None:
    return next((item for item in group if item.key == key), None)


_DATED = {
    KpiVersion: "versions",
    Target: "targets",
    SegmentStart: "segments",
    Review: "reviews",
}
_PARTS = {Org: "orgs", Measure: "measures", Node: "nodes", Comment: "comments", Closing: "closings"}
