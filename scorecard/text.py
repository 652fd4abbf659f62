"""Sentences for people, in both languages, from resources/words."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from scorecard.cleaning import clean
from scorecard.trouble import Trouble
from scorecard.vocabulary import Words

LANGUAGES = ("zh_TW", "en")
WORDS = Path(__file__).resolve().parent.parent / "resources" / "words"
#: What a key begins with, to its first dot, where the key stands at the start of a line.
_BEGINNING = re.compile(rb'^ *"(\w+)\.[\w.]+": ', re.MULTILINE)
#: Where the two texts of a key end.
_END = re.compile(rb'(?<!\\)"\s*\}')
#: Where Chinese meets Chinese there is no blank: characters, and the full-width signs at the edges
#: of a name.
_CHINESE = re.compile(r"[㐀-鿿「」『』（）、。，：；？]")
_PLACE = re.compile(r"(?<!\{)(\{\w+\})(?!\})")

#: The end of an address that counts lines of a file: `a.csv line 3`, `a.json line 1 column 41`.
_LINE = re.compile(r"^(.+) line (\d+)(?: column (\d+))?( \w+)?$")
#: An address on a sheet, and a sheet as a whole: `sheet 115 年!L10`, `sheet 115 年`.
_CELL = re.compile(r"^sheet (.+)!([A-Z]{1,3}\d+)$")
_SHEET = re.compile(r"^sheet (.+)(?<!\.xlsx)(?<!\.xlsm)(?<!\.xls)(?<!\.ods)$")


class Said(NamedTuple):
    """A sentence not yet in any language: its key and the facts for its named places.

    A fact may be `Words`, or another `Said`; it is shown in the language of the sentence.
    """

    key: str
    facts: Mapping[str, "str | Words | Said"] = MappingProxyType({})


class Sentences(Mapping[str, Words]):
    """Every key of resources/words/*.json with its two texts. A file is kept as it is written, and
    of it only those keys are read that are asked for: a start says a sixth of what it could."""

    def __init__(self) -> None:
        self._read: dict[str, Words] = {}
        self._files: dict[str, list[Path]] = {}
        for file in sorted(WORDS.glob("*.json")):
            for beginning in set(_BEGINNING.findall(file.read_bytes())):
                self._files.setdefault(beginning.decode(), []).append(file)

    def __getitem__(self, key: str) -> Words:
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = self._found(key)
        return found

    def __iter__(self) -> Iterator[str]:
        files = {file for some in self._files.values() for file in some}
        return (key for file in sorted(files) for key in json.loads(_written(file)))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def beginning(self, name: str) -> Mapping[str, Words]:
        """The sentences whose keys begin with `name` and a dot, in the order of their file."""
        return {
            key: Words(**both)
            for file in self._files.get(name, ())
            for key, both in json.loads(_written(file)).items()
            if key.startswith(f"{name}.")
        }

    def _found(self, key: str) -> Words:
        """The two texts of `key`. Raises KeyError where no file has it."""
        mark = f'"{key}": '.encode()
        for file in self._files.get(key.partition(".")[0], ()):
            text = _written(file)
            end = _END.search(text, at) if (at := text.find(mark)) >= 0 else None
            if end is not None:
                return Words(**json.loads(text[at + len(mark) : end.end()]))
        raise KeyError(key)


@cache
def _written(file: Path) -> bytes:
    return file.read_bytes()


@cache
def sentences() -> Sentences:
    """The words of the program in both languages."""
    return Sentences()


def say(key: str, language: str, **facts: "str | Words | Said") -> str:
    """The sentence `key` in `language` with its named places filled."""
    shown = {name: _shown(fact, language) for name, fact in facts.items()}
    template = sentences()[key].show(language)
    if language != "en" and shown:
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


def nearest(name: str, known: Iterable[str]) -> Words:
    """Those of `known` that look most like `name`, or a few that there are, for a refusal."""
    from difflib import get_close_matches

    there = list(known)
    return named(get_close_matches(name, there, n=3, cutoff=0.5) or there[:3] or ["–"])


def called_place(where: str) -> Words:
    """An address as a fact for the place of a sentence: its lines counted in either language."""
    return Words(*(_place(where, language) for language in LANGUAGES))


def run_on(texts: Iterable[str]) -> str:
    """Words or sentences one after the other: a blank between them, none within Chinese."""
    joined = ""
    for text in filter(None, texts):
        joined += text if not joined or _meet(joined[-1:], text[:1]) else f" {text}"
    return joined


def sentence(trouble: Trouble, language: str) -> str:
    """A trouble as one sentence with its place and its remedy, clean whatever it quotes (S9)."""
    text = say(f"trouble.{trouble.code}", language, **trouble.facts)
    if trouble.where:
        text = say("trouble.at", language, where=_place(trouble.where, language), text=text)
    return clean(text)


def _place(where: str, language: str) -> str:
    """An address in the words of `language`: the line of a file, the cell of a sheet."""
    if found := _LINE.match(where):
        file, line, column, field = found.groups(default="")
        key = "trouble.place.column" if column else "trouble.place.line"
        return say(key, language, file=file, line=line, column=column) + field
    if found := _CELL.match(where):
        return say("trouble.place.cell", language, sheet=found[1], cell=found[2])
    if found := _SHEET.match(where):
        return say("trouble.place.sheet", language, sheet=found[1])
    return where


def _shown(fact: "str | Words | Said", language: str) -> str:
    if isinstance(fact, Words):
        return fact.show(language)
    return tell(fact, language) if isinstance(fact, Said) else fact


def _closed_up(template: str, shown: Mapping[str, str]) -> str:
    """Without the blanks beside its places that would part Chinese from Chinese: a template parts
    `76.4 %` from what is behind it, but 海外營收失 9.2 分 and 17 件超過 are written together."""
    pieces = list(_split(template))
    texts = [shown.get(piece[1:-1], piece) if at % 2 else piece for at, piece in enumerate(pieces)]
    for at in range(0, len(pieces), 2):
        before, after = texts[at - 1] if at else "", "".join(texts[at + 1 : at + 2])
        pieces[at] = _between(before, pieces[at], after)
    return "".join(pieces)


@cache
def _split(template: str) -> tuple[str, ...]:
    """What is written and the places in turn, written text first and last."""
    return tuple(_PLACE.split(template))


def _between(before: str, text: str, after: str) -> str:
    """What is written between two places, without needless blanks at its ends."""
    if text == " ":
        return "" if _meet(before[-1:], after[:1]) else text
    if text[:1] == " " and _meet(before[-1:], text[1:2]):
        text = text[1:]
    return text[:-1] if text[-1:] == " " and _meet(text[-2:-1], after[:1]) else text


def _meet(left: str, right: str) -> bool:
    return bool(_CHINESE.fullmatch(left) and _CHINESE.fullmatch(right))
