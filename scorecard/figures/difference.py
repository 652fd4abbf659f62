"""What differs between two texts, and between two definitions field by field: what went, what
came."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

#: A Chinese character, a word or number, a stretch of blanks, any other sign.
_TOKENS = re.compile(r"[㐀-鿿]|[^\W㐀-鿿]+|\s+|.")
#: Texts that have less than this in common are told whole, old and new.
_LEAST_ALIKE = 0.4
#: A stretch of so few characters between two changes is told as part of them.
_SHORT = 2
#: Longer texts, in tokens, are told whole: comparing them would be felt.
_MOST_TOKENS = 1_500


class Fate(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


class Piece(NamedTuple):
    """A stretch of text and what became of it."""

    text: str
    fate: Fate


class Texts(NamedTuple):
    """One field in two versions; `name` is what the field is called. `is_long`: told by
    what differs in it, else as a whole."""

    name: str
    before: str
    after: str
    is_long: bool = False


class Difference(NamedTuple):
    """A field that differs, and the `pieces` of both its texts in reading order."""

    name: str
    before: str
    after: str
    pieces: tuple[Piece, ...]


def differences(fields: Iterable[Texts]) -> tuple[Difference, ...]:
    """The fields whose texts are not the same, in their order."""
    return tuple(
        Difference(each.name, each.before, each.after, _pieces_of(each))
        for each in fields
        if each.before != each.after
    )


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """What went and what came, word by word, in Chinese character by character. Each stretch that
    went stands before the one that came in its place."""
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    if max(len(old), len(new)) > _MOST_TOKENS:
        return whole(before, after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _LEAST_ALIKE:
        return whole(before, after)
    found: list[tuple[str, str, str]] = [
        (tag, "".join(old[a:b]), "".join(new[c:d])) for tag, a, b, c, d in matcher.get_opcodes()
    ]
    return tuple(_joined(_calmed(found)))


def whole(before: str, after: str) -> tuple[Piece, ...]:
    """All of the old text, then all of the new one."""
    told = (Piece(before, Fate.GONE), Piece(after, Fate.NEW))
    return tuple(piece for piece in told if piece.text)


def _pieces_of(field: Texts) -> tuple[Piece, ...]:
    told = pieces if field.is_long else whole
    return told(field.before, field.after)


def _calmed(parts: list[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Where hardly anything stayed between two changes, it is told as changed too: a sentence in
    which every other letter is struck cannot be read."""
    for at, (tag, old, new) in enumerate(parts):
        between = 0 < at < len(parts) - 1
        is_short = tag == "equal" and between and len(old.strip()) <= _SHORT
        yield ("replace" if is_short else tag, old, new)


def _joined(parts: Iterable[tuple[str, str, str]]) -> Iterator[Piece]:
    gone = new = ""
    for tag, old, came in parts:
        if tag == "equal":
            yield from whole(gone, new)
            gone = new = ""
            yield Piece(old, Fate.KEPT)
        else:
            gone, new = gone + old, new + came
    yield from whole(gone, new)
