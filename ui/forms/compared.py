"""Two definitions as texts, field by field, in the words of the form."""

from collections.abc import Iterator

from scorecard.figures.difference import Texts
from scorecard.model.records import KpiVersion
from scorecard.text import LANGUAGES, run_on, say, sentences
from scorecard.vocabulary import Direction, Words
from ui.forms.aim_text import quantity_shown
from ui.forms.definition import Context, Definition
from ui.forms.definition_fields import FIELDS, Field, Kind, Part

#: Told at the head of a comparison, not among the fields.
_APART = frozenset({"id", "version", "effective", "change"})
#: What a version says and the form does not ask for.
_BESIDE = ("planned", "low_bound", "high_bound", "baseline", "better", "attainment", "window")
_BESIDE_WORDS = ("key_reason", "pitfall")


def compared(before: Definition, after: Definition, at: Context) -> Iterator[Texts]:
    """Every field of two definitions, those of the form first, in its order."""
    for field in FIELDS:
        if field.key not in _APART:
            for part in field.parts:
                yield _part(field, part, (before, after), at)
    for name in (*_BESIDE, *_BESIDE_WORDS):
        old, new = (_beside(each.version, name, at.language) for each in (before, after))
        yield Texts(say(f"difference.{name}", at.language), old, new, name in _BESIDE_WORDS)


def _part(field: Field, part: Part, both: tuple[Definition, Definition], at: Context) -> Texts:
    old, new = (part.shown(each, at) for each in both)
    if part.by == "language" and old == new:
        # What changed in the other language alone is told in that one.
        other = next(each for each in LANGUAGES if each != at.language)
        old, new = (part.shown(each, Context(at.board, other)) for each in both)
    if part.kind is Kind.CHOICE:
        old, new = (say(f"panel.{part.key}.{text or 'none'}", at.language) for text in (old, new))
    is_long = part.kind in {Kind.TEXT, Kind.FORMULA}
    return Texts(_name(field, part, at.language), old, new, is_long)


def _name(field: Field, part: Part, language: str) -> str:
    name = say(f"panel.field.{field.key}", language)
    if part.key == field.key:
        return name
    return run_on([name, say(f"panel.part.{part.key}", language)])


def _beside(version: KpiVersion, name: str, language: str) -> str:
    value = getattr(version, name)
    if isinstance(value, Words):
        return value.show(language)
    if isinstance(value, Direction):
        return say(f"panel.direction.{value}", language)
    if isinstance(value, float):
        return quantity_shown(value, version.unit)
    key = f"difference.{name}.{value}"
    return say(key, language) if key in sentences() else str(value or "")
