"""When a KPI begins: before the oldest entry of any measure that it ever read it has no value."""

from collections.abc import Iterator

from scorecard.board import Board
from scorecard.evaluation.definitions import Definitions
from scorecard.evaluation.meaning import Meaning
from scorecard.evaluation.measuring import Measuring
from scorecard.evaluation.view import grain
from scorecard.model.records import Measure
from scorecard.period import Period, first_day
from scorecard.vocabulary import Frequency, Method


def beginning(
    board: Board,
    definitions: Definitions,
    measuring: Measuring,
    place: tuple[str, str],
    kind: Frequency,
) -> int | None:
    """The number of the oldest period of `kind` with an entry for the (KPI, unit) `place`, under
    any of its definitions; None where nobody has entered anything."""
    kpi, org = place
    return min(
        (
            board.settings.calendar.belongs(Period(grain(each.frequency), first), kind).number
            for each in _measures(board, definitions, kpi)
            if (first := measuring.first_entry(each.id, org)) is not None
        ),
        default=None,
    )


def counts_nothing(board: Board, definitions: Definitions, kpi: str) -> bool:
    """Whether a KPI under any of its definitions may have a value where nobody has entered
    anything: a count of nothing is 0 (R-VALUE-2, R-FORMULA-5)."""
    calendar = board.settings.calendar
    meanings = (
        definitions.meaning(version, first_day(version.effective, calendar))
        for version in board.versions[kpi]
    )
    return any(
        isinstance(meaning, Meaning)
        and (
            not meaning.required
            or any(each.over_time is Method.COUNT for each in meaning.measures.values())
        )
        for meaning in meanings
    )


def _measures(board: Board, definitions: Definitions, kpi: str) -> Iterator[Measure]:
    """What the definitions of a KPI read, and those of all KPIs that they name."""
    waiting, seen = [kpi], {kpi}
    while waiting:
        for version in board.versions[waiting.pop()]:
            day = first_day(version.effective, board.settings.calendar)
            meaning = definitions.meaning(version, day)
            if isinstance(meaning, Meaning):
                yield from meaning.measures.values()
                waiting += meaning.kpis - seen
                seen |= meaning.kpis
