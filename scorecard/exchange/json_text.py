"""JSON text → values, strictly: no repeated keys, no NaN, bounded size and depth."""

import json
from collections.abc import Sequence
from typing import NoReturn

from scorecard.exactness import is_exact
from scorecard.trouble import Refused, Trouble

#: The largest file that is read, in bytes.
MOST_BYTES = 256 * 1024 * 1024

#: A plain literal of at most this many characters cannot have more digits than an entry may.
_SURELY_EXACT = 15
#: No number that a value can hold needs a longer literal.
_LONGEST = 400


class InexactNumber(str):
    """A number of the file that a value cannot hold exactly, as it was written."""

    __slots__ = ()


def read_json(data: bytes, name: str) -> object:
    """The value of a JSON text in UTF-8, with or without a byte order mark; `name` is that of the
    file, for the place of a mistake.

    Numbers of more than 15 significant digits come as `InexactNumber`. Raises Refused with one
    sentence and its place otherwise.
    """
    try:
        return _parsed(data, name)
    except Refused as refused:
        placed = [each._replace(where=each.where or name) for each in refused.troubles]
        raise Refused(placed) from None


def _parsed(data: bytes, name: str) -> object:
    if len(data) > MOST_BYTES:
        raise _refused("file_too_large", limit=str(MOST_BYTES // 1024 // 1024))
    text = _decoded(data)
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=_float,
            parse_int=_int,
            parse_constant=_no_number,
        )
    except json.JSONDecodeError as wrong:
        where = f"{name} line {wrong.lineno} column {wrong.colno}"
        near = _near(text, wrong.pos)
        trouble = (
            Trouble("not_json", where, {"near": near}) if near else Trouble("json_ends", where)
        )
        raise Refused([trouble]) from None
    except RecursionError:
        raise _refused("json_too_deep") from None


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise _refused("not_utf8", position=str(wrong.start)) from None


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _refused("repeated_key", name=twice[:60])
    return made


def _float(text: str) -> float | InexactNumber:
    value = float(text)
    if len(text) <= _SURELY_EXACT and "e" not in text and "E" not in text:
        return value
    return value if is_exact(value) and _digits(text) <= _SURELY_EXACT else InexactNumber(text)


def _int(text: str) -> int | InexactNumber:
    if len(text) > _LONGEST or _digits(text) > _SURELY_EXACT:
        return InexactNumber(text)
    return int(text)


def _digits(text: str) -> int:
    """Significant digits of a literal; zeros before and after the others do not count."""
    mantissa = text.lower().partition("e")[0].lstrip("-").replace(".", "")
    return len(mantissa.strip("0"))


def _no_number(text: str) -> NoReturn:
    raise _refused("not_a_json_number", value=text)


def _near(text: str, position: int) -> str:
    return " ".join(text[position : position + 20].split())


def _refused(code: str, **facts: str) -> Refused:
    return Refused([Trouble(code, facts=facts)])
