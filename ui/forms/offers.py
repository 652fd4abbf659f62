"""The names that a formula can say: measures first, then KPIs, each with what it is."""

from scorecard.board import Board
from scorecard.text import Said
from ui.fields.formula import Offer
from ui.look import Look


def offers(board: Board, kpi: str, look: Look) -> list[Offer]:
    """The names for the formula of `kpi`, itself left out."""
    found = [
        Offer(
            measure.name.show(look.language) or measure.id,
            look.say("panel.dot").join(
                p for p in (measure.unit, measure.source.show(look.language)) if p
            ),
        )
        for measure in board.measures.values()
    ]
    for other in board.versions:
        if other != kpi:
            name = board.latest(other).name.show(look.language) or other
            found.append(Offer(name, look.tell(Said("panel.offer.kpi", {"id": other}))))
    return found
