"""The functions a formula may call (R-FORMULA-5 to -8)."""

from typing import NamedTuple


class Function(NamedTuple):
    """How a function is called: how many expressions, and whether a whole number follows.

    `whole` holds the least and greatest whole number; `optional` says it may be left out.
    `weight` is how many periods one call may read, for the bound on work.
    """

    least: int
    most: int | None
    whole: tuple[int, int] | None = None
    optional: bool = False
    weight: int = 1


#: The furthest period back, and the longest window, a formula may name.
FURTHEST = 400

LISTS = frozenset({"SUM", "AVG", "MIN", "MAX", "COUNT"})
WINDOWS = frozenset({"ROLLSUM", "ROLLAVG"})

FUNCTIONS = {
    **dict.fromkeys(("SUM", "AVG", "MIN", "MAX", "COUNT"), Function(1, None)),
    "IF": Function(3, 3),
    "ABS": Function(1, 1),
    "ROUND": Function(1, 1, (-12, 12), optional=True),
    "PREV": Function(1, 1, (1, FURTHEST), optional=True),
    "LY": Function(1, 1),
    "YTD": Function(1, 1, weight=366),
    "ROLLSUM": Function(1, 1, (1, FURTHEST)),
    "ROLLAVG": Function(1, 1, (1, FURTHEST)),
    "DAYS": Function(0, 0),
}

#: Words of R-FORMULA-8 for the functions.
CHINESE = {
    "合計": "SUM",
    "加總": "SUM",
    "平均": "AVG",
    "最小": "MIN",
    "最大": "MAX",
    "計數": "COUNT",
    "如果": "IF",
    "絕對值": "ABS",
    "四捨五入": "ROUND",
    "上期": "PREV",
    "去年同期": "LY",
    "年初至今": "YTD",
    "滾動合計": "ROLLSUM",
    "滾動平均": "ROLLAVG",
    "本期天數": "DAYS",
}


def function_named(word: str) -> str | None:
    """The function that `word` stands for, in either language and any case, or None."""
    name = CHINESE.get(word, word.upper())
    return name if name in FUNCTIONS else None
