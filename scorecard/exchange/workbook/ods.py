"""ODS: the cells of a workbook of LibreOffice and others, repeated ones within bounds."""

from collections.abc import Mapping
from datetime import date

from scorecard.exchange.workbook.grid import (
    LONGEST_TEXT,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
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
)
from scorecard.exchange.workbook.markup import fact, walk
from scorecard.exchange.workbook.package import Package, damaged
from scorecard.trouble import Refused, Trouble

_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_CELLS = ("table-cell", "covered-table-cell")
#: So many runs of spaces are counted together.
_MOST_SPACES = 64
#: So many cells may stand in a sheet only because others are repeated, and so many more for each
#: one that is written: a few bytes must not become millions of cells.
_REPEATED, _MORE_EACH = 200_000, 20
#: Parts of a cell that are not what it says.
_BESIDE = frozenset({"annotation", "ruby-text"})


def read_ods(data: bytes, name: str) -> Workbook:
    """The sheets of a workbook. Raises Refused."""
    package = Package(data)
    if b"encryption-data" in package.read(_MANIFEST):
        raise Refused([Trouble("workbook_locked")])
    reader = _Reader()
    walk(package.pieces(_CONTENT), _CONTENT, reader.opened, reader.closed, reader.said)
    return Workbook(name, tuple(reader.grids), tuple(reader.hidden))


class _Reader:
    """The content while it is walked through."""

    def __init__(self) -> None:
        self.grids: list[Grid] = []
        self.hidden: list[str] = []
        self._style, self._unseen = "", set[str]()
        self._is_hidden = False
        self._room = fresh_room()
        self._cells = Cells(self._room)
        self._merged: list[Area] = []
        self._name, self._depth, self._beside = "", 0, 0
        self._row, self._column, self._rows = 0, 0, 1
        self._filled: list[tuple[int, Value]] = []
        self._facts: Mapping[str, str] | None = None
        self._text: list[str] = []
        self._repeats = _REPEATED

    def opened(self, tag: str, facts: Mapping[str, str]) -> None:
        """A sheet, a row, a cell or a paragraph in it."""
        if tag in _BESIDE:
            self._beside += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._begin(fact(facts, "name"), fact(facts, "style-name") in self._unseen)
        elif self._depth == 1 and tag == "table-row":
            self._rows = _times(facts, "number-rows-repeated", MOST_ROWS)
            self._column, self._filled = 0, []
        elif self._depth == 1 and tag in _CELLS:
            self._facts, self._text = facts, []
        elif self._facts is not None and not self._beside:
            self._inner(tag, facts)
        elif tag == "style":
            self._style = fact(facts, "name")
        elif tag == "table-properties" and fact(facts, "display") == "false":
            self._unseen.add(self._style)

    def closed(self, tag: str) -> None:
        """The end of a cell keeps it, that of a row as often as it is repeated."""
        if tag in _BESIDE:
            self._beside -= 1
        elif tag == "table":
            self._depth -= 1
            if self._depth == 0:
                self._end()
        elif self._depth == 1 and tag in _CELLS and self._facts is not None:
            self._keep(self._facts)
            self._facts = None
        elif self._depth == 1 and tag == "table-row":
            self._keep_row()

    def said(self, text: str) -> None:
        """A piece of what a cell shows."""
        if self._facts is not None and not self._beside:
            self._text.append(text)

    def _begin(self, name: str, is_hidden: bool) -> None:
        self._cells, self._merged = Cells(self._room), []
        self._name, self._row, self._is_hidden = name, 0, is_hidden

    def _end(self) -> None:
        if self._is_hidden:
            self.hidden.append(self._name)
            return
        rows, merged = self._cells.rows(), tuple(self._merged)
        self.grids.append(Grid(self._name, rows, merged, f"sheet {self._name}!"))

    def _inner(self, tag: str, facts: Mapping[str, str]) -> None:
        if tag == "p" and self._text:
            self._text.append("\n")
        elif tag == "s":
            self._space(_times(facts, "c", MOST_COLUMNS))
        elif tag == "tab":
            self._text.append("\t")

    def _space(self, count: int) -> None:
        self._text.append(" " * count)
        if sum(map(len, self._text[-_MOST_SPACES:])) > LONGEST_TEXT:
            raise Refused([Trouble("cell_too_long", facts={"limit": f"{LONGEST_TEXT:,}"})])

    def _keep(self, facts: Mapping[str, str]) -> None:
        value = _value(facts, "".join(self._text).strip())
        times = _times(facts, "number-columns-repeated", MOST_COLUMNS)
        down = _times(facts, "number-rows-spanned", MOST_ROWS)
        across = _times(facts, "number-columns-spanned", MOST_COLUMNS)
        if value is not None and (down > 1 or across > 1):
            last = inside(self._row + down - 1, self._column + across - 1)
            self._merged.append(Area(self._row, self._column, *last))
        if value is not None:
            inside(0, self._column + times - 1)
            self._repeat(times - 1)
            self._repeats += _MORE_EACH
            self._filled += [(self._column + at, value) for at in range(times)]
        self._column += times

    def _keep_row(self) -> None:
        if self._filled:
            inside(self._row + self._rows - 1, 0)
            self._repeat(len(self._filled) * (self._rows - 1))
            for row in range(self._row, self._row + self._rows):
                for column, value in self._filled:
                    self._cells.put(row, column, value)
        self._row += self._rows

    def _repeat(self, count: int) -> None:
        self._repeats -= count
        if self._repeats < 0:
            raise Refused([Trouble("workbook_too_large", facts={"limit": f"{MOST_CELLS:,}"})])


def _times(facts: Mapping[str, str], name: str, most: int) -> int:
    """How often something stands side by side; once where it is not said."""
    said = fact(facts, name)
    if not said:
        return 1
    if not said.isascii() or not said.isdigit() or len(said) > len(str(most)):
        raise damaged(name)
    return max(int(said), 1)


def _value(facts: Mapping[str, str], text: str) -> Value:
    kind, said = fact(facts, "value-type"), fact(facts, "value")
    match kind:
        case "float" | "currency" | "percentage":
            return _number(kind, said, text)
        case "date":
            return _day(fact(facts, "date-value")) or text or None
        case "boolean":
            return fact(facts, "boolean-value") == "true"
    if not text and not kind and fact(facts, "formula"):
        return Uncomputed("=")
    return fact(facts, "string-value") or text or None


def _number(kind: str, said: str, text: str) -> Value:
    found = finite(said)
    if found is None:
        return text or None
    return Percent(found) if kind == "percentage" else found


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said[:10])
    except ValueError:
        return None
