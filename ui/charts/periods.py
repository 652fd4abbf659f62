"""How periods are named below a chart, and which of them where there is no room for all."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from scorecard.period import PER_YEAR, Period
from scorecard.period_name import Naming
from scorecard.vocabulary import Frequency
from ui.painting.words import words_width

APART = 6


def short_name(period: Period, naming: Naming) -> str:
    """A period within its year: 10, Q4, H2, W43, 21; a year by itself."""
    if period.kind is Frequency.MONTH:
        return str(period.number % PER_YEAR[Frequency.MONTH] + 1)
    if period.kind is Frequency.YEAR:
        return naming.label(period)
    return period.code[5:]


def named(
    periods: Sequence[Period], naming: Naming, pitch: float, selected: int | None
) -> Iterator[tuple[int, str]]:
    """The positions that have room for their names, `pitch` px each; the selected one always,
    the last one where none is."""
    names = [short_name(period, naming) for period in periods]
    widest = max((words_width(name, "secondary_bold") for name in names), default=0)
    every = max(1, -(-int(widest + APART) // max(int(pitch), 1)))
    keep = (len(names) - 1 if selected is None else selected) % every
    return ((at, name) for at, name in enumerate(names) if at % every == keep)


def years(
    periods: Sequence[Period], naming: Naming, x: Callable[[float], float]
) -> list[tuple[float, str]]:
    """Where a year begins, px, with its name; of two that have no room beside each other the one
    that more periods are of. `x` is where a position lies. None where periods are years."""
    found: list[tuple[float, str, int]] = []
    for year, begin, count in _years(periods, naming):
        place, room = x(begin), words_width(year, "secondary") + APART
        if found and place - found[-1][0] < room:
            if count <= found[-1][2]:
                continue
            found.pop()
        found.append((place, year, count))
    return [(place, year) for place, year, _ in found]


def _years(periods: Sequence[Period], naming: Naming) -> Iterator[tuple[str, int, int]]:
    """Each year with the position at which it begins and how many periods are of it."""
    codes = [naming.label(each)[:4] for each in periods if each.kind is not Frequency.YEAR]
    for year, run in groupby(range(len(codes)), codes.__getitem__):
        places = list(run)
        yield year, places[0], len(places)
