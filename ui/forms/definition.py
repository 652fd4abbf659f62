"""A definition with its target at one unit, and how each part of it is written and read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from scorecard.board import Board
from scorecard.cleaning import clean, clean_name
from scorecard.commands.lookup import unknown
from scorecard.figures.formulas import formula_said
from scorecard.model.records import KpiVersion, Target
from scorecard.reading.outcome import Ask, Read, Wrong
from scorecard.reading.span import read_period
from scorecard.text import LANGUAGES
from scorecard.trouble import Refused, Trouble
from scorecard.unit_words import is_same_unit
from scorecard.unit_words import unit_shown as unit_said
from scorecard.vocabulary import Category, Direction, Frequency, Words
from ui.forms.aim_text import Unsure, aim_shown, aim_typed

_SEPARATORS = str.maketrans({"、": ",", "，": ",", "\n": ",", ";": ",", "；": ","})


@dataclass(frozen=True, slots=True)
class Definition:
    """A version of a KPI, and the target at the unit that is looked at, if there is one."""

    version: KpiVersion
    target: Target | None
    org: str


@dataclass(frozen=True, slots=True)
class Context:
    """In which document and language a form is written."""

    board: Board
    language: str


#: A part as text, and the definition after a text; it raises Refused or Unsure.
Shown = Callable[[Definition, Context], str]
Put = Callable[[Definition, str, Context], Definition]


def words_shown(name: str) -> Shown:
    """A text in the language of the form."""
    return lambda definition, at: _words(definition, name).show(at.language)


def words_put(name: str, language: str | None = None) -> Put:
    """Another text in the language of the form; the other language stays."""

    def put(definition: Definition, text: str, at: Context) -> Definition:
        said = {language or at.language: clean(text)}
        return _with(definition, name, _words(definition, name)._replace(**said))

    return put


def one_language(name: str, language: str) -> Shown:
    """A text in one language, whatever that of the form is."""
    return lambda definition, _at: str(getattr(_words(definition, name), language))


def text_shown(name: str) -> Shown:
    """A text that has no language: a formula, a unit, a table."""
    return lambda definition, _at: str(getattr(definition.version, name) or "")


def text_put(name: str) -> Put:
    """Another such text."""
    return lambda definition, text, _at: _with(definition, name, clean(text))


def formula_shown(definition: Definition, at: Context) -> str:
    """The formula in the names of the form's language."""
    return formula_said(at.board, definition.version.formula, at.language)


def formula_put(definition: Definition, text: str, at: Context) -> Definition:
    """Another formula; the one that is kept, said in either language, is no other."""
    kept = definition.version.formula
    same = {formula_said(at.board, kept, language) for language in LANGUAGES}
    return definition if text.strip() in same else _with(definition, "formula", clean(text))


def unit_shown(definition: Definition, at: Context) -> str:
    """The unit in the form's language."""
    return unit_said(definition.version.unit, at.language)


def unit_put(definition: Definition, text: str, _at: Context) -> Definition:
    """Another unit; `pcs` for 件 is no other."""
    is_same = is_same_unit(text, definition.version.unit)
    return definition if is_same else _with(definition, "unit", clean(text))


def name_put(name: str) -> Put:
    """Another name in one language; one of the two must be there."""
    put = words_put("name", name)

    def checked(definition: Definition, text: str, at: Context) -> Definition:
        after = put(definition, clean_name(text), at)
        if not any(after.version.name):
            raise Refused([Trouble("name_missing")])
        return after

    return checked


def category_put(definition: Definition, text: str, _at: Context) -> Definition:
    """One of the four perspectives, or none."""
    return _with(definition, "category", Category(text) if text else None)


def frequency_put(definition: Definition, text: str, _at: Context) -> Definition:
    """Another kind of period."""
    return _with(definition, "frequency", Frequency(text))


def direction_put(definition: Definition, text: str, _at: Context) -> Definition:
    """What is good from now on."""
    return _with(definition, "direction", Direction(text))


def decimals_shown(definition: Definition, _at: Context) -> str:
    """How many decimals are shown; empty for as many as are needed."""
    decimals = definition.version.decimals
    return "" if decimals is None else str(decimals)


def decimals_put(definition: Definition, text: str, _at: Context) -> Definition:
    """A whole number, or nothing."""
    seen = text.strip()
    if seen and not (seen.isascii() and seen.isdigit()):
        raise Refused([Trouble("not_a_choice", facts={"value": seen[:20], "allowed": "0…10"})])
    return _with(definition, "decimals", int(seen[:4]) if seen else None)


def limit_shown(name: str) -> Shown:
    """A limit as people write it."""
    return lambda it, _at: aim_shown(str(getattr(it.version, name)), it.version.unit)


def limit_put(name: str) -> Put:
    """Another limit; none leaves it to the rule (R-COLOUR-4)."""

    def put(definition: Definition, text: str, at: Context) -> Definition:
        seen = clean_name(text)
        stored = aim_typed(seen, definition.version, at.board).text if seen else ""
        return _with(definition, name, stored)

    return put


def target_shown(definition: Definition, _at: Context) -> str:
    """The target as people write it; empty where there is none."""
    target = definition.target
    return "" if target is None else aim_shown(target.value, definition.version.unit)


def target_put(definition: Definition, text: str, at: Context) -> Definition:
    """Another target; it cannot be taken away here, since the past is judged by it."""
    version, seen = definition.version, clean_name(text)
    if not seen:
        raise Refused([Trouble("target_empty")])
    aim = aim_typed(seen, version, at.board)
    was = definition.target
    basis = aim.basis or (was.basis if was is not None else None)
    start = was.start if was is not None else version.effective
    # What is spread stays so: typed parts too, whose difference from the whole is then told.
    spread = was.spread if was is not None and was.basis is basis else None
    target = Target(version.kpi, definition.org, start, aim.text, basis, spread)
    return replace(definition, target=target)


def list_shown(name: str) -> Shown:
    """Names with commas between them."""
    return lambda definition, _at: ", ".join(getattr(definition.version, name))


def list_put(name: str) -> Put:
    """Names with commas between them, also 、 and line ends."""
    return lambda it, text, _at: _with(it, name, tuple(dict.fromkeys(_listed(text))))


def related_put(definition: Definition, text: str, at: Context) -> Definition:
    """Other KPIs by id or name."""
    found = [_kpi_named(name, at.board) for name in _listed(text)]
    return _with(definition, "related", tuple(dict.fromkeys(found)))


def effective_put(definition: Definition, text: str, _at: Context) -> Definition:
    """The date or period from which it counts, ROC years too."""
    found = read_period(text)
    match found:
        case Read(period):
            return _with(definition, "effective", period.code)
        case Ask(choices, why):
            raise Unsure(why, tuple(choice.code for choice in choices))
        case Wrong(trouble):
            raise Refused([trouble])
    raise Refused([Trouble("effective_missing")])


def _words(definition: Definition, name: str) -> Words:
    found = getattr(definition.version, name)
    return found if isinstance(found, Words) else Words()


def _with(definition: Definition, name: str, value: object) -> Definition:
    version = replace(definition.version, **{name: value})  # type: ignore[arg-type]  # by its field
    return replace(definition, version=version)


def _listed(text: str) -> Iterator[str]:
    return (part for part in map(clean_name, text.translate(_SEPARATORS).split(",")) if part)


def _kpi_named(name: str, board: Board) -> str:
    if name in board.versions:
        return name
    meaning, _, found = board.names.get(name, "").partition(":")
    if meaning != "kpi":
        raise Refused([unknown("unknown_kpi", name, board.versions)])
    return found
