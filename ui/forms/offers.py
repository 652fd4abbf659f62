"""The names that a formula can say: measures first, then KPIs, each with what it is."""

from scorecard.board import Board
from scorecard.text import Said
from scorecard.unit_words import unit_shown
from ui.fields.formula import Offer
from ui.look import Look


def offers(board: Board, kpi: str, look: Look) -> list[Offer]:
    """The names for the formula of `kpi`, itself left out."""
    found = [
        Offer(
            _said(board, f"measure:{measure.id}", measure.name.show(look.language)),
            look.say("panel.dot").join(
                p
                for p in (
                    unit_shown(measure.unit, look.language),
                    measure.source.show(look.language),
                )
                if p
            ),
        )
        for measure in board.measures.values()
    ]
    for other in board.versions:
        if other != kpi:
            name = _said(board, f"kpi:{other}", board.latest(other).name.show(look.language))
            found.append(Offer(name, look.tell(Said("panel.offer.kpi", {"id": other}))))
    return found


def _said(board: Board, meaning: str, name: str) -> str:
    """`name` where a formula takes it for `meaning`, else the id."""
    return name if board.names.get(name) == meaning else meaning.partition(":")[2]
