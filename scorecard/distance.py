"""How far a value lies from a limit, in writing."""

from scorecard.evaluation.line import Cell
from scorecard.number import show_judged
from scorecard.scoring import limits
from scorecard.shown import PERCENT, Shown, dressed, form_of, limit_text, signed, value_of
from scorecard.text import say


def gap_of(gap: float, cell: Cell, language: str) -> Shown:
    """How far the value of a cell lies from a limit, with as many places as the value and the
    green limit have: 34.99 % is 0.01 short of 35 %, 14 is 1.5 above 12.5, and a gap that there
    is is never 0.0 (R-COLOUR-9)."""
    form = form_of(cell, language)
    places = _places(cell, language) if form.style in {"plain", "percent"} else 0
    text = show_judged(
        gap,
        at_least=(0.0,) if gap < 0 else (),
        at_most=(0.0,) if gap > 0 else (),
        decimals=max(form.decimals, places),
        style=form.style,
        mode=form.rounding,
    )
    return dressed(text, form)


def _places(cell: Cell, language: str) -> int:
    """The most decimals with which the value or a green limit of a cell is written."""
    seen = value_of(cell, language)
    used = limits(cell.criterion) if cell.criterion is not None else ()
    greens = [limit_text(side.green, cell, language) for side in used if side is not None]
    texts = [seen.text, *greens] if seen else greens
    return max((len(text.partition(".")[2]) for text in texts), default=0)


def gap_said(gap: float, cell: Cell, language: str) -> str:
    """A gap with its sign and unit, written like a change."""
    shown = gap_of(gap, cell, language)
    if shown.unit == PERCENT:
        return say("shown.points", language, number=signed(shown.text))
    return signed(str(shown))
