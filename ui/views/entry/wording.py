"""What the cells of the sheet say."""

from scorecard.entering.sheet import Row, State
from scorecard.entering.verdict import Verdict
from scorecard.entry_name import entry_name
from scorecard.entry_text import entry_shown
from scorecard.period import Period
from scorecard.text import Said
from scorecard.unit_words import unit_shown
from ui.look import Look
from ui.views.entry.desk import Desk
from ui.views.entry.waiting import Held

DASH = "–"


def number_words(value: float, row: Row, desk: Desk, look: Look) -> str:
    """A value in its cell: every digit, the unit in its own column; yes and no as words."""
    if row.measure.id in desk.yes:
        return look.say("panel.yes" if value >= 1 else "panel.no")
    return entry_shown(value, row.measure.unit, yes=False).rstrip("%").replace("-", "−")


def with_unit(value: float, row: Row, desk: Desk, look: Look) -> str:
    """A value in a sentence."""
    if row.measure.id in desk.yes:
        return look.say("panel.yes" if value >= 1 else "panel.no")
    unit = "" if row.measure.unit == "%" else unit_shown(row.measure.unit, look.language)
    return f"{entry_shown(value, row.measure.unit, yes=False)} {unit}".strip()


def value_words(desk: Desk, row: Row, period: Period | None, look: Look) -> str:
    """What stands in the cell of a period: what is pasted over it, what waits there, its value."""
    if period is None:
        return ""
    pasted, held = desk.pasted(row, period), desk.held_of(row, period)
    if pasted is not None:
        known = pasted.verdict in {Verdict.WRITE, Verdict.SAME} and pasted.value is not None
        return number_words(pasted.value or 0.0, row, desk, look) if known else pasted.text
    if held is not None:
        return held.text
    series = desk.board.series_of(*row.place)
    value = series.get(period.number)
    if value is not None:
        return number_words(value, row, desk, look)
    return look.say("entry.none") if period.number in series else DASH


def check_words(desk: Desk, row: Row, look: Look, *, typing: bool) -> str:
    """What is to be said beside a row: what is wrong, what is doubted, its note, what helps."""
    period = desk.own(row)
    if period is None:
        return look.say("entry.apart")
    pasted, held = desk.pasted(row, period), desk.held_of(row, period)
    if pasted is not None and pasted.verdict is not Verdict.SAME:
        trouble = pasted.trouble
        said = pasted.slip.said if pasted.slip else pasted.typed.why if pasted.typed else None
        words = said or (Said(f"trouble.{trouble.code}", {**trouble.facts}) if trouble else None)
        return look.tell(words) if words is not None else ""
    if held is not None and pasted is None:
        return look.tell(held_said(held))
    slip = desk.standing(row).slip
    if slip is not None:
        return look.tell(slip.said)
    note = desk.board.notes.get((*row.place, period.code), "")
    if not note and desk.is_locked(row, period):
        return look.say("entry.locked")
    if not note and desk.standing(row).state is State.RETIRED:
        return look.say("entry.retired")
    return note or (before_words(desk, row, period, look) if typing else "")


def held_said(held: Held) -> Said:
    """Why a text is not kept."""
    if held.typed.why is not None:
        return held.typed.why
    trouble = held.trouble
    code = trouble.code if trouble is not None else "entry_reason"
    return Said(f"trouble.{code}", {**trouble.facts} if trouble is not None else {})


def before_words(desk: Desk, row: Row, period: Period, look: Look) -> str:
    """The value of the period before, empty where there is none."""
    value = desk.board.series_of(*row.place).get(period.number - 1)
    if value is None:
        return ""
    shown = number_words(value, row, desk, look)
    return look.say("entry.before", period=period.shifted(-1).code, value=shown)


def state_words(desk: Desk, row: Row, look: Look) -> str:
    """The word of where a row stands."""
    standing = desk.standing(row)
    if desk.held_of(row, desk.own(row)) is not None:
        return look.say("entry.state.held")
    if standing.slip is not None:
        return look.say("entry.state.doubted")
    return look.say(f"entry.state.{standing.state}")


def spoken(desk: Desk, row: Row, period: Period | None, text: str, look: Look) -> str:
    """A cell for a screen reader and as a tool tip: the row, its period, what stands there, where
    the row stands and what is said of it."""
    name = row.measure.name.show(look.language) or row.measure.id
    name = entry_name(name, row.org.show(look.language), look.language)
    parts = [name, period.code if period else "", text, state_words(desk, row, look)]
    check = check_words(desk, row, look, typing=False)
    parts += [check] if check != text else []
    return look.say("entry.comma").join(part for part in parts if part)


def icon_of(desk: Desk, row: Row) -> str:
    """The icon of where a row stands; empty where there is nothing to tell."""
    period = desk.own(row)
    pasted, held = desk.pasted(row, period), desk.held_of(row, period)
    if pasted is not None and pasted.verdict is not Verdict.SAME:
        return _PASTED[pasted.verdict]
    if held is not None and pasted is None:
        return "triangle-alert" if held.typed.why is not None else "octagon-x"
    standing = desk.standing(row)
    return "triangle-alert" if standing.slip is not None else _ICONS[standing.state]


_ICONS = {
    State.ENTERED: "check",
    State.NONE: "circle-dashed",
    State.EMPTY: "",
    State.LATE: "clock-alert",
    State.APART: "minus",
    State.RETIRED: "minus",
}
_PASTED = {
    Verdict.WRITE: "clipboard-paste",
    Verdict.DOUBT: "triangle-alert",
    Verdict.BLANK: "circle-dashed",
    Verdict.REFUSED: "octagon-x",
}
