"""Targets and limits in a form: `≥ 35 %` for people, `>=0.35` in the document."""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from scorecard.board import Board
from scorecard.model.records import KpiVersion
from scorecard.reading.outcome import Ask, MissingText, Read, Wrong
from scorecard.reading.target import TargetText, read_target
from scorecard.target import Aim, read_aim, write_aim
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble
from scorecard.unit_words import unit_told
from scorecard.vocabulary import Direction, Frequency, Words

_SIGNS = {Direction.HIGHER: "≥", Direction.LOWER: "≤", Direction.EXACT: "="}
_STRICT = {Direction.HIGHER: ">", Direction.LOWER: "<"}
_ASCII = (">=", "<=", ">", "<", "=")
_PERCENT = "%"
_HUNDREDTH = Decimal("0.01")


class AimText(NamedTuple):
    """A target or limit as the document keeps it; `basis` None where it was not said."""

    text: str
    basis: Frequency | None = None


class Unsure(Exception):  # noqa: N818  a question, not an error
    """What was typed can mean several things: the question, and a text for each of them."""

    def __init__(self, why: Said, choices: tuple[str, ...]) -> None:
        self.why, self.choices = why, choices
        super().__init__(why.key)


def aim_shown(text: str, unit: str) -> str:
    """A stored target or limit as people write it; what has no such form stays as it is."""
    try:
        aim = read_aim(text)
    except Refused:
        return text
    match aim:
        case Aim(kind=Direction.RANGE, low=float() as low, high=float() as high):
            mark = " %" if unit == _PERCENT else ""
            return f"{_figure(low, unit)}–{_figure(high, unit)}{mark}"
        case Aim(kind=Direction.ZERO):
            return "0"
        case Aim(kind=Direction.HIGHER | Direction.LOWER | Direction.EXACT as kind, value=float()):
            sign = _STRICT.get(kind, "=") if aim.strict else _SIGNS[kind]
            return f"{sign} {quantity_shown(aim.value or 0.0, unit)}"
    return text


def quantity_shown(value: float, unit: str) -> str:
    """A number on the stored scale as people write it: 35 % for 0.35."""
    figure = _figure(value, unit)
    return f"{figure} %" if unit == _PERCENT else figure


def aim_typed(text: str, version: KpiVersion, board: Board) -> AimText:
    """What was typed, as the document keeps it; the typed form and that of the document.

    Raises Refused where it says nothing, `Unsure` where it can mean several things.
    """
    seen = text.strip()
    stored = _stored_form(seen, version, board)
    if stored is not None:
        return AimText(stored)
    found = read_target(seen)
    match found:
        case Wrong(trouble):
            raise Refused([trouble])
        case MissingText():
            raise Refused([Trouble("target_missing")])
        case Ask(choices, why):
            return _by_direction(seen, choices, why, version)
        case Read(value):
            return _kept(seen, value, version)
    raise AssertionError(found)


def _stored_form(seen: str, version: KpiVersion, board: Board) -> str | None:
    """The text itself where it is already of the document's form, and beyond doubt."""
    words = seen.startswith(("improve:", "budget:")) or seen == "yes"
    if not words and not seen.startswith(_ASCII) and ".." not in seen:
        return None
    try:
        aim = read_aim(seen)
    except Refused:
        return None
    if aim.measure and not board.names.get(aim.measure, "").startswith("measure:"):
        raise Refused([Trouble("unknown_measure", facts={"id": aim.measure, "near": "–"})])
    numbers = [n for n in (aim.value, aim.low, aim.high) if n is not None]
    if version.unit == _PERCENT and any(abs(number) > 2 for number in numbers):
        return None  # a fraction above 200 % is read, and asked about, as a percentage
    return write_aim(aim)


def _by_direction(
    seen: str, choices: tuple[TargetText, ...], why: Said, version: KpiVersion
) -> AimText:
    """A number without a comparator: the definition says what is good, or it is asked."""
    for choice in choices:
        if choice.kind is version.direction:
            return _kept(f"{_SIGNS[choice.kind]} {seen}", choice, version)
    raise Unsure(why, tuple(f"{_SIGNS[choice.kind]} {seen}" for choice in choices))


def _kept(seen: str, said: TargetText, version: KpiVersion) -> AimText:
    if said.kind in {Direction.NONE, Direction.BUDGET}:
        raise Refused([Trouble(f"target_{said.kind}")])
    numbers = [n for n in (said.value, said.low, said.high) if n]
    worded = said.kind in {Direction.YES, Direction.IMPROVE, Direction.ZERO}
    percent, marked = version.unit == _PERCENT, said.unit in {_PERCENT, "‰"}
    if percent and said.unit is None and numbers and all(abs(n) >= 1 for n in numbers):
        said, marked = _as_percent(said), True  # read as a value typed in this unit would be
    if numbers and not worded and percent != marked:
        raise _other_unit(seen, said, version, percent=percent)
    aim = said.aim
    if aim is None:
        raise Refused([Trouble("target_missing")])
    return AimText(write_aim(aim), said.basis)


def _as_percent(said: TargetText) -> TargetText:
    """The same with its numbers as percentages: 97 is 0.97."""
    value, low, high = (
        None if number is None else float(Decimal(repr(number)) * _HUNDREDTH)
        for number in (said.value, said.low, said.high)
    )
    return replace(said, value=value, low=low, high=high)


def _other_unit(seen: str, said: TargetText, version: KpiVersion, *, percent: bool) -> Exception:
    """A percentage where the unit is none, or none where it is."""
    if not percent:
        facts: dict[str, str | Words] = {"text": seen, "unit": unit_told(version.unit or "–")}
        return Refused([Trouble("target_unit", facts=facts)])
    choices = [f"{seen} %"]
    if said.value is not None and abs(said.value) <= 1:
        choices.insert(0, seen.replace(f"{said.value:g}", _figure(said.value, _PERCENT)) + " %")
    return Unsure(Said("panel.ask.percent", {"choice": choices[0]}), tuple(choices))


def _figure(value: float, unit: str) -> str:
    """A number with all its digits, a fraction as percent."""
    exact = Decimal(repr(value))
    if unit == _PERCENT:
        exact /= _HUNDREDTH
    text = f"{exact.normalize():,f}"
    return text.replace("-", "−") if text.startswith("-") else text
