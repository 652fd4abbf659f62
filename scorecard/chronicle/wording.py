"""What stood in a field before and after, in the words that the program has for it."""

from collections.abc import Mapping
from enum import Enum

from scorecard.board import Board
from scorecard.figures.people import person_said
from scorecard.model.records import Node, Org, Record, Setting
from scorecard.text import Said, listed, sentences
from scorecard.vocabulary import Words

Told = str | Words | Said
NOTHING = "–"
#: Where the words for the values of a field stand under another name than its own.
_FAMILIES = {
    "over_time": "panel.method",
    "over_org": "panel.method",
    "basis": "panel.frequency",
    "better": "panel.direction",
    "outcome": "governance.outcome",
    "spread": "history.spread",
}


def value_said(board: Board, record: Record, field: str, value: object) -> Told:
    """The value of a field of a record, in words where there are some; people, units and lines by
    their names, a moment to the minute."""
    if value in (None, "", ()):
        return NOTHING
    match field, value:
        case (("by" | "reopened_by"), str()):
            return person_said(board, value)
        case (("at" | "reopened_at"), str()):
            return value[:16].replace("T", " ")
        case "parent", str():
            return _above(board, record, value)
        case "org", str():
            return org_named(board, value)
        case "kpi", str():
            return kpi_named(board, value)
    return _setting(record.name, value) if isinstance(record, Setting) else _plain(field, value)


def named(name: Words, own_id: str) -> Words:
    """A name, or the id of what has none."""
    return name if any(name) else Words(own_id, own_id)


def org_named(board: Board, org: str) -> Words:
    """The name of a unit."""
    found = board.orgs.get(org)
    return named(found.name, org) if found else Words(org, org)


def kpi_named(board: Board, kpi: str) -> Words:
    """The newest name of a KPI."""
    return named(board.latest(kpi).name, kpi) if kpi in board.versions else Words(kpi, kpi)


def _above(board: Board, record: Record, parent: str) -> Words:
    if isinstance(record, Org):
        return org_named(board, parent)
    node = board.nodes.get(parent) if isinstance(record, Node) else None
    return named(board.name_of(node), parent) if node is not None else Words(parent, parent)


def _plain(field: str, value: object) -> Told:
    match value:
        case Words():
            return value if any(value) else NOTHING
        case bool():
            return Said("history.yes" if value else "history.no")
        case Enum():
            key = f"{_FAMILIES.get(field, f'panel.{field}')}.{value.value}"
            return Said(key) if key in sentences() else str(value.value)
        case tuple() | list():
            return ", ".join(map(_number, value))
    return _number(value)


def _setting(name: str, value: object) -> Told:
    """The value of a setting: a choice in words, parts each with its name."""
    if isinstance(value, Mapping):
        return listed(_part(str(key), each) for key, each in value.items())
    key = f"history.setting.{name}.{value}"
    return Said(key) if key in sentences() else _plain(name, value)


def _part(name: str, value: object) -> Said:
    keys = (f"settings.{name}", f"panel.frequency.{name}")
    key = next((key for key in keys if key in sentences()), None)
    named_part: Told = Said(key) if key is not None else name
    return Said("history.part", {"name": named_part, "value": _number(value)})


def _number(value: object) -> str:
    is_number = isinstance(value, float | int) and not isinstance(value, bool)
    return f"{value:,.12g}" if is_number else str(value)
