"""Names where there is little room: smaller first, then without their middle, for names that
begin alike are told apart by their ends."""

from ui.painting.words import words_width

_SMALLER = {"body": "secondary", "body_medium": "secondary_medium"}
_CUT = "…"


def fitted(text: str, width: float, role: str) -> tuple[str, str]:
    """`text` as it fits in `width` px, and the role of its type: smaller where it must be."""
    if words_width(text, role) <= width:
        return text, role
    role = _SMALLER.get(role, role)
    for kept in range(len(text), 1, -1):
        ends = text if kept == len(text) else _ends(text, kept)
        if words_width(ends, role) <= width:
            return ends, role
    return _CUT, role


def _ends(text: str, kept: int) -> str:
    head, tail = text[: kept - kept // 2], text[len(text) - kept // 2 :]
    return f"{_whole(head, text[len(head)], -1)}{_CUT}{_whole(tail, text[-len(tail) - 1], 1)}"


def _whole(part: str, beyond: str, side: int) -> str:
    """`part` without the rest of a word that was cut at one of its ends, unless that is most."""
    if beyond == " ":
        return part.strip()
    words = part.rsplit(" ", 1) if side < 0 else part.split(" ", 1)[::-1]
    return words[0].strip() if 2 * len(words[0]) > len(part) else part.strip()
