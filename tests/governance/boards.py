"""A small company with one KPI of which nothing is to be said, and findings by what they are."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from scorecard.board import Board
from scorecard.evaluation import View, of
from scorecard.governance.examination import examined
from scorecard.governance.finding import Concern, Finding
from scorecard.model.records import (
    Comment,
    KpiVersion,
    Measure,
    Node,
    Org,
    Record,
    Review,
    Target,
)
from scorecard.period import Period
from scorecard.text import tell
from scorecard.vocabulary import Category, Direction, NodeKind, ReviewOutcome, Words
from tests.evaluation import boards

TODAY = date(2026, 11, 12)
ERP = Words("企業資源規劃", "ERP")
A = Measure("a", Words("甲", "A"), source=ERP)
B = Measure("b", Words("乙", "B"), source=ERP)
PLANT = Org("plant", Words("工廠", "Plant"), "co")
SOUND = KpiVersion(
    "QAD-001",
    "v1",
    "2025-01",
    Words("良率", "Yield"),
    category=Category.INTERNAL_PROCESS,
    definition=Words("良品佔總數的比例", "Good ones as a share"),
    formula="甲 / 乙",
    unit="%",
    direction=Direction.HIGHER,
    source=ERP,
    table_name="MES",
    owner=Words("王", "Wang"),
)
GOAL = Node("g", None, NodeKind.GOAL, Words("成長", "Growth"))
LINE = Node("n", "g", NodeKind.KPI, kpi="QAD-001", org="co")
TARGET = Target("QAD-001", "co", "2025-01", ">=0.9")
REVIEWED = Review("QAD-001", "2026-10-08", ReviewOutcome.KEPT, "amy")
SOUND_RECORDS: tuple[Record, ...] = (A, B, PLANT, SOUND, GOAL, LINE, TARGET, REVIEWED)
MONTHS = [f"2026-{month:02d}" for month in range(5, 11)]


def company(
    *records: Record,
    without: tuple[Record, ...] = (),
    entries: Mapping[str, Mapping[str, float | None]] | None = None,
) -> Board:
    """The sound company with more records, or with some of the same key in place of its own."""
    keys = {(record.table, record.key) for record in (*records, *without)}
    kept = [record for record in SOUND_RECORDS if (record.table, record.key) not in keys]
    return boards.board([*kept, *records], entries or {})


def findings(board: Board, today: date = TODAY) -> tuple[Finding, ...]:
    """What is found on a day."""
    return examined(of(board, View(Period.parse("2026-10")), today))


def places(board: Board, concern: Concern, today: date = TODAY) -> list[tuple[str, str]]:
    """The id and the field of each finding of one concern."""
    return [(each.id, each.field) for each in findings(board, today) if each.concern is concern]


def said(board: Board, concern: Concern, language: str = "en") -> list[str]:
    """The sentences of one concern."""
    found = (each for each in findings(board) if each.concern is concern)
    return [tell(each.sentence, language) for each in found]


def twin(kpi: str, name: str | Words, formula: str, **fields: object) -> KpiVersion:
    """Another sound KPI; one name stands for both languages."""
    words = Words(name, name) if isinstance(name, str) else name
    made = replace(SOUND, kpi=kpi, name=words, formula=formula)
    return replace(made, **fields)  # type: ignore[arg-type]  # fields by name


def comment(period: str, at: str = "", org: str = "co") -> Comment:
    """Somebody said something about the KPI."""
    return Comment("c", "QAD-001", org, period, Words("因為", "Because"), "amy", at)
