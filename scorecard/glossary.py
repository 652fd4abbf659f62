"""The words of the field (詞彙表): what each means, found as one types, and where it stands.

Read from resources/glossary when a word is first asked for.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from scorecard.catalogue.folding import folded
from scorecard.vocabulary import NO_WORDS, Words

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "glossary"
Row = Mapping[str, Any]  # a JSON object of the program's own resources


class Term(NamedTuple):
    """A word, what it means in one sentence, and `more` of how it is meant in this program.

    `see` are the ids of words beside it, `on` the keys of the sentences that say it on screen.
    """

    id: str
    name: Words
    meaning: Words
    more: Words = NO_WORDS
    aliases: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    on: tuple[str, ...] = ()


@cache
def terms() -> Mapping[str, Term]:
    """Every term by its id, in the order of its English name."""
    files = sorted(FOLDER.glob("*.json"))
    read = [_term(row) for file in files for row in json.loads(file.read_text("utf-8"))]
    read.sort(key=lambda term: folded(term.name.en).lstrip("★ "))
    return MappingProxyType({term.id: term for term in read})


def term_on(key: str) -> Term | None:
    """The term that the sentence of this key says; None where it is no word of the field."""
    return _places().get(key)


def looked_up(text: str) -> tuple[Term, ...]:
    """The terms in which each word of `text` stands, in either language: the one that is called
    just so first, then those called so too, then those that say it. All of them where nothing is
    asked."""
    asked = folded(text)
    ranked = [(rank, term) for term in terms().values() if (rank := _rank(term, asked)) is not None]
    return tuple(term for _, term in sorted(ranked, key=lambda pair: pair[0]))


def _rank(term: Term, asked: str) -> int | None:
    called = [folded(name) for name in (*term.name, *term.aliases)]
    if asked in called:
        return -1
    layers = ["\n".join(called), folded("\n".join([*term.meaning, *term.more]))]
    reached = [_layer(word, layers) for word in asked.split()]
    return None if None in reached else max((rank or 0 for rank in reached), default=0)


def _layer(word: str, layers: list[str]) -> int | None:
    return next((rank for rank, text in enumerate(layers) if word in text), None)


@cache
def _places() -> Mapping[str, Term]:
    return {key: term for term in terms().values() for key in term.on}


def _term(row: Row) -> Term:
    return Term(
        row["id"],
        _words(row["name"]),
        _words(row["meaning"]),
        _words(row.get("more")),
        tuple(row.get("aliases", ())),
        tuple(row.get("see", ())),
        tuple(row.get("on", ())),
    )


def _words(row: Row | None) -> Words:
    return Words(**row) if row is not None else NO_WORDS
