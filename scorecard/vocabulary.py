"""The words that everything shares, spelled as in the interchange form."""

from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """The colour of a value (R-COLOUR-1)."""

    __hash__ = str.__hash__  # quick, as for Frequency

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    BLUE = "blue"
    GREY = "grey"


#: Worst first: the order in which a parent's mark is chosen (R-ROLL-7) and filters are listed.
WORRY = (Status.RED, Status.AMBER, Status.GREEN, Status.BLUE, Status.GREY)


class Direction(StrEnum):
    """What is good (R-TARGET-1); `exact`, `zero`, `yes` are targets with one good value."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"
    EXACT = "exact"
    ZERO = "zero"
    YES = "yes"
    IMPROVE = "improve"
    BUDGET = "budget"
    NONE = "none"


class Frequency(StrEnum):
    """The seven kinds of period (R-TIME-1)."""

    # Periods are keys everywhere; the hash of Enum itself is a slow Python function.
    __hash__ = str.__hash__

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    PROJECT = "project"


class Method(StrEnum):
    """How a measure adds up, over time or over the organisation (R-VALUE-2)."""

    SUM = "sum"
    AVERAGE = "average"
    WEIGHTED = "weighted"
    LAST = "last"
    MAX = "max"
    MIN = "min"
    COUNT = "count"


#: Methods whose targets add up over a longer view (R-TARGET-4).
ADDITIVE = frozenset({Method.SUM, Method.COUNT})


class BackupReason(StrEnum):
    """Before what a backup is kept, or that somebody asked for one."""

    DAILY = "daily"
    IMPORT = "import"
    RESTORE = "restore"
    MIGRATION = "migration"
    ASKED = "asked"


class SpreadRule(StrEnum):
    """How a yearly target falls to its parts: alike, or as last year's values did (R-TARGET-6,
    R-TARGET-7)."""

    EVEN = "even"
    SEASON = "season"


class NodeKind(StrEnum):
    """What a line of the tree is."""

    GOAL = "goal"
    PERSPECTIVE = "perspective"
    LEVEL = "level"
    THEME = "theme"
    KPI = "kpi"


class Category(StrEnum):
    """The four perspectives a KPI can belong to (appendix A: KPI 類別)."""

    FINANCIAL = "financial"
    CUSTOMER = "customer"
    INTERNAL_PROCESS = "internal_process"
    LEARNING_GROWTH = "learning_growth"


class ReviewOutcome(StrEnum):
    """What came of looking at a definition again: it stays, it was changed, it is to go."""

    KEPT = "kept"
    CHANGED = "changed"
    RETIRE = "retire"


class Words(NamedTuple):
    """One text in both languages; either may be empty, then the other stands for it."""

    zh_TW: str = ""  # noqa: N815  the key of the interchange form
    en: str = ""

    def show(self, language: str) -> str:
        """The text in `language` ("zh_TW" or "en"), or in the other where that is empty."""
        first, second = (self.en, self.zh_TW) if language == "en" else (self.zh_TW, self.en)
        return first or second


#: No text in either language.
NO_WORDS = Words()


class Missing(NamedTuple):
    """No value, and why: never zero (R-VALUE-1). `reason` is a code such as `no_data`."""

    reason: str


#: A number on the stored scale (percent as fraction, yes as 1.0) or the reason why there is none.
Value = float | Missing


def known(value: "Value") -> float | None:
    """The number, or None where it is missing."""
    return None if isinstance(value, Missing) else value
