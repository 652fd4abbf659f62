"""How far a period is entered: what it asks for, what is there, what is doubted about it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from scorecard.board import Board, Place
from scorecard.check.closed import periods_inside
from scorecard.check.retired import Retired
from scorecard.entering.sheet import Asked, groups, is_asked, kinds
from scorecard.model.records import Key
from scorecard.period import Period
from scorecard.slips.radar import Radar
from scorecard.slips.slip import Slip

Spot = tuple[Place, Period]


@dataclass(frozen=True)
class Progress:
    """What a period asks for, in the order of the sheet: `there` has an entry, be it none. What
    is `doubted` looks like a slip, and of that `confirmed` was said to be right by a note."""

    asked: tuple[Key, ...]
    there: tuple[Key, ...]
    doubted: Mapping[Key, Slip]
    confirmed: frozenset[Key]

    @property
    def missing(self) -> tuple[Key, ...]:
        """What is neither entered nor said to be none."""
        there = frozenset(self.there)
        return tuple(key for key in self.asked if key not in there)

    @property
    def warnings(self) -> tuple[Key, ...]:
        """What is doubted, and nobody said why it is right."""
        return tuple(key for key in self.doubted if key not in self.confirmed)


def progress(
    radar: Radar,
    places: Collection[Place],
    retired: Retired,
    period: Period,
    fresh: Collection[Spot] = (),
    *,
    units: Collection[str] | None = None,
) -> Progress:
    """How far `period` of the radar's board is entered, with the weeks and days in it.

    `places` are those of the sheet, `retired` tells what of them is asked of nobody any more,
    `fresh` are the cells whose note was written beside another
    value. Of `units` alone where they are given; what is doubted is seen beside all others.
    """
    board, rows = radar.board, _rows(radar.board, places, period)
    asked = [
        (place, own)
        for own, each in rows.items()
        for place in each
        if is_asked(board, place, own, retired) and _is_of(place, units)
    ]
    there = [spot for spot in asked if spot[1].number in board.series_of(*spot[0])]
    doubted = {
        (place, own): slip
        for own, each in rows.items()
        for place, slip in radar.all_slips(each, own).items()
        if _is_of(place, units)
    }
    confirmed = [spot for spot in doubted if spot not in fresh and board.notes.get(_key(spot))]
    return Progress(
        tuple(map(_key, asked)),
        tuple(map(_key, there)),
        {_key(spot): slip for spot, slip in doubted.items()},
        frozenset(map(_key, confirmed)),
    )


def _rows(
    board: Board, places: Collection[Place], period: Period
) -> Mapping[Period, Sequence[Place]]:
    """The rows of the sheet, in their order, by each of their own periods inside."""
    calendar, found = board.settings.calendar, dict[Period, list[Place]]()
    span = calendar.span(period)
    for kind in kinds(board, places):
        for group in groups(board, places, kind, Asked()):
            for row in group.rows:
                for own in periods_inside(board, row.measure.id, span, calendar):
                    found.setdefault(own, []).append(row.place)
    return found


def _is_of(place: Place, units: Collection[str] | None) -> bool:
    return units is None or place[1] in units


def _key(spot: Spot) -> Key:
    return (*spot[0], spot[1].code)
