"""Documents to test with: a record of every kind, and commands that put and take records."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from scorecard.board import Board
from scorecard.clock import FixedClock
from scorecard.model.edits import Change, Edit
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
from scorecard.text import Said
from scorecard.trouble import CannotOpen, Refused, Trouble
from scorecard.vocabulary import (
    Category,
    Direction,
    Frequency,
    Method,
    NodeKind,
    ReviewOutcome,
    Words,
)
from scorecard.workspace import Command, Workspace

TAIPEI = timezone(timedelta(hours=8))
CLOCK = FixedClock(datetime(2026, 11, 3, 9, 12, 44, tzinfo=TAIPEI))
NAME = Said("trouble.at", {"where": Words("營收", "Revenue"), "text": Said("trouble.busy")})

CO = Org("co", Words("公司", "Company"))
SALES = Org("sales", Words("業務部", ""), "co", 2)
REVENUE = Measure(
    "revenue",
    Words("營收", "Revenue"),
    "TWD",
    Frequency.MONTH,
    Method.SUM,
    Method.WEIGHTED,
    "orders",
    Words("ERP", "SAP"),
    "SALES_ORDERS",
    Words("王經理", ""),
    3,
)
ORDERS = Measure("orders", Words("訂單數", "Orders"))
MARGIN = KpiVersion(
    "FIN-002",
    "v1.0",
    "2024-11",
    Words("毛利率", "Gross margin"),
    Category.FINANCIAL,
    Words("「毛利」", 'so-called "margin"'),
    "營收 / 訂單數",
    "%",
    1,
    Frequency.QUARTER,
    Direction.BUDGET,
    ">=0.35",
    ">=0.315",
    Words("來源", "Source"),
    "T",
    Words("某人", "Somebody"),
    ("strategy", "a,b"),
    ("FIN-001",),
    Words("改", "Changed"),
    Words("註", "Note"),
    0.0,
    1.0,
    0.1,
    Direction.LOWER,
    "two_minus",
    "trailing_12m",
    Words("關鍵", "Key"),
    Words("陷阱", "Pitfall"),
)
GOAL = Node("g", None, NodeKind.GOAL, Words("目標", "Goal"))
LINE = Node("n1", "g", NodeKind.KPI, Words(), "FIN-002", "co", True, 2.5, 4, "2026-11")
TARGET = Target("FIN-002", "co", "2026-01", ">=0.35", Frequency.YEAR)
OCTOBER = Entry("revenue", "co", "2026-10", 10250000.0, "含退貨")
BLANK = Entry("revenue", "co", "2026-09", None, "系統停機")
COMMENT = Comment("c1", "FIN-002", "co", "2026-10", Words("好", "Good"), "amy", "2026-11-03")
SEGMENT = SegmentStart(
    "FIN-002", "co", "2026-03", Words("換機", "New machine"), "amy", "2026-04-02"
)
REVIEW = Review(
    "FIN-002", "2026-10-08", ReviewOutcome.CHANGED, "amy", Words("改門檻", "Other limits")
)
BANDS = Setting("bands", {"amber": 55, "green": 88.5})

FOUNDATION: tuple[Record, ...] = (CO, ORDERS, REVENUE)
CLOSING = Closing("co", "2026-09", closed=False, by="amy", at="2026-10-05T09:00:00+08:00")
EVERY_KIND: tuple[Record, ...] = (
    *FOUNDATION,
    SALES,
    MARGIN,
    GOAL,
    LINE,
    TARGET,
    OCTOBER,
    BLANK,
    COMMENT,
    SEGMENT,
    CLOSING,
    REVIEW,
    BANDS,
)


def accepted(_board: Board, _edits: tuple[Edit, ...]) -> tuple[Trouble, ...]:
    """A check that finds nothing: the store's own tests are not about content."""
    return ()


def new(folder: Path, *records: Record, name: str = "a.scorecard") -> Workspace:
    """A document with `records` in it."""
    workspace = Workspace.create(folder / name, author="amy", clock=CLOCK, check=accepted)
    workspace.run(put(*records))
    return workspace


def reopened(path: Path, *, read_only: bool = False, author: str = "bob") -> Workspace:
    return Workspace.open(path, author=author, clock=CLOCK, read_only=read_only, check=accepted)


def closed(folder: Path, *records: Record) -> Path:
    """A document that nobody has open."""
    workspace = new(folder, *records)
    workspace.close()
    return workspace.path


def put(*records: Record) -> Command:
    """Put records, over those with the same key."""
    return lambda board: Change(
        NAME, tuple(Edit(board.find(record.table, record.key), record) for record in records)
    )


def take(*records: Record) -> Command:
    """Take records away."""
    return lambda _: Change(NAME, tuple(Edit(record, None) for record in records))


def why_not_opened(path: Path) -> str:
    """The code of the trouble with which `path` is refused; empty where it opens."""
    try:
        reopened(path).close()
    except CannotOpen as refusal:
        return refusal.trouble.code
    return ""


def why_refused(workspace: Workspace, command: Command) -> str:
    """The code of the first trouble with which an edit is refused; empty where it is done."""
    try:
        workspace.run(command)
    except Refused as refusal:
        return refusal.troubles[0].code
    return ""
