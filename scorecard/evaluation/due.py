"""Due or not on one day, under the grace days of a document; each period worked out once."""

from datetime import date

from scorecard.model.settings import Settings
from scorecard.period import Period
from scorecard.period_due import due, latest_due
from scorecard.vocabulary import Frequency


class Due:
    """`due(period)` on `today` (R-TIME-10)."""

    def __init__(self, settings: Settings, today: date) -> None:
        self._settings = settings
        self._calendar = settings.calendar
        self._today = today
        self._known: dict[Period, bool] = {}

    def __call__(self, period: Period) -> bool:
        if period not in self._known:
            grace = self._settings.grace(period.kind)
            self._known[period] = due(period, grace, self._today, self._calendar)
        return self._known[period]

    def latest(self, kind: Frequency, until: date) -> Period:
        """The newest period of `kind` that is due and not later than a view that ends `until`."""
        grace = self._settings.grace(kind)
        return latest_due(kind, self._today, grace, self._calendar, until)
