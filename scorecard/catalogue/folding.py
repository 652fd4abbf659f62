"""Names as they are compared: width, case and spellings of the same word do not matter."""

import unicodedata

#: Characters that are written either way.
_SAME = str.maketrans({"佔": "占", "週": "周", "臺": "台", "裡": "裏"})


def folded(text: str) -> str:
    """A text to compare or to search in, without spaces at its ends."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().translate(_SAME).split())
