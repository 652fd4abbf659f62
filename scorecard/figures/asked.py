"""What the target in force comes to over the periods of a view (R-TARGET-4, R-TARGET-5)."""

from collections.abc import Iterator

from scorecard.evaluation import Cell
from scorecard.evaluation.situation import Situation
from scorecard.evaluation.valuation import Valuation
from scorecard.figures.number_words import limit_words
from scorecard.shown import comparator_of
from scorecard.text import Said
from scorecard.vocabulary import Direction

_ONE_NUMBER = {Direction.HIGHER, Direction.LOWER, Direction.EXACT}


def asked(valuation: Valuation, cell: Cell, situation: Situation) -> Iterator[Said]:
    """The sentence for a value that is held against more or less than the target as typed, such
    as a yearly one during the year; nothing where it is held against the target itself."""
    criterion, version = cell.criterion, situation.version
    if criterion is None or criterion.target is None or criterion.direction not in _ONE_NUMBER:
        return
    first = situation.measuring.calendar.span(situation.period).first
    dated = valuation.definitions.aim(version.kpi, situation.org, first)
    if dated is None or dated.aim.value is None or dated.aim.value == criterion.target:
        return
    sign = f"{comparator_of(criterion)} "
    yield Said(
        "why.asked",
        {
            "target": limit_words(dated.aim.value, cell, sign),
            "per": Said(f"why.asked.{dated.basis or version.frequency}"),
            "used": limit_words(criterion.target, cell, sign),
        },
    )
