"""The nineteen fields of a definition, as a table."""

from dataclasses import dataclass
from enum import Enum

from scorecard.vocabulary import Category, Direction, Frequency
from ui.forms import definition as d


class Kind(Enum):
    """With what a part is edited."""

    LOCKED = "locked"
    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class Part:
    """One editor: how its text comes out of a definition and goes into one.

    `by` says of what there is one text each: `language` or `org`; empty for one in all.
    `choices` are values, worded by `panel.KEY.VALUE`. `narrow` is for a few characters.
    """

    key: str
    kind: Kind
    shown: d.Shown
    put: d.Put
    by: str = ""
    choices: tuple[str, ...] = ()
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One of the nineteen; its words are `panel.field.KEY`, its example `panel.example.KEY`."""

    key: str
    group: str
    parts: tuple[Part, ...]


GROUPS = ("identity", "calculation", "duty", "relations")


def _never(definition: d.Definition, _text: str, _at: d.Context) -> d.Definition:
    return definition


def _words(key: str, name: str, kind: Kind = Kind.LINE) -> tuple[Part, ...]:
    return (Part(key, kind, d.words_shown(name), d.words_put(name), by="language"),)


def _text(key: str, name: str, kind: Kind = Kind.LINE) -> tuple[Part, ...]:
    return (Part(key, kind, d.text_shown(name), d.text_put(name)),)


def _name(key: str, language: str) -> tuple[Part, ...]:
    return (Part(key, Kind.LINE, d.one_language("name", language), d.name_put(language)),)


def _choice(key: str, put: d.Put, choices: tuple[str, ...]) -> Part:
    return Part(key, Kind.CHOICE, d.text_shown(key), put, choices=choices)


_UNIT = (
    Part("unit", Kind.LINE, d.unit_shown, d.unit_put),
    Part("decimals", Kind.LINE, d.decimals_shown, d.decimals_put, narrow=True),
)
_CATEGORY = _choice("category", d.category_put, ("", *Category))
_FREQUENCY = _choice("frequency", d.frequency_put, tuple(Frequency))
_FORMULA = Part("formula", Kind.FORMULA, d.formula_shown, d.formula_put)
_TARGET = Part("target", Kind.LINE, d.target_shown, d.target_put, by="org")
_LIMITS = (
    _choice("direction", d.direction_put, tuple(Direction)),
    Part("amber", Kind.LINE, d.limit_shown("amber"), d.limit_put("amber"), narrow=True),
    Part("green", Kind.LINE, d.limit_shown("green"), d.limit_put("green"), narrow=True),
)

FIELDS = (
    Field("id", "identity", (Part("id", Kind.LOCKED, d.text_shown("kpi"), _never),)),
    Field("category", "identity", (_CATEGORY,)),
    Field("name_zh", "identity", _name("name_zh", "zh_TW")),
    Field("name_en", "identity", _name("name_en", "en")),
    Field("definition", "identity", _words("definition", "definition", Kind.TEXT)),
    Field("formula", "calculation", (_FORMULA,)),
    Field("unit", "calculation", _UNIT),
    Field("source", "calculation", _words("source", "source")),
    Field("table", "calculation", _text("table", "table_name")),
    Field("frequency", "calculation", (_FREQUENCY,)),
    Field("owner", "duty", _words("owner", "owner")),
    Field("target", "duty", (_TARGET,)),
    Field("thresholds", "duty", _LIMITS),
    Field(
        "dashboards",
        "relations",
        (Part("dashboards", Kind.LINE, d.list_shown("dashboards"), d.list_put("dashboards")),),
    ),
    Field(
        "related",
        "relations",
        (Part("related", Kind.LINE, d.list_shown("related"), d.related_put),),
    ),
    Field("version", "relations", (Part("version", Kind.LOCKED, d.text_shown("version"), _never),)),
    Field(
        "effective",
        "relations",
        (Part("effective", Kind.LINE, d.text_shown("effective"), d.effective_put),),
    ),
    Field("change", "relations", _words("change", "change", Kind.TEXT)),
    Field("notes", "relations", _words("notes", "notes", Kind.TEXT)),
)

PARTS = {part.key: part for field in FIELDS for part in field.parts}
#: Which field a part belongs to.
FIELD_OF = {part.key: field.key for field in FIELDS for part in field.parts}
