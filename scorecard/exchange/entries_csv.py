"""`entries.csv` → what it says: typed numbers are read as in the window, line by line."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from math import isfinite

from scorecard.board import Board
from scorecard.check.unlikely import YES_UNITS
from scorecard.cleaning import clean
from scorecard.entry_name import MEASURE, EntryNames, units_of
from scorecard.exactness import is_exact
from scorecard.exchange.json_text import MOST_BYTES
from scorecard.exchange.source import Source
from scorecard.model.records import Key, Measure, Org
from scorecard.number import plain
from scorecard.period_code import entry_trouble
from scorecard.reading.entry import read_number, read_percent, read_yes
from scorecard.reading.outcome import Ask, MissingText, Read, Reading, Wrong
from scorecard.text import called_place, named, nearest
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Words

#: `scale` is written by this program's own export: its numbers are on the stored scale.
COLUMNS = ("measure", "org", "period", "value", "note", "scale")
STORED = "stored"
_NEEDED = ("measure", "period", "value")
#: A number that means the same to everybody; of so few characters it is exact.
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_SURELY_EXACT = 15
#: UTF-16 begins so.
_WIDE = (b"\xff\xfe", b"\xfe\xff")
#: The first line lies within so many bytes.
_HEAD = 65_536
#: How many units a refusal names.
_MOST_TOPS = 5


def read_entries_csv(data: bytes, name: str, board: Board) -> Source:
    """What the file `name` says about the measures of `board`.

    UTF-8, UTF-16 with its mark, or Big5 (cp950). Raises Refused where it is no such table; a value
    that asks or cannot be read is in the `refused` of the answer with its line.
    """
    source = Source(name)
    rows = _rows(data, name)
    reading = RowReading(source, board, header(source, next(rows, (0, []))[1]))
    for line, row in rows:
        if any(cell.strip() for cell in row):
            reading.row(f"{name} line {line}", row)
    return source


def is_entries_csv(data: bytes) -> bool:
    """Whether the first line names the columns of this form."""
    encoding = "utf-16" if data.startswith(_WIDE) else "utf-8-sig"
    first = data[:_HEAD].decode(encoding, "replace").lstrip("\r\n").partition("\n")[0]
    return set(_NEEDED) <= {cell.strip().strip('"').lower() for cell in first.split(",")}


def _rows(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    if len(data) > MOST_BYTES:
        limit = str(MOST_BYTES // 1024 // 1024)
        raise Refused([Trouble("file_too_large", name, {"limit": limit})])
    text = _text(data, name)
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), strict=True)
    begin = 1
    try:
        for row in reader:
            yield begin, row
            begin = reader.line_num + 1
    except csv.Error:
        raise Refused([Trouble("not_csv", f"{name} line {begin}")]) from None


def _text(data: bytes, name: str) -> str:
    """The text of a file; spreadsheets in Taiwan write Big5 unless they are asked for more."""
    stops = []
    for encoding in ("utf-16",) if data.startswith(_WIDE) else ("utf-8-sig", "cp950"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as wrong:
            stops.append(wrong.start)
    line = data.count(b"\n", 0, stops[0]) + 1
    raise Refused([Trouble("not_utf8", f"{name} line {line}", {"position": str(stops[0])})])


def header(source: Source, row: list[str]) -> dict[str, int]:
    """The place of each known column; others are noted as unknown."""
    found: dict[str, int] = {}
    for index, cell in enumerate(row):
        column = clean(cell).lower()
        where = f"{source.name} line 1 {column}"
        if column in found:
            first = called_place(f"{source.name} line 1")
            raise Refused([Trouble("said_twice", where, {"first": first})])
        if column in COLUMNS:
            found[column] = index
        elif column:
            source.unknown.append(where)
    lacking = [column for column in _NEEDED if column not in found]
    if lacking:
        facts: dict[str, str | Words] = {
            "lacking": named(lacking),
            "columns": ",".join(COLUMNS[:5]),
        }
        raise Refused([Trouble("no_such_table", f"{source.name} line 1", facts)])
    return found


@dataclass(slots=True)
class RowReading:
    """One pass over the lines of a file; what cannot be taken is noted in `source`."""

    source: Source
    board: Board
    columns: Mapping[str, int]
    named: dict[tuple[str, str], str | None] = field(default_factory=dict)
    parted: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    names: EntryNames | None = None

    def row(self, where: str, row: list[str]) -> None:
        """Take one row in."""
        key = self.key(where, row)
        if key is None or not self.source.place("entry", key, where):
            return
        try:
            value = self.value(row, key[0])
        except Refused as refused:
            trouble = refused.troubles[0]
            self.source.refuse(where, self._cell(row, "value"), trouble.code, **trouble.facts)
            return
        self.source.entries[key] = (value, self.note(row) if "note" in self.columns else None)

    def key(self, where: str, row: list[str]) -> Key | None:
        """What a row is about; None where that is refused."""
        series = self.series(where, self._cell(row, "measure"), self._cell(row, "org"))
        if series is None:
            return None
        period = self._cell(row, "period").strip()
        trouble = entry_trouble(period, self.board.measures[series[0]].frequency)
        if trouble is not None:
            self.source.refuse(where, period, trouble.code, **trouble.facts)
            return None
        return (*series, period)

    def series(self, where: str, measure: str, org: str) -> Key | None:
        """The measure and the unit that two cells name, or the first alone as the program shows it,
        with the unit in brackets; None where that is refused."""
        if (measure, org) not in self.parted:
            self.parted[measure, org] = self._parted(measure, org)
        measure, org = self.parted[measure, org]
        of = self._named(where, "measure", measure, self.board.measures)
        at = self._named(where, "org", org, self.board.orgs)
        return None if of is None or at is None else (of, at)

    def _parted(self, measure: str, org: str) -> tuple[str, str]:
        """A measure with its unit in brackets as both; not where the other cell says another."""
        if _meant(unguarded(measure.strip()), self.board.measures) is not None:
            return measure, org
        if self.names is None:
            self.names = EntryNames(self.board, units_of(self.board))
        called = self.names.read(unguarded(measure))
        means = called.means if called is not None else ()
        if len(means) == 1:
            ((meaning, at),) = means
            is_same = not org.strip() or _meant(unguarded(org.strip()), self.board.orgs) == at
            if meaning.startswith(MEASURE) and at and is_same:
                return meaning.removeprefix(MEASURE), at
        return measure, org

    def _named(
        self, where: str, kind: str, text: str, known: Mapping[str, Measure | Org]
    ) -> str | None:
        """The id that `text` is, or is a name of; the only one where it is empty."""
        if (kind, text) not in self.named:
            self.named[kind, text] = _meant(unguarded(text.strip()), known)
        found = self.named[kind, text]
        if found is None and text.strip():
            names = (word for record in known.values() for word in record.name if word)
            near = nearest(unguarded(text.strip())[:80], [*known, *names])
            self.source.refuse(where, text, f"unknown_{kind}", id=text[:80], near=near)
        elif found is None:
            self._refuse_blank(f"{where} {kind}", kind)
        return found

    def _refuse_blank(self, where: str, kind: str) -> None:
        """A row that leaves out what it is about, where there is more than one."""
        if kind != "org" or not self.board.orgs:
            self.source.refuse(where, "", "no_orgs_yet" if kind == "org" else "not_empty")
            return
        tops = [unit.id for unit in self.board.orgs.values() if unit.parent is None]
        self.source.refuse(where, "", "row_without_org", known=named(tops[:_MOST_TOPS]))

    def value(self, row: list[str], measure: str) -> float | None:
        """What a row says of a measure. Raises Refused."""
        text = self._cell(row, "value")
        if self._cell(row, "scale") == STORED:
            return _stored(text)
        return typed_value(text, self.board.measures[measure].unit)

    def note(self, row: list[str]) -> str:
        """The words beside the value."""
        return clean(unguarded(self._cell(row, "note")))

    def _cell(self, row: list[str], column: str) -> str:
        index = self.columns.get(column)
        return row[index] if index is not None and index < len(row) else ""


def typed_value(text: str, unit: str) -> float | None:
    """A text typed for a measure of `unit` on the stored scale; None where it says that there
    is no value. Raises Refused where it asks or cannot be read."""
    return _read(_reader_for(unit)(text))


def _reader_for(unit: str) -> Callable[[str], Reading[float] | Reading[bool]]:
    if unit.strip().endswith("%"):
        return read_percent
    return read_yes if unit.strip().lower() in YES_UNITS else _number_or_truth


def _number_or_truth(text: str) -> Reading[float]:
    if len(text) <= _SURELY_EXACT and _PLAIN.fullmatch(text):
        return Read(float(text) + 0.0)  # what most cells of a long file are, without a doubt
    # A yes/no entry is true or false, or 1 or 0, whatever the unit is called.
    truth = {"true": 1.0, "false": 0.0}.get(text.strip().lower())
    return read_number(text) if truth is None else Read(truth)


def _read(outcome: Reading[float] | Reading[bool]) -> float | None:
    match outcome:
        case Read(value):
            return float(value)
        case MissingText():
            return None
        case Ask(choices):
            shown = " / ".join(str(plain(float(choice))) for choice in choices)
            raise Refused([Trouble("asks", facts={"choices": shown})])
        case Wrong(trouble):
            raise Refused([trouble])


def _stored(text: str) -> float | None:
    if not text.strip():
        return None
    try:
        value = float(text)
    except ValueError:
        raise Refused([Trouble("not_a_number", facts={"found": text[:40]})]) from None
    if not isfinite(value) or not is_exact(value):
        raise Refused([Trouble("too_many_digits", facts={"value": text[:40]})])
    return value + 0.0


def _meant(text: str, known: Mapping[str, Measure | Org]) -> str | None:
    if not text:
        return next(iter(known)) if len(known) == 1 else None
    if text in known:
        return text
    said = [own_id for own_id, record in known.items() if clean(text) in record.name]
    return said[0] if len(said) == 1 else None


def unguarded(text: str) -> str:
    """A text cell without the apostrophe that an export put before a sign (S4)."""
    return text[1:] if text[:1] == "'" and is_guarded(text) else text


def is_guarded(text: str) -> bool:
    """Whether a text begins with a sign that a spreadsheet would run, or did behind apostrophes."""
    return text.lstrip("'")[:1] in GUARDED and text.strip("'") != ""


#: What a spreadsheet would run when a text begins with it.
GUARDED = frozenset("=+-@\t\r")
