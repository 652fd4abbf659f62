"""What the rows of a long table name, each looked up once: series and periods as numbers."""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from scorecard.check.unlikely import YES_UNITS
from scorecard.exchange.entries_csv import RowReading
from scorecard.exchange.long.cells import Cells, Grid
from scorecard.exchange.source import Source
from scorecard.model.records import Key
from scorecard.period import NUMBERS
from scorecard.period_code import entered_by, kind_of
from scorecard.vocabulary import Frequency

_KINDS = {kind: number for number, kind in enumerate(Frequency)}
#: A code that is no period fits no measure.
_NO_KIND = -1
#: Of a row whose series is to be refused.
NO_PLACE = -1


class UnitKind(IntEnum):
    """How numbers typed for a unit are read."""

    NUMBER = 0
    PERCENT = 1
    YES = 2


class Names:
    """Series (`keys`) and codes of periods, each under the number that its rows have."""

    def __init__(self, by_row: RowReading) -> None:
        self._looked_up = RowReading(Source(""), by_row.board, by_row.columns)
        self._board = by_row.board
        self._raw: dict[tuple[str, str], int] = {}
        self._places: dict[Key, int] = {}
        self._codes: dict[str, int] = {}
        self._by_word: dict[int, int] = {}
        self.codes: list[str] = []
        self._unit_kinds: list[int] = []
        self._place_kinds: list[int] = []

    @property
    def keys(self) -> list[Key]:
        """The series by their numbers."""
        return list(self._places)

    @property
    def unit_kinds(self) -> NDArray[np.int8]:
        """How the values of each series are read; the last is for rows without one."""
        return np.array([*self._unit_kinds, UnitKind.NUMBER], dtype=np.int8)

    @property
    def place_kinds(self) -> NDArray[np.int8]:
        """The kind of period of each series; the last is for rows without one."""
        return np.array([*self._place_kinds, _NO_KIND], dtype=np.int8)

    @property
    def kinds(self) -> NDArray[np.int8]:
        """The kind of each code."""
        found = [kind_of(code) for code in self.codes]
        return np.array([_NO_KIND if k is None else _KINDS[k] for k in found], dtype=np.int8)

    @property
    def numbers(self) -> NDArray[np.int64]:
        """The number of each code, 0 for one that is no period."""
        found = [NUMBERS[code] if kind_of(code) is not None else 0 for code in self.codes]
        return np.array(found, dtype=np.int64)

    def place(self, measure: str, org: str = "") -> int:
        """The number of the series that two cells name; NO_PLACE where they name none."""
        raw = (measure, org)
        if raw not in self._raw:
            series = self._looked_up.series("", measure, org)
            self._raw[raw] = NO_PLACE if series is None else self._numbered(series)
        return self._raw[raw]

    def code(self, text: str) -> int:
        """The number of a code."""
        code = text.strip()
        if code not in self._codes:
            self._codes[code] = len(self.codes)
            self.codes.append(code)
        return self._codes[code]

    def codes_of(self, grid: Grid, cells: Cells) -> NDArray[np.int32]:
        """The numbers of the codes in a column."""
        words = grid.words(cells)
        if len(words) == 1:
            found, where = np.unique(words[0], return_inverse=True)
            numbers = [self._of_word(word) for word in found.tolist()]
            return np.array(numbers, dtype=np.int32)[where]
        texts = (
            grid.data[start:end].decode("utf-8")
            for start, end in zip(cells.starts.tolist(), cells.ends.tolist(), strict=True)
        )
        return np.array(list(map(self.code, texts)), dtype=np.int32)

    def _numbered(self, series: Key) -> int:
        """The number of a series, a new one where it has none."""
        if series not in self._places:
            self._places[series] = len(self._places)
            measure = self._board.measures[series[0]]
            self._unit_kinds.append(_unit_kind(measure.unit))
            self._place_kinds.append(_KINDS[entered_by(measure.frequency)])
        return self._places[series]

    def _of_word(self, word: int) -> int:
        if word not in self._by_word:
            text = word.to_bytes(8, "little").rstrip(b"\0").decode("utf-8")
            self._by_word[word] = self.code(text)
        return self._by_word[word]


def _unit_kind(unit: str) -> UnitKind:
    if unit.strip().endswith("%"):
        return UnitKind.PERCENT
    return UnitKind.YES if unit.strip().lower() in YES_UNITS else UnitKind.NUMBER
