"""Units in the language of the screen; what a document says stays as somebody typed it."""

from collections.abc import Mapping
from functools import cache

from scorecard.cleaning import clean_unit
from scorecard.text import LANGUAGES, sentences
from scorecard.vocabulary import Words

_ALL = "unit"
_UNIT, _PER, _SYMBOL = "unit.", "unit.per.", "unit.symbol."
_SHORT = "unit.short."
#: From here on letters are Chinese, so that an English reader cannot read them.
_CHINESE = "\u2e80"
#: Units that are signs in every language.
_SIGNS = frozenset({"%", "‰"})


def unit_shown(unit: str, language: str, *, one: bool = False) -> str:
    """`unit` in `language`: 件/小時 is `pcs/hour`, and where there is `one` of it `pc/hour`.

    The words are those of resources/words/units.json. A unit that is not among them stays as it
    was typed, kWh and other symbols too.
    """
    return _shown(unit, language, one)


def unit_told(unit: str) -> Words:
    """`unit` in both languages, for a sentence that may be read in either."""
    return Words(*(unit_shown(unit, language) for language in LANGUAGES))


def unit_briefly(shown: str) -> str:
    """A unit as `unit_shown` writes it, in the fewest letters: `hours/person` is `h/p`; for a
    column without room, whose tool tip says the whole. Words without a short form stay."""
    short = _short_words()
    return "/".join(short.get(part, part) for part in shown.split("/"))


def is_same_unit(text: str, unit: str) -> bool:
    """Whether `text` is `unit`, said in either language: `companies` or `company` for 家."""
    said = {_shown(unit, language, one) for language in LANGUAGES for one in (False, True)}
    return clean_unit(text).casefold() in {unit.casefold(), *map(str.casefold, said)}


def is_unit(text: str) -> bool:
    """Whether `text` is one of the units that have words, or made of such: 件, pcs/hour, %."""
    known = {
        name
        for pair in (_words(language) for language in LANGUAGES)
        for words in pair
        for name in words
    }
    parts = [part.strip().casefold() for part in text.split("/")]
    return all(part in known or part in _SIGNS for part in parts)


@cache
def _shown(unit: str, language: str, one: bool) -> str:
    counted, per = _words(language)
    first, *rest = unit.split("/")
    said = [_said(first, per if one else counted), *(_said(part, per) for part in rest)]
    # Half a translation is none: 次/萬車 would be "times/萬車".
    is_read = language != "en" or not any(sign >= _CHINESE for text in said for sign in text)
    return "/".join(said) if is_read else unit


def _said(part: str, words: Mapping[str, str]) -> str:
    return words.get(part.strip().casefold(), part)


@cache
def _words(language: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The units of the other language → those of `language`, alone and after a stroke; where two
    are called the same the first one counts."""
    named = {
        key: words
        for key, words in sentences().beginning(_ALL).items()
        if not key.startswith(_SHORT)
    }
    singles = {key.replace(_PER, _UNIT): w for key, w in named.items() if key.startswith(_PER)}
    plurals = {key: words for key, words in named.items() if not key.startswith(_PER)}
    if language == "en":
        counted = {words.zh_TW: words.en for words in reversed(plurals.values())}
        return counted, counted | {words.zh_TW: words.en for words in singles.values()}
    # In Chinese, too, a symbol is written as such: kWh is not turned into 度.
    spoken = [words for key, words in plurals.items() if not key.startswith(_SYMBOL)]
    found = {w.en.casefold(): w.zh_TW for w in reversed([*spoken, *singles.values()])}
    return found, found


@cache
def _short_words() -> Mapping[str, str]:
    """A unit, of many, of one and after a stroke, in either language → its short form."""
    found: dict[str, str] = {}
    for key, words in sentences().beginning(_ALL).items():
        if key.startswith(_SHORT):
            name = key.removeprefix(_SHORT)
            for full in (f"{_UNIT}{name}", f"{_PER}{name}"):
                if full in sentences():
                    found |= dict(zip(sentences()[full], words, strict=True))
    return found
