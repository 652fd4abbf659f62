"""Whether a code names a period that a document may speak of, and of which kind."""

from functools import lru_cache

from scorecard.period import Period
from scorecard.trouble import Trouble
from scorecard.vocabulary import Frequency

#: The years that a document may speak of.
YEARS = range(1900, 2200)

#: The kinds from the shortest to the longest; a project is dated by a day.
LENGTHS = (
    Frequency.PROJECT,
    Frequency.DAY,
    Frequency.WEEK,
    Frequency.MONTH,
    Frequency.QUARTER,
    Frequency.HALF,
    Frequency.YEAR,
)

#: How a period of each kind is written.
EXAMPLES = {
    Frequency.DAY: "2026-10-21",
    Frequency.WEEK: "2026-W43",
    Frequency.MONTH: "2026-10",
    Frequency.QUARTER: "2026-Q4",
    Frequency.HALF: "2026-H2",
    Frequency.YEAR: "2026",
    Frequency.PROJECT: "2026-10-21",
}


@lru_cache(maxsize=4096)
def kind_of(code: str) -> Frequency | None:
    """The kind of period of `code`, None where there is no such period in any of `YEARS`."""
    try:
        period = Period.parse(code)
    except ValueError:
        return None
    return period.kind if period.code == code and int(code[:4]) in YEARS else None


def entered_by(frequency: Frequency) -> Frequency:
    """The kind of period an entry of `frequency` has: that of a project is its day."""
    return Frequency.DAY if frequency is Frequency.PROJECT else frequency


def entry_trouble(code: str, frequency: Frequency) -> Trouble | None:
    """What is wrong with `code` as the period of an entry kept by `frequency`, if anything."""
    kind = kind_of(code)
    if kind is None:
        return Trouble("no_such_period", facts={"period": code})
    if kind is entered_by(frequency):
        return None
    facts = {"period": code, "kind": frequency.value, "example": EXAMPLES[frequency]}
    return Trouble("wrong_kind", facts=facts)
