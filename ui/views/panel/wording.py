"""Numbers and names of the panel in writing."""

from datetime import datetime

from scorecard.change import Change, compare
from scorecard.distance import gap_said
from scorecard.evaluation import Cell, Line
from scorecard.model.records import KpiVersion
from scorecard.narrow import narrow_change, narrow_target, narrow_value, tick_of
from scorecard.number import Rounding
from scorecard.period import Period
from scorecard.shown import (
    Shown,
    change_of,
    change_said,
    number_of,
    target_of,
    value_of,
    with_unit,
)
from scorecard.text import Said
from scorecard.vocabulary import NO_WORDS, Direction, Frequency, Missing, NodeKind, Value, Words
from ui.forms.kept import Kept
from ui.look import Look, Wording

DASH = "–"
_NO_BREAK = "\u00a0"
#: So many signs have room in the head: as the value, beside it as target, as gap with its unit.
_LONG_VALUE, _LONG, _LONG_GAP = 11, 13, 18
_ANY_PERIOD = Period(Frequency.MONTH, 0)


def value_shown(cell: Cell, look: Look) -> Shown | None:
    """The value with its unit, yes and no as words; None where it is missing."""
    if isinstance(cell.value, Missing):
        return None
    if cell.version.direction is Direction.YES:
        return Shown(look.say("panel.yes" if cell.value >= 1 else "panel.no"))
    return value_of(cell, look.language)


def large_shown(cell: Cell, look: Look) -> Shown | None:
    """The value for the head, in fewer digits where it is long."""
    shown = value_shown(cell, look)
    is_long = shown is not None and len(shown.text) > _LONG_VALUE
    return narrow_value(cell, look.language) if is_long else shown


def number_shown(value: float, cell: Cell, look: Look) -> str:
    """Another number of the same KPI with its unit."""
    if cell.version.direction is Direction.YES:
        return look.say("panel.yes" if value >= 1 else "panel.no")
    # A number and its unit stay on one line.
    return str(number_of(value, cell, look.language)).replace(" ", _NO_BREAK)


def tick_shown(value: float, cell: Cell, look: Look) -> str:
    """A number of the same KPI as an axis says it: without % and 件, with 萬 and M."""
    return tick_of(value, cell, look.language)


def target_shown(cell: Cell, look: Look) -> str:
    """The target with comparator and unit; empty where there is none."""
    if cell.version.direction is Direction.YES:
        return look.say("panel.yes") if cell.criterion is not None else ""
    if len(text := target_of(cell, look.language)) > _LONG:
        return with_unit(narrow_target(cell, look.language), cell, look.language)
    return with_unit(text, cell, look.language) if text else ""


def gap(cell: Cell) -> Change | None:
    """How far the value is from its target, and whether that is the good side; None where there
    is no one number to be compared with."""
    criterion = cell.criterion
    if criterion is None or criterion.target is None or isinstance(cell.value, Missing):
        return None
    if criterion.direction in {Direction.YES, Direction.RANGE}:
        return None
    return compare(cell.judged, criterion.target, criterion, percent=cell.version.unit == "%")


def gap_shown(difference: Change | None, cell: Cell, look: Look) -> str:
    """A gap with its sign, empty where there is none to speak of."""
    if difference is None or difference.absolute is None:
        return ""
    text = gap_said(difference.absolute, cell, look.language)
    return narrow_change(difference, cell, look.language) if len(text) > _LONG_GAP else text


def change_shown(change: Change | None, cell: Cell | None, look: Look) -> str:
    """A change with its sign and unit, a dash where there is nothing to compare."""
    return change_said(change, cell, look.language) or DASH


def measure_shown(value: Value, unit: str, look: Look, rounding: Rounding) -> str:
    """A value of a measure with its unit, money in 萬 or M; a dash where it is missing."""
    if isinstance(value, Missing):
        return look.say("panel.missing")
    return str(number_of(value, _cell_of(unit, value, rounding), look.language))


def measure_change(now: Value, before: Value, unit: str, look: Look, rounding: Rounding) -> str:
    """How much a measure changed, beside its value with its unit; points of a percentage
    (R-CHANGE-2), a dash where either is missing."""
    change, cell = compare(now, before, percent=unit == "%"), _cell_of(unit, now, rounding)
    return (change_said if unit == "%" else change_of)(change, cell, look.language) or DASH


def moment_shown(at: str) -> str:
    """An ISO time as date and minute, empty where there is none."""
    if not at:
        return ""
    try:
        return datetime.fromisoformat(at).strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at


def signed_by(by: Words, at: str, look: Look) -> str:
    """Who and when; empty where nobody."""
    if not (any(by) or at):
        return ""
    return look.say("panel.signed", by=by, at=moment_shown(at))


def id_of(line: Line, look: Look) -> str:
    """The id of the KPI; what sort of line it is where it is none."""
    kind = line.node.kind
    return line.node.kpi or "" if kind is NodeKind.KPI else look.say(f"panel.kind.{kind}")


def draft_tip(kept: Kept) -> Wording:
    """What is being written, and that it does not count yet."""
    return _drafted("tip", kept)


def draft_said(kept: Kept) -> Wording:
    """What is being written, in short."""
    return _drafted("short", kept)


def _drafted(key: str, kept: Kept) -> Said:
    facts = {"over": kept.over or "–", "count": str(kept.fields)}
    return Said(f"panel.version.draft.{key}", {**facts})


def _cell_of(unit: str, value: Value, rounding: Rounding) -> Cell:
    """A cell that says nothing but the unit, for the writing of numbers."""
    version = KpiVersion("", "", "", NO_WORDS, unit=unit)
    return Cell(value, version, _ANY_PERIOD, rounding=rounding)
