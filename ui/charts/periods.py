"""How periods are named below a chart, and which of them where there is no room for all."""

from collections.abc import Iterator, Sequence

from scorecard.period import PER_YEAR, Period
from scorecard.vocabulary import Frequency
from ui.painting.words import words_width

APART = 6


def short_name(period: Period) -> str:
    """A period within its year: 10, Q4, H2, W43, 21; a year by itself."""
    if period.kind is Frequency.MONTH:
        return str(period.number % PER_YEAR[Frequency.MONTH] + 1)
    if period.kind is Frequency.YEAR:
        return period.code
    return period.code[5:]


def named(
    periods: Sequence[Period], pitch: float, selected: int | None
) -> Iterator[tuple[int, str]]:
    """The positions that have room for their names, `pitch` px each; the selected one always,
    the last one where none is."""
    names = [short_name(period) for period in periods]
    widest = max((words_width(name, "secondary_bold") for name in names), default=0)
    every = max(1, -(-int(widest + APART) // max(int(pitch), 1)))
    keep = (len(names) - 1 if selected is None else selected) % every
    return ((at, name) for at, name in enumerate(names) if at % every == keep)


def years(periods: Sequence[Period]) -> Iterator[tuple[int, str]]:
    """The positions at which another year begins, with its name; none where periods are years."""
    before = ""
    for at, period in enumerate(periods):
        year = period.code[:4]
        if year != before and period.kind is not Frequency.YEAR:
            yield at, year
        before = year
