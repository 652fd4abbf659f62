"""What the sheet is asked to show."""

from dataclasses import dataclass
from enum import StrEnum

from scorecard.entering.sheet import Asked, By
from scorecard.period import Period
from scorecard.vocabulary import Frequency

#: No wish for anybody's rows alone.
EVERYTHING = Asked()


class Show(StrEnum):
    """Which rows are shown."""

    ALL = "all"
    EMPTY = "empty"
    DOUBTED = "doubted"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the sheet is asked to show."""

    month: Period
    kind: Frequency = Frequency.MONTH
    asked: Asked = EVERYTHING
    show: Show = Show.ALL
    text: str = ""
    by: By = By.SOURCE
