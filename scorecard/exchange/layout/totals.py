"""Rows that only repeat others: by their word, and by the arithmetic."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from math import fsum, isclose

_TOTAL = re.compile(
    r"(?:合計|總計|小計|總和|總合|加總|累計|平均(?:值|數)?|全年|Σ)(?:[/／、·](?:合計|平均|小計|總計))*"
    r"|(?:grand\s+|sub-?\s*)?totals?|sums?|averages?|avg\.?|mean",
    re.IGNORECASE,
)
#: So many columns must agree before arithmetic calls a row a total.
_FEWEST = 3
_NOTE = re.compile(
    r"(?:註|注|備註|說明|資料來源|來源|註解|note|notes|source|remark)s?\s*[:：]?.*", re.I
)


@lru_cache(maxsize=8192)
def is_total(text: str) -> bool:
    """Whether a name is a word for a total."""
    return _TOTAL.fullmatch(unicodedata.normalize("NFKC", text).strip().strip(":：")) is not None


def is_note(text: str) -> bool:
    """Whether a text begins a note below the data."""
    return _NOTE.fullmatch(unicodedata.normalize("NFKC", text).strip()) is not None


def repeats(numbers: Sequence[float | None], above: Sequence[Sequence[float | None]]) -> str | None:
    """`sum` or `mean` where a row is that of at least two rows right above it, in every column
    that has numbers; None elsewhere."""
    filled = [at for at, number in enumerate(numbers) if number is not None]
    if len(filled) < _FEWEST or all(numbers[at] == 0 for at in filled):
        return None
    for height in range(2, len(above) + 1):
        rows = above[-height:]
        parts = [[row[at] for row in rows if row[at] is not None] for at in filled]
        if any(len(part) < 2 for part in parts):  # noqa: PLR2004  one alone adds up to itself
            continue
        said = [
            (numbers[at], [p for p in part if p is not None])
            for at, part in zip(filled, parts, strict=True)
        ]
        for word, made in (("sum", fsum), ("mean", _mean)):
            if all(n is not None and isclose(n, made(p), rel_tol=1e-6) for n, p in said):
                return word
    return None


def _mean(numbers: Sequence[float]) -> float:
    return fsum(numbers) / len(numbers)
