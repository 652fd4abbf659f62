"""The records as they stand in a file: which field of a JSON object is which of a record."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scorecard.exchange import kinds
from scorecard.exchange.kinds import Kind
from scorecard.model.records import (
    Closing,
    Comment,
    KpiVersion,
    Measure,
    Node,
    Org,
    Review,
    SegmentStart,
    Target,
)
from scorecard.vocabulary import Category, Direction, Frequency, Method, NodeKind, ReviewOutcome

Made = Org | Measure | KpiVersion | Node | Target | Comment | SegmentStart | Review | Closing


@dataclass(frozen=True, slots=True)
class Form:
    """`fields`: name in the file → name in the record and the kind of its value. A dotted name
    lies in an object of its own. `required` must be named where the record is new; these and
    `always` are written even where they are as usual."""

    record: type[Made]
    fields: Mapping[str, tuple[str, Kind]]
    required: tuple[str, ...]
    nested: frozenset[str] = field(default=frozenset())
    always: frozenset[str] = field(default=frozenset({"order"}))

    def named(self, attribute: str) -> str:
        """The name in the file of a field of the record; unchanged where it has none."""
        return next((n for n, (a, _) in self.fields.items() if a == attribute), attribute)


def _same(kind: Kind, *names: str) -> dict[str, tuple[str, Kind]]:
    return {name: (name, kind) for name in names}


ORG = Form(
    Org,
    {
        **_same(kinds.name, "id", "parent"),
        **_same(kinds.words, "name"),
        **_same(kinds.whole, "order"),
    },
    ("id", "name"),
    always=frozenset({"parent", "order"}),
)
MEASURE = Form(
    Measure,
    {
        **_same(kinds.name, "id", "weight"),
        **_same(kinds.words, "name", "source", "owner"),
        **_same(kinds.text, "unit"),
        **_same(kinds.one_of(Frequency), "frequency"),
        **_same(kinds.one_of(Method), "over_time", "over_org"),
        "table": ("table_name", kinds.text),
        **_same(kinds.whole, "order"),
    },
    ("id", "name"),
    always=frozenset({"unit", "frequency", "over_time", "over_org", "order"}),
)
VERSION = Form(
    KpiVersion,
    {
        **_same(kinds.name, "version"),
        **_same(kinds.period, "effective"),
        **_same(kinds.words, "name", "definition", "source", "owner"),
        **_same(kinds.words, "change", "notes", "key_reason", "pitfall"),
        **_same(kinds.one_of(Category), "category"),
        **_same(kinds.text, "formula", "unit", "attainment", "window"),
        **_same(kinds.whole, "decimals"),
        **_same(kinds.one_of(Frequency), "frequency"),
        **_same(kinds.one_of(Direction), "direction", "better"),
        "thresholds.green": ("green", kinds.aim),
        "thresholds.amber": ("amber", kinds.aim),
        "table": ("table_name", kinds.text),
        **_same(kinds.names, "dashboards", "related"),
        "bounds.low": ("low_bound", kinds.number),
        "bounds.high": ("high_bound", kinds.number),
        **_same(kinds.number, "baseline"),
        **_same(kinds.day, "planned"),
    },
    ("version", "effective", "name"),
    frozenset({"thresholds", "bounds"}),
    always=frozenset({"formula", "unit", "frequency", "direction"}),
)
NODE = Form(
    Node,
    {
        **_same(kinds.name, "id", "parent", "kpi", "org"),
        **_same(kinds.one_of(NodeKind), "kind"),
        **_same(kinds.words, "name"),
        "key": ("star", kinds.flag),
        **_same(kinds.number, "weight"),
        **_same(kinds.whole, "order"),
        **_same(kinds.period, "archived"),
    },
    ("id", "kind"),
    always=frozenset({"parent", "order"}),
)
TARGET = Form(
    Target,
    {
        **_same(kinds.name, "kpi", "org"),
        "from": ("start", kinds.period),
        **_same(kinds.aim, "value"),
        **_same(kinds.one_of(Frequency), "basis"),
        **_same(kinds.spread, "spread"),
    },
    ("kpi", "from", "value"),
)
SEGMENT = Form(
    SegmentStart,
    {
        **_same(kinds.name, "kpi", "org"),
        "from": ("start", kinds.period),
        **_same(kinds.words, "reason"),
        **_same(kinds.text, "by", "at"),
    },
    ("kpi", "from", "reason"),
)
REVIEW = Form(
    Review,
    {
        **_same(kinds.name, "kpi"),
        **_same(kinds.day, "day"),
        **_same(kinds.one_of(ReviewOutcome), "outcome"),
        **_same(kinds.text, "by"),
        **_same(kinds.words, "note"),
    },
    ("kpi", "day", "outcome"),
)
COMMENT = Form(
    Comment,
    {
        **_same(kinds.name, "id", "kpi", "org"),
        **_same(kinds.period, "period"),
        **_same(kinds.words, "text"),
        **_same(kinds.text, "by", "at"),
    },
    ("id", "kpi", "period", "text"),
)
CLOSING = Form(
    Closing,
    {
        **_same(kinds.name, "org"),
        **_same(kinds.period, "period"),
        **_same(kinds.flag, "closed"),
        **_same(kinds.text, "by", "at", "note", "reopened_by", "reopened_at", "reason"),
    },
    ("period",),
    always=frozenset({"closed"}),
)
