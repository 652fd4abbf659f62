"""A formula in the words of the reader's language: measures and KPIs by name, never by their id."""

from contextlib import suppress
from dataclasses import replace

from scorecard.board import Board
from scorecard.check.formulas import parsed
from scorecard.cleaning import clean
from scorecard.formula import FormulaError, rename, resolve
from scorecard.formula.names import name_written
from scorecard.formula.tree import Name, walk
from scorecard.vocabulary import NO_WORDS, Words
from ui.forms.definition import Context, Definition


def formula_in(text: str, board: Board, language: str) -> str:
    """`text` with every name in `language`; one that cannot be read stays as it is."""
    try:
        tree = resolve(parsed(text), board.names, board.shared) if text else None
    except FormulaError:
        return text
    places = [] if tree is None else [part for part in walk(tree) if isinstance(part, Name)]
    for name in sorted(places, key=lambda each: each.position, reverse=True):
        written = _written(name, board, language)
        text = text[: name.position] + written + text[name.end :] if written else text
    return text


def formula_shown(definition: Definition, at: Context) -> str:
    """The formula of a definition in the language of the form."""
    return formula_in(definition.version.formula, at.board, at.language)


def formula_put(definition: Definition, text: str, at: Context) -> Definition:
    """Another formula; the one that is shown is no other than the one that is kept."""
    if text == formula_shown(definition, at):
        return definition
    return replace(definition, version=replace(definition.version, formula=clean(text)))


def renamed(text: str, before: Words, after: Words) -> str:
    """A formula that is being written, after what it says was renamed; one that cannot be read
    stays as it is."""
    changes = {old: new for old, new in zip(before, after, strict=True) if old and new}
    try:
        return rename(text, changes)
    except FormulaError:
        return text


def _written(name: Name, board: Board, language: str) -> str:
    """How `language` says what a name means, or else the other one; empty where neither does."""
    kind, _, of = name.name.partition(":")
    words = NO_WORDS
    if kind == "measure" and of in board.measures:
        words = board.measures[of].name
    elif kind == "kpi" and of in board.versions:
        words = board.latest(of).name
    for shown in (words.show(language), *words):
        if board.names.get(shown) == name.name:
            with suppress(ValueError):
                return name_written(shown)
    return ""
