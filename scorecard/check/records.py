"""What is wrong with one record in itself and with what it refers to."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from scorecard.board import Board
from scorecard.check.definitions import version_faults
from scorecard.check.fault import Fault, fault
from scorecard.check.settings import setting_faults
from scorecard.check.targets import target_faults
from scorecard.cleaning import NAME_LIMIT, TEXT_LIMIT, clean
from scorecard.exactness import is_exact
from scorecard.model.edits import entries_of
from scorecard.model.records import (
    Closing,
    Comment,
    Entry,
    EntryBlock,
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
from scorecard.period import MONTHS
from scorecard.period_code import entry_trouble, kind_of
from scorecard.text import nearest
from scorecard.vocabulary import Frequency, Method, NodeKind


def record_faults(board: Board, record: Record) -> Iterator[Fault]:
    """Every fault of `record` as it stands on `board`."""
    if isinstance(record, Entry):
        yield from _entry(board, record)
        return
    if isinstance(record, EntryBlock):
        for entry in entries_of(record).values():
            yield from _entry(board, entry)
        return
    yield from _texts(record)
    match record:
        case Setting():
            yield from setting_faults(record)
        case Org():
            yield from _refers(record, "parent", record.parent, board.orgs, "unknown_org")
        case Measure():
            yield from _measure(board, record)
        case KpiVersion():
            yield from version_faults(board, record)
        case Node():
            yield from _node(board, record)
        case Target():
            yield from _kpi_at_org(board, record)
            yield from target_faults(board, record)
        case _:
            yield from _said(board, record)


def _said(board: Board, record: Comment | SegmentStart | Closing | Review) -> Iterator[Fault]:
    """Of what people say about KPIs and periods."""
    match record:
        case Comment():
            yield from _kpi_at_org(board, record)
            if kind_of(record.period) is None:
                yield fault(record, "period", "no_such_period", period=record.period)
        case SegmentStart():
            yield from _segment(board, record)
        case Closing():
            yield from _refers(record, "org", record.org, board.orgs, "unknown_org")
            if kind_of(record.period) not in MONTHS:
                yield fault(record, "period", "close_kind", period=record.period)
        case Review():
            yield from _review(board, record)


def _entry(board: Board, entry: Entry) -> Iterator[Fault]:
    measure = board.measures.get(entry.measure)
    if measure is None:
        yield from _refers(entry, "measure", entry.measure, board.measures, "unknown_measure")
    elif trouble := entry_trouble(entry.period, measure.frequency):
        yield fault(entry, "period", trouble.code, **trouble.facts)
    if entry.org not in board.orgs:
        yield from _refers(entry, "org", entry.org, board.orgs, "unknown_org")
    if entry.value is not None and not is_exact(entry.value):
        yield fault(entry, "value", "too_many_digits", value=repr(entry.value))
    if entry.note:
        yield from _text(entry, "note", entry.note, TEXT_LIMIT)


def _measure(board: Board, measure: Measure) -> Iterator[Fault]:
    yield from _refers(measure, "weight", measure.weight, board.measures, "unknown_measure")
    if not measure.weight and Method.WEIGHTED in (measure.over_time, measure.over_org):
        yield fault(measure, "weight", "weight_missing")


def _node(board: Board, node: Node) -> Iterator[Fault]:
    yield from _refers(node, "parent", node.parent, board.nodes, "unknown_node")
    if not is_exact(node.weight):
        yield fault(node, "weight", "too_many_digits", value=repr(node.weight))
    elif node.weight < 0:
        yield fault(node, "weight", "negative_weight", weight=repr(node.weight))
    if node.kind is NodeKind.KPI:
        yield from _kpi_at_org(board, node)
    elif not any(node.name):
        yield fault(node, "name", "name_missing")


def _segment(board: Board, start: SegmentStart) -> Iterator[Fault]:
    yield from _kpi_at_org(board, start)
    if kind_of(start.start) is None:
        yield fault(start, "from", "no_such_period", period=start.start)
    if not any(start.reason):
        yield fault(start, "reason", "restart_reason")


def _review(board: Board, review: Review) -> Iterator[Fault]:
    yield from _refers(review, "kpi", review.kpi, board.versions, "unknown_kpi")
    if kind_of(review.day) is not Frequency.DAY:
        yield fault(review, "day", "not_a_day", value=review.day)


def _kpi_at_org(board: Board, record: Node | Target | Comment | SegmentStart) -> Iterator[Fault]:
    yield from _refers(record, "kpi", record.kpi or "", board.versions, "unknown_kpi")
    yield from _refers(record, "org", record.org or "", board.orgs, "unknown_org")


def _refers(
    record: Record, field: str, to: str | None, known: Mapping[str, object], code: str
) -> Iterator[Fault]:
    if to is None or to in known:
        return
    yield fault(record, field, code, id=to, near=nearest(to, known))


def _texts(
    record: Setting
    | Org
    | Measure
    | KpiVersion
    | Node
    | Target
    | Comment
    | SegmentStart
    | Closing
    | Review,
) -> Iterator[Fault]:
    for part in record.key:
        if not part:
            yield fault(record, "id", "id_missing")
    if isinstance(record, Org | Measure | KpiVersion) and not any(record.name):
        yield fault(record, "name", "name_missing")
    for field in fields(record):
        value: object = getattr(record, field.name)
        limit = NAME_LIMIT if field.name in _SHORT else TEXT_LIMIT
        for text in value if isinstance(value, tuple) else (value,):
            if type(text) is str and text:
                yield from _text(record, field.name, text, limit)


def _text(record: Record, field: str, text: str, limit: int) -> Iterator[Fault]:
    if len(text) > limit:
        facts = {"length": str(len(text)), "limit": str(limit)}
        yield fault(record, field, "text_too_long", **facts)
    elif clean(text) != text:
        yield fault(record, field, "text_not_clean")


_SHORT = {"id", "name", "unit", "version", "kpi", "org", "parent", "weight", "table_name"}
