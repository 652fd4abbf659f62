"""The document's settings, with their defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scorecard.number import Rounding
from scorecard.period import Calendar
from scorecard.period_name import Naming
from scorecard.vocabulary import Frequency

DEFAULT_GRACE_DAYS = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for the whole document.

    `amber_from` and `green_from` are scores of a parent (R-ROLL-5), `coverage` the least
    share of a parent's weights that must have data (R-ROLL-4), `grace_days` the days after a
    period's end until its value is due (R-TIME-10), `limits` what process limits are made from:
    the `mean` or the `median` of the moving ranges (R-SIGNAL-2), `rounding` how numbers are
    written that lie half-way: `half_up` or `half_even` (R-NUMBER-9), `fiscal_label` after which
    of its two calendar years a fiscal year is called: `start` or `end` (R-TIME-4), `holidays` the
    days, `2026-10-10`, and stretches, `2026-02-14..2026-02-22`, on which nobody works.
    """

    fiscal_start: int = 1
    currency: str = "TWD"
    language: str = "zh_TW"
    amber_from: float = 60.0
    green_from: float = 90.0
    coverage: float = 0.5
    grace_days: Mapping[str, int] = field(default_factory=dict)
    limits: str = "mean"
    rounding: Rounding = "half_up"
    fiscal_label: str = "start"
    holidays: tuple[str, ...] = ()

    @classmethod
    def read(cls, stored: Mapping[str, object]) -> "Settings":
        """The settings of `stored`, JSON-ready values by name, as checked on the way in."""
        bands = _mapping(stored.get("bands"))
        return cls(
            fiscal_start=int(_number(stored.get("fiscal_start"), 1)),
            currency=str(stored.get("currency", "TWD")),
            language=str(stored.get("language", "zh_TW")),
            amber_from=_number(bands.get("amber"), 60),
            green_from=_number(bands.get("green"), 90),
            coverage=_number(stored.get("coverage"), 0.5),
            grace_days={
                kind: int(_number(days, DEFAULT_GRACE_DAYS))
                for kind, days in _mapping(stored.get("grace_days")).items()
            },
            limits=str(stored.get("limits", "mean")),
            rounding="half_even" if stored.get("rounding") == "half_even" else "half_up",
            fiscal_label=str(stored.get("fiscal_label", "start")),
            holidays=_texts(stored.get("holidays")),
        )

    @property
    def calendar(self) -> Calendar:
        return Calendar(self.fiscal_start)

    @property
    def naming(self) -> Naming:
        """How periods are called."""
        return Naming(self.calendar, self.fiscal_label == "end")

    def grace(self, kind: Frequency) -> int:
        """Days after the end of a period of `kind` until its value is due."""
        return self.grace_days.get(kind.value, DEFAULT_GRACE_DAYS)


#: The names that a document may set; any other is reported, not dropped in silence.
SETTING_NAMES = frozenset(
    {"fiscal_start", "currency", "language", "bands", "coverage", "grace_days", "limits"}
    | {"rounding", "fiscal_label", "holidays", "import_map"}
)


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _number(value: object, default: float) -> float:
    return float(value) if isinstance(value, int | float) else default
