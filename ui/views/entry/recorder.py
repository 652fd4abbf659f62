"""Keeps what is typed: each cell is one step, a block is one step, what cannot be kept waits."""

from collections.abc import Iterable

from scorecard.check.closed import closed_trouble
from scorecard.check.unlikely import earlier_values
from scorecard.commands.entries import EnterBlock
from scorecard.commands.entry import ClearEntry, EnterValue
from scorecard.entering.meaning import likely, meant
from scorecard.entering.sheet import Row
from scorecard.entry_text import Typed
from scorecard.model.records import Entry
from scorecard.period import Period
from scorecard.slips.usual import Usual, usual
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble
from scorecard.workspace import Command
from ui.bridge import Bridge
from ui.views.entry.desk import Desk
from ui.views.entry.waiting import Held, Spot


class Recorder:
    """Works on the rows of a desk, through the bridge."""

    def __init__(self, bridge: Bridge, desk: Desk) -> None:
        self._bridge, self._desk = bridge, desk
        desk.waiting.recall(self._meant_at)

    def refuse(self, row: Row, period: Period | None) -> None:
        """Say why nothing can be typed where the period is closed."""
        closing = self._desk.closing(row, period)
        if closing is not None and self._bridge.read_only is None:
            self._bridge.show_refused((closed_trouble(self._desk.board, closing),))

    def keep(self, row: Row, period: Period, text: str) -> None:
        """Keep a typed value; what means none, or no one value, waits in its cell."""
        typed = self.meaning(row, period, text)
        if typed.cleared:
            self._clear(row, period)
        elif typed.is_sound and not typed.none:
            self._put(row, period, typed.value, text)
        else:
            self._hold(row, period, text, typed, typed.trouble)

    def meaning(self, row: Row, period: Period, text: str) -> Typed:
        """What a text means in a cell."""
        currency, yes = self._bridge.board.settings.currency, row.measure.id in self._desk.yes
        return meant(text, row.measure, currency, self._before(row, period), yes=yes)

    def keep_note(self, row: Row, period: Period, note: str) -> None:
        """Keep the words beside a value. Where there is none they are the reason why; where a
        text waits with a question they say that it is meant as it stands."""
        held, entry = self._desk.held_of(row, period), self._entry(row, period)
        if held is not None and held.typed.choices:
            self._put(row, period, held.typed.choices[-1], held.text, note)
        elif held is not None and held.trouble is not None:
            return
        elif entry is not None and entry.value is not None:
            self._put(row, period, entry.value, "", note)
        elif note.strip():
            self._put(row, period, None, "", note)
        else:
            self._clear(row, period)

    def keep_none(self, row: Row, period: Period, reason: str) -> None:
        """Keep that there is no value, and why."""
        self._put(row, period, None, "", reason)

    def repair(self, row: Row, period: Period) -> bool:
        """Take what was probably meant; whether there was anything to take."""
        held = self._desk.held_of(row, period)
        if held is not None:
            value = likely(held.typed, self._before(row, period))
            if value is not None:
                self._put(row, period, value, held.text)
            return value is not None
        slip = self._desk.standing(row).slip
        if slip is None or not slip.repair:
            return False
        entries = [Entry(*place, period.code, value) for place, value in slip.repair]
        return self.block(entries, "command.repair")

    def likely(self, row: Row, period: Period) -> float | None:
        """What was probably meant in a cell; None where nothing better is known."""
        held = self._desk.held_of(row, period)
        if held is not None:
            return likely(held.typed, self._before(row, period))
        slip = self._desk.standing(row).slip
        return dict(slip.repair).get(row.place) if slip is not None else None

    def block(self, entries: Iterable[Entry], name: str) -> bool:
        """Keep several entries as one step, or have the window say why not."""
        kept = tuple(entries)
        if not kept:
            return False
        said = Said(name, {"count": str(len(kept))})
        for entry in kept:
            self._release((entry.measure, entry.org), Period.parse(entry.period))
        return self._bridge.ask(EnterBlock(kept, said))

    def _meant_at(self, spot: Spot, text: str) -> Typed:
        """What a text means in a cell that may be on no sheet now."""
        (measure, _), period = spot
        return self.meaning(Row(spot[0], self._bridge.board.measures[measure]), period, text)

    def _before(self, row: Row, period: Period) -> Usual:
        return usual(earlier_values(self._bridge.board.series_of(*row.place), period.number))

    def _put(
        self, row: Row, period: Period, value: float | None, text: str, note: str | None = None
    ) -> None:
        entry = self._entry(row, period)
        kept = entry.note if entry is not None and entry.value is not None else ""
        said = kept if note is None else note
        spot = (row.place, period)
        if note is None and kept and entry is not None and value != entry.value:
            self._bridge.fresh.add(spot)
        elif note is not None:
            self._bridge.fresh.discard(spot)
        self._run(row, period, text, EnterValue(*row.place, period.code, value, said))

    def _clear(self, row: Row, period: Period) -> None:
        if self._entry(row, period) is not None:
            self._run(row, period, "", ClearEntry(*row.place, period.code))
        else:
            self._release(row.place, period)

    def _run(self, row: Row, period: Period, text: str, command: Command) -> None:
        self._release(row.place, period)
        try:
            self._bridge.run(command)
        except Refused as refusal:
            self._hold(row, period, text, Typed(), refusal.troubles[0])

    def _hold(
        self, row: Row, period: Period, text: str, typed: Typed, trouble: Trouble | None
    ) -> None:
        self._desk.waiting.hold((row.place, period), Held(text, typed, trouble))

    def _release(self, place: tuple[str, str], period: Period) -> None:
        self._desk.waiting.release((place, period))

    def _entry(self, row: Row, period: Period) -> Entry | None:
        return self._bridge.board.entry(*row.place, period.code)
