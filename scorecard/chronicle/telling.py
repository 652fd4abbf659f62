"""What an edit changed, in words: the record, and each field before and after."""

from collections.abc import Iterator
from dataclasses import fields
from enum import Enum

from scorecard.board import Board
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

Told = str | Words | Said
_NOTHING = "–"


def lines_of(edit: Edit, board: Board) -> Iterator[Said]:
    """One line for a record that came or went, one for each field of one that changed."""
    either = edit.after if edit.after is not None else edit.before
    if either is None:
        return
    name = record_name(either, board)
    if isinstance(either, Entry):
        yield _line(name, _entry(edit.before), _entry(edit.after))
    elif edit.before is None or edit.after is None:
        yield Said("history.came" if edit.before is None else "history.went", {"what": name})
    else:
        for field in _fields(either):
            before, after = getattr(edit.before, field), getattr(edit.after, field)
            if before != after:
                both = Said("history.of", {"what": name, "field": Said(f"history.field.{field}")})
                yield _line(both, _value(field, before), _value(field, after))


def record_name(record: Record, board: Board) -> Said:
    """What a record is called: its kind, and the name that the document gives it now."""
    facts: dict[str, Told] = {}
    match record:
        case Setting():
            facts = {"name": record.name}
        case Org() | Measure():
            facts = {"name": _named(record.name, record.id)}
        case KpiVersion():
            facts = {"name": _named(record.name, record.kpi), "version": record.version}
        case Node():
            facts = {"name": _named(board.name_of(record), record.id)}
        case Entry():
            facts = {"name": _measure(board, record.measure), "org": _org(board, record.org)}
            facts["period"] = record.period
        case Target() | SegmentStart():
            facts = {"name": _kpi(board, record.kpi), "org": _org(board, record.org)}
            facts["period"] = record.start
        case Comment():
            facts = {"name": _kpi(board, record.kpi), "period": record.period}
        case Closing():
            facts = {"name": _org(board, record.org), "period": record.period}
        case Review():
            facts = {"name": _kpi(board, record.kpi), "period": record.day}
    return Said(f"history.record.{record.table}", facts)


def _fields(record: Record) -> Iterator[str]:
    if not isinstance(record, Entry):
        yield from (field.name for field in fields(record))


def _line(name: Said, before: Told, after: Told) -> Said:
    return Said("panel.history.line", {"name": name, "before": before, "after": after})


def _entry(record: Record | None) -> Told:
    if not isinstance(record, Entry):
        return _NOTHING
    value = _NOTHING if record.value is None else f"{record.value:,.12g}"
    return f"{value} {record.note}".strip()


def _value(field: str, value: object) -> Told:
    """A value in words where there are some for it, and as it is stored else."""
    match value:
        case Words():
            return value if any(value) else _NOTHING
        case None | "" | ():
            return _NOTHING
        case bool():
            return Said("history.yes" if value else "history.no")
        case Enum():
            key = f"panel.{field}.{value.value}"
            return Said(key) if key in sentences() else str(value.value)
        case tuple():
            return ", ".join(map(str, value))
        case float() | int():
            return f"{value:,.12g}"
    return str(value)


def _named(name: Words, own_id: str) -> Words:
    return name if any(name) else Words(own_id, own_id)


def _measure(board: Board, measure: str) -> Words:
    found = board.measures.get(measure)
    return _named(found.name, measure) if found else Words(measure, measure)


def _org(board: Board, org: str) -> Words:
    found = board.orgs.get(org)
    return _named(found.name, org) if found else Words(org, org)


def _kpi(board: Board, kpi: str) -> Words:
    return _named(board.latest(kpi).name, kpi) if kpi in board.versions else Words(kpi, kpi)
