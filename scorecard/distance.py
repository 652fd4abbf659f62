"""How far a value lies from a limit, in writing."""

from scorecard.evaluation.line import Cell
from scorecard.number import show_judged
from scorecard.shown import PERCENT, Shown, dressed, form_of, signed, value_of
from scorecard.text import say


def gap_of(gap: float, cell: Cell, language: str) -> Shown:
    """How far the value of a cell lies from a limit, with as many places as the value has: 34.99 %
    is 0.01 short of 35 %, and a gap that there is is never 0.0 (R-COLOUR-9)."""
    form, seen = form_of(cell, language), value_of(cell, language)
    places = len(seen.text.partition(".")[2]) if seen and form.style in {"plain", "percent"} else 0
    text = show_judged(
        gap,
        at_least=(0.0,) if gap < 0 else (),
        at_most=(0.0,) if gap > 0 else (),
        decimals=max(form.decimals, places),
        style=form.style,
        mode=form.rounding,
    )
    return dressed(text, form)


def gap_said(gap: float, cell: Cell, language: str) -> str:
    """A gap with its sign and unit, written like a change."""
    shown = gap_of(gap, cell, language)
    if shown.unit == PERCENT:
        return say("shown.points", language, number=signed(shown.text))
    return signed(str(shown))
