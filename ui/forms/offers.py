"""The names that a formula can say: measures first, then KPIs, each with what it is."""

from scorecard.board import Board
from scorecard.model.records import Measure
from scorecard.unit_words import unit_shown
from ui.fields.offers import Offer
from ui.look import Look


def offers(board: Board, kpi: str, look: Look) -> list[Offer]:
    """The names for the formula of `kpi`, itself left out."""
    found = [_of_measure(board, measure, look) for measure in board.measures.values()]
    return found + [_of_kpi(board, other, look) for other in board.versions if other != kpi]


def _of_measure(board: Board, measure: Measure, look: Look) -> Offer:
    means, language = f"measure:{measure.id}", look.language
    source = measure.source.show(language) or measure.table_name
    return Offer(
        _said(board, means, measure.name.show(language)),
        _noted(look, unit_shown(measure.unit, language), source),
        means,
    )


def _of_kpi(board: Board, kpi: str, look: Look) -> Offer:
    means, version = f"kpi:{kpi}", board.latest(kpi)
    return Offer(
        _said(board, means, version.name.show(look.language)),
        _noted(look, look.say("panel.offer.kpi", id=kpi), unit_shown(version.unit, look.language)),
        means,
    )


def _noted(look: Look, *parts: str) -> str:
    return look.say("panel.dot").join(part for part in parts if part)


def _said(board: Board, means: str, name: str) -> str:
    """`name` where a formula takes it for what is meant, else the id."""
    return name if board.names.get(name) == means else means.partition(":")[2]
