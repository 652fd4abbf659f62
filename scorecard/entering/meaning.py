"""What a text means in a cell of the sheet: a value, none, a sum to be worked out, or a question
that the values before it may answer."""

from scorecard.entry_text import Typed, typed_entry
from scorecard.formula.grammar import parse
from scorecard.formula.mistake import FormulaError
from scorecard.formula.ratio import number_of
from scorecard.model.records import Measure
from scorecard.number import told
from scorecard.slips.usual import Usual
from scorecard.trouble import Trouble

_SUM = ("=", "＝")


def meant(text: str, measure: Measure, currency: str, known: Usual, *, yes: bool) -> Typed:
    """What `text` means for a measure whose values before are `known`.

    Nothing is asked of a value for being unlikely: it is entered, and marked. Where a text can
    mean two numbers and only the literal one is usual, it means that one.
    """
    if text.strip().startswith(_SUM):
        worked_out = _worked_out(text.strip()[1:])
        if worked_out is None:
            return Typed(trouble=Trouble("not_a_sum", facts={"text": text.strip()[:40]}))
        text = worked_out
    typed = typed_entry(text, measure, currency, (), yes=yes)
    usual = [choice for choice in typed.choices if known.holds(choice)]
    literal = typed.choices[-1] if typed.choices else None
    return Typed(value=literal) if usual == [literal] else typed


def likely(typed: Typed, known: Usual) -> float | None:
    """The choice of a question that the values before it speak for; None where none does."""
    usual = [choice for choice in typed.choices if known.holds(choice)]
    return usual[0] if len(usual) == 1 else None


def _worked_out(formula: str) -> str | None:
    """The number of a formula without names; None where it is none."""
    try:
        number = number_of(parse(formula))
    except FormulaError:
        return None
    return None if number is None else f"{told(number):.15g}"
