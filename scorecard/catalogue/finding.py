"""Finding templates: as one types, by department, perspective and theme, with counts."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from scorecard.catalogue.folding import folded
from scorecard.catalogue.library import Library, library
from scorecard.catalogue.template import Template


class Facet(StrEnum):
    """What templates can be filtered by."""

    DEPARTMENT = "department"
    CATEGORY = "category"
    THEME = "theme"


class Asked(NamedTuple):
    """What is looked for; an empty field asks for nothing. All words of `text` must be there."""

    text: str = ""
    department: str = ""
    category: str = ""
    theme: str = ""

    def without(self, facet: Facet) -> "Asked":
        """The same with one filter taken off."""
        return self._replace(**{facet.value: ""})


def found(asked: Asked) -> tuple[Template, ...]:
    """The templates that are asked for: those named so first, each in the library's order."""
    fits = [each for each in library().templates.values() if _fits(each, asked)]
    words = folded(asked.text).split()
    if not words:
        return tuple(fits)
    ranked = [(rank, each) for each in fits if (rank := _rank(each, words)) is not None]
    return tuple(each for _, each in sorted(ranked, key=lambda pair: pair[0]))


def counts(asked: Asked, facet: Facet) -> Mapping[str, int]:
    """How many templates each choice of `facet` would show, the other filters as they are."""
    numbers: dict[str, int] = {}
    for template in found(asked.without(facet)):
        choice = shelf_of(template, facet)
        numbers[choice] = numbers.get(choice, 0) + 1
    return numbers


def shelf_of(template: Template, facet: Facet) -> str:
    """Where a template stands by one of its facets."""
    match facet:
        case Facet.DEPARTMENT:
            return template.department
        case Facet.THEME:
            return template.theme
        case Facet.CATEGORY:
            return str(template.version.category)


def _fits(template: Template, asked: Asked) -> bool:
    wanted = zip(Facet, asked[1:], strict=True)
    return all(not want or shelf_of(template, facet) == want for facet, want in wanted)


def _rank(template: Template, words: list[str]) -> int | None:
    """How well a template answers: 0 by name, 1 by another name, 2 by its measures or shelf,
    3 by what it says; None where a word is nowhere."""
    layers = _texts()[template.id]
    reached = [_layer(word, layers) for word in words]
    return None if any(each is None for each in reached) else max(each or 0 for each in reached)


def _layer(word: str, layers: tuple[str, ...]) -> int | None:
    return next((rank for rank, text in enumerate(layers) if word in text), None)


@cache
def _texts() -> Mapping[str, tuple[str, ...]]:
    shelf = library()
    return {
        template.id: tuple(folded("\n".join(layer)) for layer in _layers(shelf, template))
        for template in shelf.templates.values()
    }


def _layers(shelf: Library, template: Template) -> Iterator[list[str]]:
    version = template.version
    yield [template.id, *template.name]
    yield list(template.aliases)
    around = [*shelf.departments, *shelf.themes]
    near = [each.name for each in around if each.id in (template.department, template.theme)]
    near += [shelf.measures[measure].name for measure in template.measures]
    yield [text for words in near for text in words]
    yield [*version.definition, *version.pitfall, *template.good]
