"""Adding a measure, changing one, and removing one that nothing uses."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scorecard.board import Board
from scorecard.commands.cleaned import cleaned
from scorecard.commands.free_id import free_measure
from scorecard.commands.lookup import measure_of
from scorecard.commands.putting import put, taken
from scorecard.commands.renaming import followed
from scorecard.model.edits import Change
from scorecard.model.records import Entry, Measure
from scorecard.period import Period
from scorecard.period_code import entered_by
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble


@dataclass(frozen=True, slots=True)
class AddMeasure:
    """A measure that is not there yet; its id is chosen here.

    Refused: a name that a formula would already take for something else (name_in_use), a weight
    that is no measure.
    """

    measure: Measure

    def __call__(self, board: Board) -> Change:
        measure = replace(cleaned(self.measure), id=free_measure(board))
        for name in measure.name:
            if name and (name in board.names or name in board.shared):
                raise Refused([Trouble("name_in_use", facts={"name": name})])
        if measure.weight:
            measure_of(board, measure.weight)
        return Change(Said("command.add_measure", {"measure": measure.name}), put(board, measure))


@dataclass(frozen=True, slots=True)
class PutMeasure:
    """A measure as it shall be; every formula means afterwards what it meant.

    Refused: a weight that is no measure.
    """

    measure: Measure

    def __call__(self, board: Board) -> Change:
        measure = cleaned(self.measure)
        if measure.weight:
            measure_of(board, measure.weight)
        edits = followed(board, put(board, measure))
        return Change(Said("command.put_measure", {"measure": measure.name}), edits)


@dataclass(frozen=True, slots=True)
class RemoveMeasure:
    """Takes a measure and its entries away; `check` refuses it while a formula uses it."""

    measure: str

    def __call__(self, board: Board) -> Change:
        measure = measure_of(board, self.measure)
        edits = taken([*_entries(board, measure), measure])
        return Change(Said("command.remove_measure", {"measure": measure.name}), edits)


def _entries(board: Board, measure: Measure) -> Iterator[Entry | None]:
    kind = entered_by(measure.frequency)
    for of, org in board.series:
        if of == measure.id:
            for number in board.series_of(of, org):
                yield board.entry(of, org, Period(kind, number).code)
