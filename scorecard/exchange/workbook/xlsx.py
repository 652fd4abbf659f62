"""XLSX: the cells with the formats that change what a number means."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from scorecard.exchange.workbook.grid import (
    Area,
    Cells,
    Grid,
    Percent,
    Uncomputed,
    Value,
    Workbook,
    finite,
    fresh_room,
    inside,
    place,
)
from scorecard.exchange.workbook.markup import fact, walk
from scorecard.exchange.workbook.package import Package, damaged
from scorecard.exchange.workbook.styles import Format, read_formats, whole

_ROOT = "xl/workbook.xml"
_MOST_MERGED = 100_000


def read_xlsx(data: bytes, name: str) -> Workbook:
    """The sheets of a workbook. Raises Refused."""
    package = Package(data)
    root = _root(package)
    if not root:
        raise damaged(_ROOT)
    index = _Index()
    walk(package.pieces(root), root, index.opened, index.closed, index.said)
    links = _links(package, root)
    texts = _shared(package, _part(links, "sharedStrings"))
    styles = _part(links, "styles")
    formats = read_formats(package.pieces(styles)) if styles in package.names else []
    room, grids = fresh_room(), []
    for title, link in index.seen:
        target = links.get(link, ("", ""))[1]
        if target in package.names and "/worksheets/" in target:
            sheet = _Sheet(Cells(room), texts, formats, index.from_1904)
            walk(package.pieces(target), target, sheet.opened, sheet.closed, sheet.said)
            grids.append(Grid(title, sheet.cells.rows(), tuple(sheet.merged), f"sheet {title}!"))
    return Workbook(name, tuple(grids), tuple(index.hidden))


def _root(package: Package) -> str:
    """The part that names the sheets, as the package says."""
    said = [target for kind, target in _links(package, "").values() if kind == "officeDocument"]
    return next((part for part in (*said, _ROOT) if part in package.names), "")


def _links(package: Package, of: str) -> dict[str, tuple[str, str]]:
    """id → kind and part, for what lies in the package; what lies outside is left there."""
    folder, file = posixpath.split(of)
    part = posixpath.join(folder, "_rels", f"{file}.rels")
    found: dict[str, tuple[str, str]] = {}

    def opened(tag: str, facts: Mapping[str, str]) -> None:
        if tag == "Relationship" and facts.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, facts.get("Target", "")))
            kind = facts.get("Type", "").rpartition("/")[2]
            found[facts.get("Id", "")] = (kind, target.lstrip("/"))

    if part in package.names:
        walk(package.pieces(part), part, opened, _ignore, _ignore)
    return found


def _part(links: Mapping[str, tuple[str, str]], kind: str) -> str:
    return next((target for found, target in links.values() if found == kind), "")


@dataclass(slots=True)
class _Index:
    """The sheets in their order: those that are seen with their links."""

    seen: list[tuple[str, str]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    from_1904: bool = False

    def opened(self, tag: str, facts: Mapping[str, str]) -> None:
        if tag == "workbookPr":
            self.from_1904 = facts.get("date1904") in ("1", "true")
        elif tag == "sheet" and facts.get("state", "visible") != "visible":
            self.hidden.append(facts.get("name", ""))
        elif tag == "sheet":
            self.seen.append((facts.get("name", ""), fact(facts, "id")))

    def closed(self, tag: str) -> None:
        """Nothing ends here."""

    def said(self, text: str) -> None:
        """Nothing is said here."""


def _shared(package: Package, part: str) -> list[str]:
    """The texts that cells refer to; readings of characters beside them are left out."""
    texts: list[str] = []
    parts: list[str] = []
    at = {"t": False, "rPh": False}

    def opened(tag: str, _facts: Mapping[str, str]) -> None:
        if tag in at:
            at[tag] = True

    def closed(tag: str) -> None:
        if tag in at:
            at[tag] = False
        elif tag == "si":
            texts.append("".join(parts))
            parts.clear()

    def said(text: str) -> None:
        if at["t"] and not at["rPh"]:
            parts.append(text)

    if part in package.names:
        walk(package.pieces(part), part, opened, closed, said)
    return texts


class _Sheet:
    """One sheet while its part is walked through."""

    def __init__(
        self, cells: Cells, texts: list[str], formats: list[Format], from_1904: bool
    ) -> None:
        self.cells = cells
        self.merged: list[Area] = []
        self._texts, self._formats, self._from_1904 = texts, formats, from_1904
        self._at = (0, -1)
        self._kind, self._format = "", Format.PLAIN
        self._parts: list[str] = []
        self._inside, self._has_formula, self._is_reading = "", False, False

    def opened(self, tag: str, facts: Mapping[str, str]) -> None:
        """A row, a cell, what stands in it, or cells that are merged."""
        if tag == "c":
            self._open_cell(facts)
        elif tag in ("v", "t"):
            self._inside = tag
        elif tag == "f":
            self._has_formula = True
        elif tag == "rPh":
            self._is_reading = True
        elif tag == "row":
            said = facts.get("r", "")
            row = int(said) - 1 if said.isascii() and said.isdigit() else self._at[0] + 1
            self._at = (inside(row, 0)[0], -1)
        elif tag == "mergeCell" and len(self.merged) < _MOST_MERGED:
            first, _, last = facts.get("ref", "").partition(":")
            self.merged.append(Area(*place(first), *place(last or first)))

    def closed(self, tag: str) -> None:
        """The end of a cell keeps it."""
        if tag in ("v", "t"):
            self._inside = ""
        elif tag == "rPh":
            self._is_reading = False
        elif tag == "c":
            self.cells.put(*self._at, self._value("".join(self._parts)))

    def said(self, text: str) -> None:
        """A piece of what stands in a cell."""
        if self._inside and not self._is_reading:
            self._parts.append(text)

    def _open_cell(self, facts: Mapping[str, str]) -> None:
        reference = facts.get("r", "")
        self._at = place(reference) if reference else inside(self._at[0], self._at[1] + 1)
        self._kind = facts.get("t", "n")
        style = facts.get("s", "")
        number = whole(style)
        self._format = self._formats[number] if number < len(self._formats) else Format.PLAIN
        self._parts, self._has_formula = [], False

    def _value(self, text: str) -> Value:
        if not text:
            return Uncomputed("=") if self._has_formula else None
        match self._kind:
            case "s":
                found = int(text) if text.isascii() and text.isdigit() else len(self._texts)
                if found >= len(self._texts):
                    raise damaged("sharedStrings")
                return self._texts[found]
            case "b":
                return text.strip() == "1"
            case "n":
                return number_value(text, self._format, self._from_1904)
            case "d":
                return _iso(text)
        return text


def number_value(text: str, form: Format, from_1904: bool = False) -> Value:
    """A number as its format means it; what is no number stays a text."""
    found = finite(text)
    if found is None:
        return text
    if form is Format.PERCENT:
        return Percent(found)
    return (_day(found, from_1904) or found) if form is Format.DATE else found


def _day(serial: float, from_1904: bool) -> date | None:
    """The day of a serial number; none where it is a time of day or no day at all."""
    if serial < 1:
        return None
    first = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    leap = 1 if not from_1904 and serial < 60 else 0  # noqa: PLR2004  1900-02-29, which never was
    try:
        return first + timedelta(days=int(serial) + leap)
    except OverflowError:
        return None


def _iso(text: str) -> Value:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return text


def _ignore(*_said: object) -> None:
    """What does not matter here."""
