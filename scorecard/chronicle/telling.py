"""What an edit changed, in words: the record, and each field before and after."""

from collections.abc import Iterator
from dataclasses import fields

from scorecard.board import Board
from scorecard.chronicle.wording import NOTHING, Told, kpi_named, named, org_named, value_said
from scorecard.model.edits import Edit
from scorecard.model.records import (
    Closing,
    Comment,
    Entry,
    KpiVersion,
    Measure,
    Node,
    Org,
    Record,
    Review,
    SegmentStart,
    Setting,
    Target,
)
from scorecard.text import Said, sentences
from scorecard.vocabulary import Words

#: The field that a record is there for.
_SAYING = {
    "setting": "value",
    "target": "value",
    "comment": "text",
    "segment": "reason",
    "closing": "note",
    "review": "outcome",
}


def lines_of(edit: Edit, board: Board) -> Iterator[Said]:
    """One line for a record that came or went, one for each field of one that changed."""
    either = edit.after if edit.after is not None else edit.before
    if either is None:
        return
    name = record_name(either, board)
    if isinstance(either, Entry):
        yield _line(name, _entry(edit.before), _entry(edit.after))
    elif edit.before is None or edit.after is None:
        key = "history.came" if edit.before is None else "history.went"
        yield Said(key, {"what": _with_value(either, name, board)})
    else:
        for field in _fields(either):
            before, after = getattr(edit.before, field), getattr(edit.after, field)
            if before != after:
                both = Said("history.of", {"what": name, "field": Said(f"history.field.{field}")})
                told = (value_said(board, either, field, each) for each in (before, after))
                yield _line(both, *told)


def record_name(record: Record, board: Board) -> Said:
    """What a record is called: its kind, and the name that the document gives it now."""
    facts: dict[str, Told] = {}
    match record:
        case Setting():
            key = f"setting.{record.name}"
            facts = {"name": Said(key) if key in sentences() else record.name}
        case Org() | Measure():
            facts = {"name": named(record.name, record.id)}
        case KpiVersion():
            facts = {"name": named(record.name, record.kpi), "version": record.version}
        case Node():
            facts = {"name": named(board.name_of(record), record.id)}
        case Entry():
            facts = {"name": _measure(board, record.measure), "org": org_named(board, record.org)}
            facts["period"] = record.period
        case Target() | SegmentStart():
            facts = {"name": kpi_named(board, record.kpi), "org": org_named(board, record.org)}
            facts["period"] = record.start
        case Comment():
            facts = {"name": kpi_named(board, record.kpi), "period": record.period}
        case Closing():
            facts = {"name": org_named(board, record.org), "period": record.period}
        case Review():
            facts = {"name": kpi_named(board, record.kpi), "period": record.day}
    return Said(f"history.record.{record.table}", facts)


def _with_value(record: Record, name: Said, board: Board) -> Said:
    """What a record is called, and what it says, where that is one thing."""
    field = _SAYING.get(record.table, "")
    value = value_said(board, record, field, getattr(record, field)) if field else NOTHING
    return name if value == NOTHING else Said("history.with", {"what": name, "value": value})


def _fields(record: Record) -> Iterator[str]:
    if not isinstance(record, Entry):
        yield from (field.name for field in fields(record))


def _line(name: Said, before: Told, after: Told) -> Said:
    return Said("panel.history.line", {"name": name, "before": before, "after": after})


def _entry(record: Record | None) -> Told:
    if not isinstance(record, Entry):
        return NOTHING
    value = NOTHING if record.value is None else f"{record.value:,.12g}"
    return Said("history.noted", {"value": value, "note": record.note}) if record.note else value


def _measure(board: Board, measure: str) -> Words:
    found = board.measures.get(measure)
    return named(found.name, measure) if found else Words(measure, measure)
