"""A formula over the library's ids → the words of a document, in one language."""

import re
from collections.abc import Mapping

from scorecard.formula import parse
from scorecard.formula.functions import CHINESE
from scorecard.formula.names import name_written, names

_CHINESE = {function: word for word, function in reversed(CHINESE.items())}
_WORD = re.compile(r"[A-Z]+(?=\()")


def spelled(formula: str, called: Mapping[str, str], language: str) -> str:
    """`formula` with each id as `called` says it, functions and signs as `language` writes them.

    An id that is not called otherwise stays.
    """
    parts: list[str] = []
    end = 0
    for name in names(parse(formula)):
        parts += [_syntax(formula[end : name.position], language)]
        parts += [name_written(called.get(name.name, name.name))]
        end = name.end
    return "".join([*parts, _syntax(formula[end:], language)])


def _syntax(text: str, language: str) -> str:
    written = text.replace("*", "×")
    if language != "zh_TW":
        return written
    return _WORD.sub(lambda word: _CHINESE.get(word[0], word[0]), written)
