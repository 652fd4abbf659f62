"""The tables of records: which columns hold which field, declared once."""

import json

from scorecard.model.records import (
    Closing,
    Comment,
    Entry,
    KpiVersion,
    Measure,
    Node,
    Org,
    Review,
    SegmentStart,
    Setting,
    Target,
)
from scorecard.store.rows import (
    Field,
    Table,
    choice,
    flag,
    maybe,
    packed,
    plain,
    spread,
    texts,
    words,
)
from scorecard.vocabulary import (
    Category,
    Direction,
    Frequency,
    Method,
    NodeKind,
    ReviewOutcome,
)

_SETTING = Table(
    "setting",
    Setting,
    1,
    (plain("name"), Field("value", ("value",), lambda value: (packed(value),), json.loads)),
)
_ORG = Table(
    "org",
    Org,
    1,
    (plain("id"), words("name"), plain("parent"), plain("order", "position")),
)
_MEASURE = Table(
    "measure",
    Measure,
    1,
    (
        plain("id"),
        words("name"),
        plain("unit"),
        choice("frequency", Frequency),
        choice("over_time", Method),
        choice("over_org", Method),
        plain("weight"),
        words("source"),
        plain("table_name", "source_table"),
        words("owner"),
        plain("order", "position"),
    ),
)
_KPI_VERSION = Table(
    "kpi_version",
    KpiVersion,
    2,
    (
        plain("kpi"),
        plain("version"),
        plain("effective"),
        words("name"),
        maybe("category", Category),
        words("definition"),
        plain("formula"),
        plain("unit"),
        plain("decimals"),
        choice("frequency", Frequency),
        choice("direction", Direction),
        plain("green"),
        plain("amber"),
        words("source"),
        plain("table_name", "source_table"),
        words("owner"),
        texts("dashboards"),
        texts("related"),
        words("change"),
        words("notes"),
        plain("low_bound"),
        plain("high_bound"),
        plain("baseline"),
        maybe("better", Direction),
        plain("attainment"),
        plain("window", "value_window"),
        words("key_reason"),
        words("pitfall"),
        plain("planned"),
    ),
)
_NODE = Table(
    "node",
    Node,
    1,
    (
        plain("id"),
        plain("parent"),
        choice("kind", NodeKind),
        words("name"),
        plain("kpi"),
        plain("org"),
        flag("star"),
        plain("weight"),
        plain("order", "position"),
        plain("archived"),
    ),
)
_TARGET = Table(
    "target",
    Target,
    3,
    (
        plain("kpi"),
        plain("org"),
        plain("start"),
        plain("value"),
        maybe("basis", Frequency),
        spread("spread"),
    ),
)
_ENTRY = Table(
    "entry",
    Entry,
    3,
    (plain("measure"), plain("org"), plain("period"), plain("value"), plain("note")),
)
_COMMENT = Table(
    "comment",
    Comment,
    1,
    (
        plain("id"),
        plain("kpi"),
        plain("org"),
        plain("period"),
        words("text"),
        plain("by", "said_by"),
        plain("at", "said_at"),
    ),
)
_SEGMENT = Table(
    "segment",
    SegmentStart,
    3,
    (
        plain("kpi"),
        plain("org"),
        plain("start"),
        words("reason"),
        plain("by", "said_by"),
        plain("at", "said_at"),
    ),
)

_CLOSING = Table(
    "closing",
    Closing,
    2,
    (
        plain("org"),
        plain("period"),
        flag("closed"),
        plain("by", "said_by"),
        plain("at", "said_at"),
        plain("note"),
        plain("reopened_by"),
        plain("reopened_at"),
        plain("reason"),
    ),
)

_REVIEW = Table(
    "review",
    Review,
    2,
    (
        plain("kpi"),
        plain("day"),
        choice("outcome", ReviewOutcome),
        plain("by", "said_by"),
        words("note"),
    ),
)

_ALL = (
    *(_SETTING, _ORG, _MEASURE, _KPI_VERSION, _NODE, _TARGET),
    *(_ENTRY, _COMMENT, _SEGMENT, _CLOSING, _REVIEW),
)
#: The tables that hold records, by name; a row refers only to those before it or to its own.
TABLES = {table.name: table for table in _ALL}
