"""A template in writing: its target, its formula, its example, what it needs."""

from typing import NamedTuple

from scorecard.catalogue.library import library
from scorecard.catalogue.matching import MONEY
from scorecard.catalogue.spelling import spelled
from scorecard.catalogue.template import Suggestion, Template
from scorecard.number import Style, show
from scorecard.target import Aim, read_aim, write_aim
from scorecard.unit_words import unit_shown
from scorecard.vocabulary import Direction, Words
from ui.forms.aim_text import aim_shown
from ui.look import Look

DASH = "–"
_PERCENT = "%"


class Shelves(NamedTuple):
    """Where a template stands."""

    department: Words
    theme: Words


def shelves_of(template: Template) -> Shelves:
    """The names of its department and its theme."""
    shelves = {shelf.id: shelf.name for shelf in (*library().departments, *library().themes)}
    return Shelves(shelves[template.department], shelves[template.theme])


def target_words(suggestion: Suggestion | None, unit: str, look: Look) -> str:
    """A target with its period; a dash where none is suggested."""
    if suggestion is None:
        return DASH
    aim = read_aim(suggestion.value)
    if aim.kind in {Direction.IMPROVE, Direction.BUDGET}:
        return look.say(f"panel.direction.{aim.kind}")
    per = look.say(f"library.per.{suggestion.basis}") if suggestion.basis is not None else ""
    return f"{aim_words(suggestion.value, unit, look)}{per}"


def unit_words(unit: str, look: Look) -> str:
    """A unit in the language of the interface."""
    return unit_shown(unit, look.language)


def aim_words(text: str, unit: str, look: Look) -> str:
    """A target or limit as people write it, money in 萬 or M."""
    money = _money(read_aim(text), look) if unit.partition("/")[0] == MONEY else ""
    return money or aim_shown(text, unit)


def formula_words(template: Template, look: Look) -> str:
    """Its formula in the language of the interface."""
    measures = library().measures
    called = {each: measures[each].name.show(look.language) for each in template.measures}
    return spelled(template.version.formula, called, look.language)


def example_words(template: Template, look: Look) -> str:
    """Its example in a line: the inputs, and what comes of them."""
    inputs = (f"{_said(name, look)} {_number(n)}" for name, n in template.example.inputs.items())
    comma = look.say("library.comma")
    return f"{comma.join(inputs)} → {_value(template, look)}"


def _money(aim: Aim, look: Look) -> str:
    """An amount in 萬 or M behind its comparator; empty where it is none."""
    if aim.value is None or aim.kind is None:
        return ""
    sign = aim_shown(write_aim(aim), "").split(" ")[0]
    style: Style = "kmb" if look.language == "en" else "wan"
    return f"{sign} {show(aim.value, decimals=1, style=style)}"


def _said(name: str, look: Look) -> str:
    """An input by its measure's name, within the call that it is of."""
    function, bracket, inside = name.rpartition("(")
    measure = inside.removesuffix(")") if bracket else name
    words = library().measures[measure].name.show(look.language)
    return look.say(f"library.input.{function}", name=words) if bracket else words


def _value(template: Template, look: Look) -> str:
    version, value = template.version, template.example.value
    decimals = version.decimals or 0
    if version.unit == _PERCENT:
        return show(value, decimals=decimals, style="percent").replace(_PERCENT, " %")
    return f"{show(value, decimals=decimals)} {unit_words(version.unit, look)}"


def _number(value: float) -> str:
    return show(value, decimals=0 if float(value).is_integer() else 2)
