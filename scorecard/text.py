"""Sentences for people, in both languages, from resources/words."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from scorecard.trouble import Trouble
from scorecard.vocabulary import Words

LANGUAGES = ("zh_TW", "en")
WORDS = Path(__file__).resolve().parent.parent / "resources" / "words"
#: A number with a Chinese unit behind it: 17 件, $1,320.3萬.
_COUNTED = re.compile(r"[^一-鿿]*\d[^一-鿿]*[一-鿿]+(/[一-鿿]+)?")

#: The end of an address that counts lines of a file: `a.csv line 3`, `a.json line 1 column 41`.
_LINE = re.compile(r"^(.+) line (\d+)(?: column (\d+))?( \w+)?$")


class Said(NamedTuple):
    """A sentence not yet in any language: its key and the facts for its named places.

    A fact may be `Words`, or another `Said`; it is shown in the language of the sentence.
    """

    key: str
    facts: Mapping[str, "str | Words | Said"] = MappingProxyType({})


@cache
def sentences() -> dict[str, Words]:
    """Every key of resources/words/*.json with its two texts."""
    found: dict[str, Words] = {}
    for file in sorted(WORDS.glob("*.json")):
        for key, texts in json.loads(file.read_text("utf-8")).items():
            found[key] = Words(**texts)
    return found


def say(key: str, language: str, **facts: "str | Words | Said") -> str:
    """The sentence `key` in `language` with its named places filled."""
    shown = {name: _shown(fact, language) for name, fact in facts.items()}
    template = sentences()[key].show(language)
    if language != "en":
        template = _closed_up(template, shown)
    return template.format(**shown) if shown else template


def in_both(key: str) -> Words:
    """The sentence `key` in both languages, as a fact for the place of another."""
    return sentences()[key]


def tell(said: Said, language: str) -> str:
    """A `Said` in `language`."""
    return say(said.key, language, **said.facts)


def listed(words: "Iterable[Words | Said]") -> Words:
    """Several words one after the other, in both languages."""
    words = tuple(words)
    zh, en = ([_shown(word, language) for word in words] for language in LANGUAGES)
    return Words("、".join(zh), ", ".join(en))


def named(names: Iterable[str]) -> Words:
    """Names or codes, which are the same in both languages, one after the other."""
    return listed(Words(name, name) for name in names)


def sentence(trouble: Trouble, language: str) -> str:
    """A trouble as one sentence with its place and its remedy."""
    text = say(f"trouble.{trouble.code}", language, **trouble.facts)
    if not trouble.where:
        return text
    return say("trouble.at", language, where=_place(trouble.where, language), text=text)


def _place(where: str, language: str) -> str:
    """An address, the lines of a file counted in the words of `language`."""
    found = _LINE.match(where)
    if found is None:
        return where
    file, line, column, field = found.groups(default="")
    key = "trouble.place.column" if column else "trouble.place.line"
    return say(key, language, file=file, line=line, column=column) + field


def _shown(fact: "str | Words | Said", language: str) -> str:
    if isinstance(fact, Words):
        return fact.show(language)
    return tell(fact, language) if isinstance(fact, Said) else fact


def _closed_up(template: str, shown: Mapping[str, str]) -> str:
    """Without the blank that parts `76.4 %` from the Chinese behind it, where the unit is Chinese
    itself: 17 件超過, not 17 件 超過."""
    for name, text in shown.items():
        if text[-1:] >= "一" and f"{{{name}}} " in template and _COUNTED.fullmatch(text):
            template = re.sub(rf"(?<={{{name}}}) (?=[一-鿿])", "", template)
    return template
