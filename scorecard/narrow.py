"""Numbers where a column has no room for all of their digits: in few digits with 萬, 億 or K, M.

The whole number is in the tool tip, in what is read out, and in what is copied.
"""

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal

from scorecard.change import Change
from scorecard.evaluation.line import Cell
from scorecard.number import Style, brief_power, show_brief, snap
from scorecard.scoring import Criterion
from scorecard.shown import (
    SIGNS,
    Shown,
    comparator_of,
    dressed,
    edges_of,
    form_of,
    number_of,
    signed,
)
from scorecard.vocabulary import Direction, Missing

_DIGITS, _FEWER, _TICK_DIGITS = 4, 3, 6
#: From here on a number, and a sum of money, which is in 億 or B by then, are long.
_LONG_NUMBER, _LONG_SUM = 1e7, 1e12
#: More than this, in per cent, says no more than that the target was passed by far.
_MOST_ATTAINED = 9999
_NO_LIMITS: tuple[Sequence[float], Sequence[float]] = ((), ())


def narrow_value(cell: Cell, language: str) -> Shown | None:
    """The value of a cell, on its own side of every limit; None where it is missing."""
    if isinstance(cell.value, Missing):
        return None
    text = _text(cell.value, cell, language, limits=edges_of(cell.criterion))
    return dressed(text, form_of(cell, language))


def narrow_number(value: float, cell: Cell, language: str, digits: int = _DIGITS) -> str:
    """Any other number of the cell's KPI, with its currency, without its unit."""
    return _priced(_text(value, cell, language, digits=digits), cell, language)


def tick_of(value: float, cell: Cell, language: str) -> str:
    """A number of the cell's KPI as an axis or a narrow column says it: 萬 or M stays, % and 件 go,
    and of a long number six digits are left."""
    money = cell.version.unit.partition("/")[0] in SIGNS
    if abs(value) >= (_LONG_SUM if money else _LONG_NUMBER):
        return narrow_number(snap(value), cell, language, _TICK_DIGITS)
    shown = number_of(snap(value), cell, language)
    return shown.text + shown.unit.partition("/")[0] if money else shown.text


def narrow_target(cell: Cell, language: str) -> str:
    """The target with its comparator; a range says currency and unit of its ends once."""
    criterion = cell.criterion
    if criterion is None:
        return ""
    if criterion.direction is Direction.RANGE:
        return _range(criterion, cell, language)
    if criterion.target is None:
        return ""
    return f"{comparator_of(criterion)} {narrow_number(criterion.target, cell, language)}"


def narrow_change(change: Change | None, cell: Cell | None, language: str) -> str:
    """A change with its sign; beside a value in 億 in 億 too, where that leaves a digit to see."""
    if change is None or change.absolute is None:
        return ""
    if cell is None or change.points is not None:
        number = change.absolute if change.points is None else change.points
        decimals = 1 if cell is None else form_of(cell, language).decimals
        text = show_brief(
            number,
            digits=_DIGITS,
            decimals=decimals,
            style=_style(language),
            mode="half_up" if cell is None else cell.rounding,
        )
        return signed(text.replace("-", "−"))
    beside = 0.0 if isinstance(cell.value, Missing) else cell.value
    power = brief_power(beside, _style(language))
    if power and abs(change.absolute) >= 10.0 ** (power - 1):
        text = _text(change.absolute, cell, language, digits=_FEWER, least=power)
    else:
        text = _text(change.absolute, cell, language)
    return signed(text.replace("-", "−"))


def narrow_attainment(cell: Cell) -> str:
    """達成率 in whole per cent, one decimal just below 100 %, which it never shows for less."""
    if cell.attainment is None:
        return ""
    percent = 100 * Decimal(repr(cell.attainment))
    if abs(percent) > _MOST_ATTAINED:
        return f"{'>' if percent > 0 else '< −'}{_MOST_ATTAINED:,}%"
    is_just_below = 99 <= percent < 100  # noqa: PLR2004  per cent
    step = Decimal("0.1") if is_just_below else Decimal(1)
    return f"{percent.quantize(step, ROUND_DOWN):,f}%".replace("-", "−")


def _text(
    value: float,
    cell: Cell,
    language: str,
    *,
    digits: int = _DIGITS,
    least: int = 0,
    limits: tuple[Sequence[float], Sequence[float]] = _NO_LIMITS,
) -> str:
    """A number of the cell's KPI without currency and %, `-1.391億`."""
    form = form_of(cell, language)
    scale = 100 if form.style == "percent" else 1
    floors, ceilings = ([scale * limit for limit in side] for side in limits)
    return show_brief(
        scale * value,
        at_least=floors,
        at_most=ceilings,
        digits=digits,
        decimals=form.decimals,
        style=_style(language),
        least=least,
        mode=form.rounding,
    )


def _range(criterion: Criterion, cell: Cell, language: str) -> str:
    if criterion.low is None or criterion.high is None:
        return ""
    ends = (criterion.low, criterion.high)
    low, high = (_text(end, cell, language, digits=_FEWER) for end in ends)
    if low[-1:].isalpha() and low[-1:] == high[-1:]:
        low = low[:-1]
    if min(ends) < 0:
        return "–".join(_priced(end, cell, language) for end in (low, high))
    return f"{_priced(low, cell, language)}–{high}"


def _priced(text: str, cell: Cell, language: str) -> str:
    """A number behind the sign of its currency, its minus before that."""
    minus = "−" if text.startswith("-") else ""
    return f"{minus}{form_of(cell, language).sign}{text.removeprefix('-')}"


def _style(language: str) -> Style:
    return "kmb" if language == "en" else "wan"
