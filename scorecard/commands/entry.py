"""Entering a value, and clearing it."""

from dataclasses import dataclass

from scorecard.board import Board
from scorecard.cleaning import clean
from scorecard.commands.lookup import measure_of, org_of, period_of
from scorecard.commands.putting import put, taken
from scorecard.exactness import is_exact
from scorecard.model.edits import Change
from scorecard.model.records import Entry, Measure
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble


@dataclass(frozen=True, slots=True)
class EnterValue:
    """One value of a measure at a unit in a period (its code); None with a reason in `note`.

    Values are on the stored scale: a percent as fraction, yes as 1. Refused: unknown measure or
    unit, a period that does not exist or is of another kind, more than 15 significant digits.
    """

    measure: str
    org: str
    period: str
    value: float | None
    note: str = ""

    def __call__(self, board: Board) -> Change:
        measure = _place(board, self.measure, self.org, self.period)
        if self.value is not None and not is_exact(self.value):
            raise Refused([Trouble("too_many_digits", facts={"value": repr(self.value)})])
        value = None if self.value is None else float(self.value) + 0.0
        entry = Entry(self.measure, self.org, self.period, value, clean(self.note))
        return Change(_name("command.enter_value", measure, self.period), put(board, entry))


@dataclass(frozen=True, slots=True)
class ClearEntry:
    """Takes an entry away, so that its cell is as if nothing had been typed."""

    measure: str
    org: str
    period: str

    def __call__(self, board: Board) -> Change:
        measure = _place(board, self.measure, self.org, self.period)
        entry = board.entry(self.measure, self.org, self.period)
        return Change(_name("command.clear_entry", measure, self.period), taken([entry]))


def _place(board: Board, measure: str, org: str, period: str) -> Measure:
    found = measure_of(board, measure)
    org_of(board, org)
    period_of(period, found.frequency)
    return found


def _name(key: str, measure: Measure, period: str) -> Said:
    return Said(key, {"measure": measure.name, "period": period})
