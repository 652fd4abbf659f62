"""Numbers of a KPI as sentences say them, in both languages at once."""

from collections.abc import Callable

from scorecard.distance import gap_of
from scorecard.evaluation import Cell
from scorecard.shown import exact_of, limit_said, number_of, value_of
from scorecard.text import LANGUAGES
from scorecard.vocabulary import Words


def value_words(value: float, cell: Cell) -> Words:
    """The value itself, on its own side of every limit (R-COLOUR-9)."""
    if any(value_of(cell, language) is None for language in LANGUAGES):
        return number_words(value, cell)
    return in_both(lambda language: str(value_of(cell, language)))


def number_words(value: float, cell: Cell) -> Words:
    """Any other number of the cell's KPI."""
    return in_both(lambda language: str(number_of(value, cell, language)))


def exact_words(value: float, cell: Cell) -> Words:
    """A number of the cell's KPI written out: money without 萬 or M."""
    return in_both(lambda language: str(exact_of(value, cell, language)))


def limit_words(value: float, cell: Cell, before: str = "") -> Words:
    """A limit with as many decimals as it has, behind a comparator."""
    return in_both(lambda language: before + limit_said(value, cell, language))


def gap_words(value: float, cell: Cell) -> Words:
    """A distance between two values: of percentages, in points (R-CHANGE-2)."""
    said = in_both(lambda language: str(gap_of(value, cell, language)))
    if cell.version.unit != "%":
        return said
    return Words(said.zh_TW.replace("%", "個百分點"), said.en.replace("%", "points"))


def in_both(said: Callable[[str], str]) -> Words:
    """What `said` gives in each language."""
    return Words(said("zh_TW"), said("en"))
