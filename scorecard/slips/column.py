"""Slips that only the values of a period together show: rows swapped, rows or months shifted."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from scorecard.board import Place
from scorecard.entry_text import entry_shown
from scorecard.slips.single import digits
from scorecard.slips.slip import Kind, Slip
from scorecard.slips.usual import Usual
from scorecard.text import Said
from scorecard.vocabulary import Words

#: Rows in a run, and places of a month, from which on a shift is seen; the share of the month's
#: values that must be the same.
_RUN, _PLACES, _SHARE = 3, 4, 0.6
_DIGITS = 3
_MOST_OFF = 60


class Row(NamedTuple):
    """The value of a place in a period, in the order of the sheet; `newest` is its value in the
    period before, `next` the one after, None where there is none."""

    place: Place
    name: Words
    unit: str
    value: float
    usual: Usual
    newest: float | None = None
    next: float | None = None


class Gap(NamedTuple):
    """A place without a value in a period, in the order of the sheet."""

    place: Place
    usual: Usual


def together(
    rows: Sequence[Row | Gap], beside: tuple[str, str], block: Collection[Place]
) -> dict[Place, Slip]:
    """The slips of a whole period; `beside` names the periods before and after it, `block` are
    the places whose values came together."""
    valued = {at: row for at, row in enumerate(rows) if isinstance(row, Row)}
    shifted = _month([row for row in valued.values() if row.place in block], *beside)
    if shifted:
        return shifted
    outside = {at: row for at, row in valued.items() if row.usual.is_off(row.value)}
    return _run(rows, valued, outside) or dict(_swapped(list(outside.values())))


def _month(rows: Sequence[Row], before: str, after: str) -> dict[Place, Slip]:
    """Where most values are those of the month before or after, number by number."""
    telling = [
        row for row in rows if digits(row.value, row.unit) >= _DIGITS and not row.usual.repeats
    ]
    for period, side in ((before, "newest"), (after, "next")):
        beside = [row for row in telling if getattr(row, side) is not None]
        same = [row for row in beside if getattr(row, side) == row.value]
        if len(same) >= _PLACES and len(same) >= _SHARE * len(beside):
            said = Said("slip.month", {"count": str(len(same)), "period": period})
            return {row.place: Slip(Kind.MONTH, said) for row in same}
    return {}


def _run(
    rows: Sequence[Row | Gap], valued: Mapping[int, Row], outside: Mapping[int, Row]
) -> dict[Place, Slip]:
    """Where at least three rows one after the other hold what belongs a row up, or down; the
    first of them may belong where nothing stands."""
    for step in (1, -1):
        moved = [at for at, row in outside.items() if _fits(rows, at + step, row.value)]
        runs = [at for at in moved if at + 1 in moved or at - 1 in moved]
        if len(runs) >= _RUN:
            whole = [at for at in range(runs[0], runs[-1] + 1) if at in valued]
            repair = tuple((rows[at + step].place, valued[at].value) for at in whole)
            key = "slip.rows.up" if step < 0 else "slip.rows.down"
            said = Said(key, {"count": str(len(runs))})
            return {rows[at].place: Slip(Kind.ROWS, said, repair) for at in runs}
    return {}


def _swapped(outside: Sequence[Row]) -> Iterator[tuple[Place, Slip]]:
    """Two rows, each with a value that is usual for the other; where many are off it is not that
    two were swapped."""
    if len(outside) > _MOST_OFF:
        return
    for first in outside:
        others = [
            other
            for other in outside
            if other.usual.spans(first.value) and first.usual.spans(other.value)
        ]
        if len(others) == 1:
            yield first.place, _swap(first, others[0])


def _swap(first: Row, other: Row) -> Slip:
    facts: Mapping[str, str | Words] = {
        "name": other.name,
        "value": entry_shown(first.value, first.unit, yes=False),
        "meant": entry_shown(other.value, first.unit, yes=False),
    }
    repair = ((first.place, other.value), (other.place, first.value))
    return Slip(Kind.SWAPPED, Said("slip.swapped", {**facts}), repair)


def _fits(rows: Sequence[Row | Gap], at: int, value: float) -> bool:
    return 0 <= at < len(rows) and rows[at].usual.spans(value)
