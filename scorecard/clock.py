"""The time of day, as a thing that is handed in and never looked up in the middle."""

from datetime import datetime
from typing import NamedTuple, Protocol


class Clock(Protocol):
    """Says what time it is; always with its offset from UTC."""

    def now(self) -> datetime: ...


class SystemClock:
    """The clock of this computer, in its own time zone."""

    def now(self) -> datetime:
        return datetime.now().astimezone()


class FixedClock(NamedTuple):
    """A clock that stands still at `moment` (aware), for scheduled reports and for tests."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment
