"""Numbers as people read them: text and unit, never on another side of a limit than judged."""

from decimal import Context, Decimal
from typing import NamedTuple

from scorecard.change import Change
from scorecard.evaluation.line import Cell
from scorecard.number import Mode, Rounding, Style, show, show_judged, snap
from scorecard.scoring import Criterion, Limits, is_strict, limits, strict_edges
from scorecard.text import say
from scorecard.unit_words import unit_shown
from scorecard.vocabulary import Direction, Missing

#: How money of a currency begins; any other is said by its code behind the number.
SIGNS = {"TWD": "$", "USD": "US$", "CNY": "CN¥", "EUR": "€", "JPY": "¥", "GBP": "£"}
PERCENT = "%"
_DASH = "–"
_MOST_DECIMALS = 2
_EXACT = Context(prec=400)


class Shown(NamedTuple):
    """A number in writing: `text` with sign and currency, `unit` for the box behind it."""

    text: str
    unit: str = ""

    def __str__(self) -> str:
        return f"{self.text} {self.unit}".rstrip()


class Form(NamedTuple):
    """How the numbers of one KPI are written; `unit` is the document's own."""

    style: Style
    decimals: int
    sign: str
    unit: str
    language: str
    rounding: Rounding = "half_up"


def value_of(cell: Cell, language: str) -> Shown | None:
    """The value of a cell (R-COLOUR-9); None where it is missing. Yes and no are not numbers."""
    if isinstance(cell.value, Missing):
        return None
    floors, ceilings = edges_of(cell.criterion)
    form = form_of(cell, language)
    text = show_judged(
        cell.value,
        at_least=floors,
        at_most=ceilings,
        decimals=form.decimals,
        style=form.style,
        mode=form.rounding,
    )
    return dressed(text, form)


def number_of(value: float, cell: Cell, language: str, mode: Mode | None = None) -> Shown:
    """Any other number of the cell's KPI, written the same way, or rounded in one direction."""
    form = form_of(cell, language)
    text = show(value, decimals=form.decimals, style=form.style, mode=mode or form.rounding)
    return dressed(text, form)


def exact_of(value: float, cell: Cell, language: str) -> Shown:
    """A number of the cell's KPI written out, on its own side of every limit (R-COLOUR-9): money
    without 萬 or M."""
    form, (floors, ceilings) = form_of(cell, language), edges_of(cell.criterion)
    style: Style = "percent" if form.style == "percent" else "plain"
    decimals = max(form.decimals, _needed(snap(100 * value) if style == "percent" else value))
    text = show_judged(
        value,
        at_least=floors,
        at_most=ceilings,
        decimals=decimals,
        style=style,
        mode=form.rounding,
    )
    return dressed(text, form)


def measure_said(value: float, unit: str, language: str) -> str:
    """A number of a measure to the last digit, with its unit, for a sentence."""
    money, slash, per = unit.partition("/")
    number = Decimal(repr(value)) * (100 if unit == PERCENT else 1)
    text = f"{number.normalize(_EXACT):,f}".replace("-", "−")
    if money in SIGNS:
        minus = "−" if text.startswith("−") else ""
        shown = unit_shown(slash + per, language)
        return f"{minus}{SIGNS[money]}{text.removeprefix('−')}{shown}"
    return f"{text} {unit_shown(unit, language, one=text in {'1', '−1'})}".rstrip()


def target_of(cell: Cell, language: str) -> str:
    """The target with its comparator, without its unit, and of how many of the value's cells it
    is where that is not all; empty where there is none."""
    text = _target(cell, language)
    return f"{text} ({cell.part.pairs}/{cell.part.of})" if text and cell.part else text


def _target(cell: Cell, language: str) -> str:
    criterion = cell.criterion
    if criterion is None or criterion.direction in {Direction.NONE, Direction.YES}:
        return ""
    if criterion.direction is Direction.ZERO:
        return "0"
    if criterion.direction is Direction.RANGE:
        return _range(criterion, cell, language)
    if criterion.target is None:
        return ""
    return f"{comparator_of(criterion)} {limit_text(criterion.target, cell, language)}"


def target_said(cell: Cell, language: str) -> str:
    """The target with its comparator and unit, for a sentence; empty where there is none."""
    text = target_of(cell, language)
    return with_unit(text, cell, language) if text else ""


def limit_said(limit: float, cell: Cell, language: str) -> str:
    """A limit with its unit and as many decimals as it has, for a sentence."""
    return with_unit(limit_text(limit, cell, language), cell, language)


def change_said(change: Change | None, cell: Cell | None, language: str) -> str:
    """A change with its sign and unit, for a sentence: percentage points (R-CHANGE-2), points of
    a score, else the KPI's own unit; empty where there is none."""
    text = change_of(change, cell, language)
    if change is None or change.absolute is None or not text:
        return ""
    if cell is None:
        return say("shown.score", language, number=text)
    form = form_of(cell, language)
    if change.points is None:
        return signed(str(dressed(_moved(change.absolute, form), form)))
    points = _moved(change.points, form._replace(style="plain")).replace("-", "−")
    return say("shown.points", language, number=signed(points))


def _moved(change: float, form: Form) -> str:
    """A change that is never 0.0 where there is one: "0.0, better" would contradict itself."""
    return show_judged(
        change,
        at_least=(0.0,) if change < 0 else (),
        at_most=(0.0,) if change > 0 else (),
        decimals=form.decimals,
        style=form.style,
        mode=form.rounding,
    )


def change_of(change: Change | None, cell: Cell | None, language: str) -> str:
    """A change with its sign and without its unit, for a column: points of a percent KPI or of a
    score, else the absolute one."""
    if change is None or change.absolute is None:
        return ""
    if cell is None:
        text = show(change.absolute, decimals=1)
    elif change.points is not None:
        form = form_of(cell, language)
        text = show(change.points, decimals=form.decimals, mode=form.rounding)
    else:
        text = _bare(number_of(change.absolute, cell, language), cell)
    return signed(text.replace("-", "−"))


def attainment_of(cell: Cell) -> str:
    """達成率 as a percentage that never shows 100 % for less; empty where there is none."""
    if cell.attainment is None:
        return ""
    text = show_judged(
        cell.attainment, at_least=(1.0,), decimals=0, style="percent", mode=cell.rounding
    )
    return text.replace("-", "−")


def signed(text: str) -> str:
    """`text` with a plus where it is above nought."""
    return text if text.startswith("−") or not any(d in text for d in "123456789") else f"+{text}"


def form_of(cell: Cell, language: str) -> Form:
    """How the numbers of a cell's KPI are written."""
    unit = cell.version.unit
    money, slash, per = unit.partition("/")
    if money in SIGNS:
        style: Style = "kmb" if language == "en" else "wan"
        return Form(style, _decimals(cell), SIGNS[money], slash + per, language, cell.rounding)
    style = "percent" if unit == PERCENT else "plain"
    return Form(style, _decimals(cell), "", unit, language, cell.rounding)


def _decimals(cell: Cell) -> int:
    if cell.version.decimals is not None:
        return cell.version.decimals
    if cell.version.unit == PERCENT:
        return 1
    known = [cell.value] if isinstance(cell.value, float | int) else []
    return max((_needed(value) for value in known), default=0)


def _needed(value: float) -> int:
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return min(max(-int(exponent), 0), _MOST_DECIMALS)


def dressed(text: str, form: Form) -> Shown:
    """A text of `show` with the sign of its currency, and its unit apart."""
    if form.style == "percent":
        return Shown(text.removesuffix(PERCENT).replace("-", "−"), PERCENT)
    unit = unit_shown(form.unit, form.language, one=text in {"1", "-1"})
    if text[-1:].isalpha():
        # Chinese writes 億件, English M pcs.
        between = " " if text[-1].isascii() and unit[:1].isalpha() else ""
        text, unit = text[:-1], f"{text[-1]}{between}{unit}"
    minus = "−" if text.startswith("-") else ""
    return Shown(f"{minus}{form.sign}{text.removeprefix('-')}", unit)


def _short(shown: Shown, cell: Cell) -> str:
    """A number as a column without unit boxes writes it: 萬 or M stays, % and 件 go."""
    money = cell.version.unit.partition("/")[0] in SIGNS
    return shown.text + shown.unit.partition("/")[0] if money else shown.text


def with_unit(text: str, cell: Cell, language: str) -> str:
    """A text of `target_of`, or a limit, with the unit of the KPI."""
    money, slash, per = cell.version.unit.partition("/")
    if money in SIGNS:
        return text + unit_shown(slash + per, language)
    return f"{text} {unit_shown(cell.version.unit, language)}".rstrip()


def _bare(shown: Shown, cell: Cell) -> str:
    """As `_short`, without the sign of the currency."""
    return _short(shown, cell).replace(_sign(cell), "")


def _sign(cell: Cell) -> str:
    """The sign of the cell's currency; a blank, which no number holds, where it has none."""
    return SIGNS.get(cell.version.unit.partition("/")[0], " ")


def limit_text(target: float, cell: Cell, language: str) -> str:
    """A target or a limit in a column, without its unit. A twelfth of a yearly one keeps its
    places: "≥ 4" of 4.17 would make an amber 4 look as if it met it (R-COLOUR-9)."""
    form = form_of(cell, language)
    if form.style in {"wan", "kmb"}:
        decimals = max(form.decimals, _needed(target))
        shown = show(target, decimals=decimals, style=form.style, mode=form.rounding)
        return _short(dressed(shown, form), cell)
    hundred = 100 if form.style == "percent" else 1
    decimals = max(form.decimals, _needed(snap(target * hundred)))
    shown = show(target, decimals=decimals, style=form.style, mode=form.rounding)
    return dressed(shown, form).text


def _range(criterion: Criterion, cell: Cell, language: str) -> str:
    if criterion.low is None or criterion.high is None:
        return ""
    ends = (limit_text(end, cell, language) for end in (criterion.low, criterion.high))
    return _DASH.join(ends)


def comparator_of(criterion: Criterion) -> str:
    """What stands before a target."""
    match criterion.toward:
        case Direction.HIGHER:
            return ">" if is_strict(criterion) else "≥"
        case Direction.LOWER:
            return "<" if is_strict(criterion) else "≤"
    return "="


def edges_of(criterion: Criterion | None) -> tuple[list[float], list[float]]:
    """The limits that a shown value must not seem to have passed, from above and from below."""
    if criterion is None:
        return [], []
    used = limits(criterion)
    floors, ceilings = _sides(used)
    # On a strict limit a value has another colour than on either side of it.
    strict = [limit for limit, _, _ in strict_edges(criterion, used)]
    if criterion.direction is Direction.ZERO:
        floors = [-limit for limit in ceilings]
        strict += [-limit for limit in strict]
    return floors + strict, ceilings + strict


def _sides(used: Limits) -> tuple[list[float], list[float]]:
    low, high = used
    floors = [low.target, low.green, low.amber] if low is not None else []
    ceilings = [high.target, high.green, high.amber] if high is not None else []
    return floors, ceilings
