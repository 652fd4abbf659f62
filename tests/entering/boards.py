"""A small board to type and paste into."""

from scorecard.board import Board, assembled
from scorecard.entering.pasting import Landing
from scorecard.entering.sheet import columns
from scorecard.model.records import Entry, Measure, Org, Record
from scorecard.period import Calendar, Period
from scorecard.vocabulary import Frequency, Words

NOW = Period.parse("2026-10")
COLUMNS = columns(NOW, Frequency.MONTH, Calendar())
MEASURES = (
    Measure("revenue", Words("營收", "Revenue"), "TWD", order=1, source=Words("ERP")),
    Measure("cogs", Words("銷貨成本", "Cost of goods sold"), "TWD", order=2, source=Words("ERP")),
    Measure("on_time", Words("採購準交率", "On-time purchases"), "%", order=3),
    Measure("stops", Words("缺料次數", "Line stops"), "次", order=4),
)
HISTORY = {
    "revenue": (3898.0, 3989.0, 4022.0, 4095.0, 3981.0),
    "cogs": (2583.0, 2544.0, 2612.0, 2675.0, 2630.0),
    "on_time": (0.928, 0.947, 0.967, 0.97, 0.954),
    "stops": (2.0, 3.0, 1.0, 4.0, 2.0),
}
PLACES = tuple((measure.id, "co") for measure in MEASURES)


def board(*more: Record) -> Board:
    """Four measures with five months before October 2026."""
    entries = [
        Entry(each, "co", NOW.shifted(n - 5).code, value)
        for each, values in HISTORY.items()
        for n, value in enumerate(values)
    ]
    return assembled([Org("co", Words("公司", "Company")), *MEASURES, *entries, *more])


def landing(row: int = 0, column: int = 5) -> Landing:
    """The sheet of the board, with the current cell of this month in a row."""
    return Landing(PLACES, COLUMNS, row, column, PLACES)
