"""The radar over a board: every value of a period looked at, alone and beside the others."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from scorecard.board import Board, Place, Series
from scorecard.check.unlikely import answered_with_yes, earlier_values
from scorecard.entry_name import place_words
from scorecard.period import Period
from scorecard.slips.column import Gap, Row, together
from scorecard.slips.parts import Limits, Share, limits, shares, too_large
from scorecard.slips.single import Asked, single
from scorecard.slips.slip import Slip
from scorecard.slips.usual import Usual, usual


class Radar:
    """Looks at the values of `board`; what depends on the definitions is worked out once."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._usual: dict[tuple[Place, int], tuple[Series, Usual]] = {}

    def see(self, board: Board) -> None:
        """Look at another board from now on, which is the same after some entries."""
        same = board.measures is self.board.measures and board.versions is self.board.versions
        self.board = board
        if not same:
            for kept in ("_limits", "_shares", "_yes"):
                self.__dict__.pop(kept, None)

    def slip(self, place: Place, period: Period, value: float) -> Slip | None:
        """The slip of one value beside the values before it."""
        measure = self.board.measures[place[0]]
        if measure.id in self._yes:
            return None
        series = self.board.series_of(*place)
        known, newest = self._known(place, series, period.number), series.get(period.number - 1)
        bounds = self._limits.get(measure.id, (None, None))
        return single(Asked(place, value, measure.unit, known, newest, bounds))

    def slips(
        self,
        places: Sequence[Place],
        period: Period,
        fresh: Collection[Place] = (),
        block: Collection[Place] | None = None,
    ) -> dict[Place, Slip]:
        """The slips of `all_slips` that nobody looked at yet: a value with a note beside it was,
        but for those that are `fresh`: theirs was written beside another value."""
        found = self.all_slips(places, period, block)
        noted = {place for place in found if place not in fresh and self._note(place, period)}
        return {place: slip for place, slip in found.items() if place not in noted}

    def all_slips(
        self, places: Sequence[Place], period: Period, block: Collection[Place] | None = None
    ) -> dict[Place, Slip]:
        """The slips of what is entered for a period, by place; `places` in their order. Whether
        they are a month off is seen by those of `block`, which came together; None for all."""
        rows = list(self._rows(places, period))
        values = {row.place: row.value for row in rows if isinstance(row, Row)}
        alone = {place: s for place, v in values.items() if (s := self.slip(place, period, v))}
        found = alone | self._parts(values, period)
        found |= {place: slip for place, slip in alone.items() if slip.repair}
        beside = (period.shifted(-1).code, period.shifted(1).code)
        return found | together(rows, beside, frozenset(places if block is None else block))

    def _rows(self, places: Sequence[Place], period: Period) -> Iterator[Row | Gap]:
        for place in places:
            series = self.board.series_of(*place)
            value, measure = series.get(period.number), self.board.measures[place[0]]
            if measure.id in self._yes:
                continue
            known = self._known(place, series, period.number)
            if value is None:
                yield Gap(place, known)
                continue
            beside = (series.get(period.number + step) for step in (-1, 1))
            yield Row(place, place_words(self.board, place), measure.unit, value, known, *beside)

    def _parts(self, places: Collection[Place], period: Period) -> dict[Place, Slip]:
        orgs: dict[str, list[str]] = {}
        for measure, org in places:
            orgs.setdefault(measure, []).append(org)
        found = {}
        for share in self._shares:
            for org in orgs.get(share.part, ()):
                slip = too_large(self.board, share, org, period)
                if slip is not None:
                    found[share.part, org] = slip
        return found

    def _known(self, place: Place, series: Series, number: int) -> Usual:
        kept = self._usual.get((place, number))
        if kept is None or kept[0] is not series:
            kept = (series, usual(earlier_values(series, number)))
            self._usual[place, number] = kept
        return kept[1]

    def _note(self, place: Place, period: Period) -> str:
        return self.board.notes.get((*place, period.code), "")

    @cached_property
    def _limits(self) -> Mapping[str, Limits]:
        return limits(self.board)

    @cached_property
    def _shares(self) -> tuple[Share, ...]:
        return shares(self.board)

    @cached_property
    def _yes(self) -> frozenset[str]:
        return answered_with_yes(self.board)
