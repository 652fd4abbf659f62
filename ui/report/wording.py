"""Numbers, periods and moments as the pages write them."""

from datetime import datetime

from scorecard.evaluation import Cell, Line, View
from scorecard.figures.reasons import reason_said
from scorecard.model.records import KpiVersion
from scorecard.narrow import tick_of
from scorecard.period import Period
from scorecard.period_name import Naming
from scorecard.shown import (
    SIGNS,
    Shown,
    change_of,
    target_of,
    target_said,
    value_of,
)
from scorecard.vocabulary import NO_WORDS, Direction, Frequency, Missing, Value
from ui.report.sheet import Sheet
from ui.widgets.period_picker import period_words

DASH = "–"
#: A narrow column has room for so many signs.
_LONG = 9
_ANY_PERIOD = Period(Frequency.MONTH, 0)


def view_words(view: View, sheet: Sheet) -> str:
    """`2026-10（115 年 10 月）`, with a word where it runs from the year's start."""
    naming = sheet.board.settings.naming
    code, words = naming.label(view.period), sheet.tell(period_words(view.period, naming))
    if view.upto and (months := naming.to_date(view.period)):
        return sheet.say("report.period.to_date.from", code=code, words=words, months=months)
    if words == code:
        return code
    key = "report.period.to_date" if view.upto else "report.period.of"
    return sheet.say(key, code=code, words=words)


def moment_words(at: str) -> str:
    """An ISO moment to the minute; what is none, as it is."""
    try:
        return datetime.fromisoformat(at).strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at


def value_words(cell: Cell, sheet: Sheet) -> Shown:
    """The value with its unit, yes and no in words; a missing one as the word for it."""
    if isinstance(cell.value, Missing):
        return Shown(sheet.tell(reason_said(sheet.board, cell.value.reason)))
    if cell.version.direction is Direction.YES:
        return Shown(sheet.say("report.yes" if cell.value >= 1 else "report.no"))
    return value_of(cell, sheet.language) or Shown(DASH)


def target_words(cell: Cell, sheet: Sheet, *, unit: bool = False) -> str:
    """The target with its comparator, a dash where there is none."""
    if cell.version.direction is Direction.YES and cell.criterion is not None:
        return sheet.say("report.yes")
    text = (target_said if unit else target_of)(cell, sheet.language)
    return text or DASH


def change_words(line: Line, sheet: Sheet) -> str:
    """How much the line changed, in a column; a dash where there is nothing to compare."""
    return change_of(line.previous, line.cell, sheet.language) or DASH


def tick_words(value: float, cell: Cell, sheet: Sheet) -> str:
    """A number of the KPI as an axis or a narrow column says it: 萬 or M stay, % and 件 go."""
    if cell.version.direction is Direction.YES:
        return sheet.say("report.yes" if value >= 1 else "report.no")
    return tick_of(value, cell, sheet.language)


def narrow_words(cell: Cell, sheet: Sheet) -> str:
    """The value of a cell in a narrow column; one character where it is missing."""
    if isinstance(cell.value, Missing):
        return sheet.say("report.missing.short")
    if cell.version.direction is Direction.YES:
        return tick_words(cell.value, cell, sheet)
    shown = value_of(cell, sheet.language) or Shown(DASH)
    if len(shown.text) > _LONG:
        return tick_of(cell.value, cell, sheet.language)
    money = cell.version.unit.partition("/")[0] in SIGNS
    return shown.text + shown.unit.partition("/")[0] if money else shown.text


def measure_words(value: Value, unit: str, sheet: Sheet) -> str:
    """The value of a measure in a narrow column."""
    if isinstance(value, Missing):
        return sheet.say("report.missing.short")
    version = KpiVersion("", "", "", NO_WORDS, unit=unit)
    cell = Cell(value, version, _ANY_PERIOD, rounding=sheet.board.settings.rounding)
    return tick_words(value, cell, sheet)


def column_name(period: Period, before: Period | None, naming: Naming) -> str:
    """A period over its column; its year where it is not that of the column before."""
    code = naming.label(period)
    if period.kind is Frequency.YEAR:
        return code
    changed = before is None or naming.label(before)[:4] != code[:4]
    return code[2:] if changed else code[5:]
