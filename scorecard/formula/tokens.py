"""The words of a formula text, each with its place in the text as typed (R-FORMULA-1, -3)."""

import re
import unicodedata
from typing import NamedTuple

from scorecard.formula.mistake import FormulaError

#: One character for one, so that places stay those of the text as typed.
_FOLD = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {
    ord(typed): ord(meant) for typed, meant in zip("　−×÷", " -*/", strict=True)
}
_COMPARED = {"≥": ">=", "≧": ">=", "≤": "<=", "≦": "<=", "≠": "<>"}

_SPACE = re.compile(r"\s*")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_NAME = re.compile(r"[^\W\d][\w\u0300-\u036f]*")
_QUOTED = re.compile(r"\[[^\[\]\n\r]*\]")
_SIGN = re.compile(r"<=|>=|<>|[-+*/()%,<>=≥≧≤≦≠]")

#: Binary64 keeps fifteen digits of what is typed (R-NUMBER-1).
_DIGITS = 15
_NUMBER_LENGTH = 40


class Token(NamedTuple):
    """`kind` is number, name, quoted (a name in square brackets), sign or end.

    `text` is folded to half width; `near` is the text as typed.
    """

    kind: str
    text: str
    position: int
    end: int
    near: str


def fold(text: str) -> str:
    """Full-width signs, digits and letters as half-width ones; as long as `text`."""
    return text.translate(_FOLD)


def name_key(text: str) -> str:
    """The form in which names are compared: full-width and composed letters alike."""
    return unicodedata.normalize("NFKC", text).strip()


def is_plain_name(text: str) -> bool:
    """Whether a name can stand without square brackets."""
    return _NAME.fullmatch(text) is not None and text.isidentifier()


def tokens(text: str, most: int) -> list[Token]:
    """The tokens of `text`, closed by one of kind `end`; not more than `most`.

    Raises FormulaError at a character, a number or a bracketed name that cannot be read.
    """
    folded = fold(text)
    found: list[Token] = []
    in_calls: list[bool] = []
    at = _after_space(folded, 0)
    while at < len(folded):
        token = _next(text, folded, at, bool(in_calls) and in_calls[-1])
        if len(found) >= most:
            raise FormulaError(at, (), token.near, "too_large", {"most": str(most)})
        _follow_brackets(in_calls, token, found[-1] if found else None)
        found.append(token)
        at = _after_space(folded, token.end)
    near = found[-1].near if found else ""
    found.append(Token("end", "", len(text), len(text), near))
    return found


def _after_space(folded: str, at: int) -> int:
    space = _SPACE.match(folded, at)
    return space.end() if space else at


def _follow_brackets(in_calls: list[bool], token: Token, before: Token | None) -> None:
    """A comma groups digits unless the innermost bracket is a function's."""
    if token.text == "(":
        in_calls.append(before is not None and before.kind == "name")
    elif token.text == ")" and in_calls:
        in_calls.pop()


def _next(text: str, folded: str, at: int, in_call: bool) -> Token:
    number = (None if in_call else _GROUPED.match(folded, at)) or _PLAIN.match(folded, at)
    if number:
        return _number(text, at, number.end(), number[0].replace(",", ""))
    sign = _SIGN.match(folded, at)
    if sign:
        meant = _COMPARED.get(sign[0], sign[0])
        return Token("sign", meant, at, sign.end(), text[at : sign.end()])
    if folded[at] == "[":
        return _quoted(text, folded, at)
    return _name(text, folded, at)


def _number(text: str, at: int, end: int, digits: str) -> Token:
    significant = digits.replace(".", "").strip("0")
    if len(significant) > _DIGITS or len(digits) > _NUMBER_LENGTH:
        raise FormulaError(at, ("number",), text[at:end][:_NUMBER_LENGTH], "number")
    return Token("number", digits, at, end, text[at:end])


def _quoted(text: str, folded: str, at: int) -> Token:
    found = _QUOTED.match(folded, at)
    if not found:
        raise FormulaError(len(text), ("]",), text[at : at + _NUMBER_LENGTH], "name_open")
    name = text[at + 1 : found.end() - 1].strip()
    if not name:
        raise FormulaError(at, ("name",), found[0], "name_empty")
    return Token("quoted", name, at, found.end(), text[at : found.end()])


def _name(text: str, folded: str, at: int) -> Token:
    found = _NAME.match(folded, at)
    end = found.end() if found else at
    while end > at and not folded[at:end].isidentifier():
        end -= 1
    if end == at:
        raise FormulaError(at, ("name", "number", "operator"), text[at], "character")
    return Token("name", folded[at:end], at, end, text[at:end])
