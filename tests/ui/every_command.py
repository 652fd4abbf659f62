"""One of each command, as somebody could give it to the sample."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import is_dataclass, replace
from importlib import import_module
from pkgutil import walk_packages

import scorecard.commands
from scorecard.board import Board
from scorecard.commands.add_kpis import AddKpis, Pick
from scorecard.commands.archiving import ArchiveLines, RestoreLines
from scorecard.commands.branch import AddNode, RemoveLines
from scorecard.commands.closing import ClosePeriod, ReopenPeriod
from scorecard.commands.comment import AddComment, RemoveComment
from scorecard.commands.definition import CorrectVersion, NewVersion, RemoveKpi
from scorecard.commands.duplicating import DuplicateBranch
from scorecard.commands.entries import EnterBlock
from scorecard.commands.entry import ClearEntry, EnterValue
from scorecard.commands.for_units import AddForUnits
from scorecard.commands.importing import ImportBoard
from scorecard.commands.line import OwnLines, RenameNode, StarLines, WeighLines
from scorecard.commands.measure import AddMeasure, PutMeasure, RemoveMeasure
from scorecard.commands.moving import MoveLines
from scorecard.commands.new_line import NewKpi, NewTheme
from scorecard.commands.new_scorecard import NewScorecard
from scorecard.commands.org import MoveOrg, NewOrg, PutOrg, RemoveOrg
from scorecard.commands.place_kpi import PlaceKpi
from scorecard.commands.restoring import RestoreBoard
from scorecard.commands.review import RemoveReview, ReviewKpis
from scorecard.commands.revise_definition import ReviseDefinition
from scorecard.commands.salvaging import PutSalvaged
from scorecard.commands.segment import RemoveSegment, StartSegment
from scorecard.commands.setting import PutSettings
from scorecard.commands.target import PutTarget, RemoveTarget
from scorecard.model.edits import Edit
from scorecard.model.records import (
    Comment,
    Entry,
    KpiVersion,
    Measure,
    Node,
    Review,
    SegmentStart,
    Target,
)
from scorecard.text import Said
from scorecard.vocabulary import NodeKind, ReviewOutcome, Words
from scorecard.workspace import Command

AT = "2026-11-10T09:42:00+00:00"
OEE, GOOD = "MFG-002", ("good_units", "co", "2026-10")
ENTRY = Entry(*GOOD, 335300.0)
NAME = Words("新的名稱", "New name")
COMMENT = Comment("c-new", OEE, "co", "2026-10", Words("設備大修", "Overhaul"), "amy", AT)
SEGMENT = SegmentStart(OEE, "co", "2026-06", Words("換了新線", "A new line"), "amy", AT)
REVIEW = Review(OEE, "2026-11-10", ReviewOutcome.KEPT, "amy")
TARGET = Target(OEE, "co", "2026-12", ">= 81")
MEASURE = Measure("scrapped", Words("報廢件數", "Scrapped pieces"))


def every_command() -> Iterator[type]:
    """All commands that there are: what in `scorecard.commands` is called with a board."""
    for found in walk_packages(scorecard.commands.__path__, "scorecard.commands."):
        for made in vars(import_module(found.name)).values():
            if not isinstance(made, type) or made.__module__ != found.name:
                continue
            if is_dataclass(made) and "__call__" in vars(made):
                yield made


#: One of each on the board of the sample, or on that of the steps that `BEFORE` runs first.
ONE_OF_EACH: Mapping[type, Callable[[Board], Command]] = {
    AddKpis: lambda _: AddKpis((Pick("FIN-001"), Pick("SAL-001")), "co", "2026-11"),
    ArchiveLines: lambda _: ArchiveLines(("n-oee",), "2026-11"),
    RestoreLines: lambda _: RestoreLines(("n-oee",)),
    AddNode: lambda _: AddNode(Node("n-best", "t-prod", NodeKind.THEME, name=NAME)),
    RemoveLines: lambda _: RemoveLines(("n-oee",)),
    ClosePeriod: lambda _: ClosePeriod("sales", "2026-10", "amy", AT, "連假"),
    ReopenPeriod: lambda _: ReopenPeriod("sales", "2026-10", "amy", AT, "出貨單補登"),
    AddComment: lambda _: AddComment(COMMENT),
    RemoveComment: lambda _: RemoveComment("c1"),
    NewVersion: lambda board: NewVersion(newer(board)),
    CorrectVersion: lambda board: CorrectVersion(replace(board.latest(OEE), notes=NAME)),
    RemoveKpi: lambda _: RemoveKpi("RND-003"),
    DuplicateBranch: lambda _: DuplicateBranch("n-rev-b", "bu-c", targets=True),
    EnterBlock: lambda _: EnterBlock((ENTRY,), Said("command.paste", {"count": "1"})),
    EnterValue: lambda _: EnterValue(*GOOD, 335300.0, "併入二廠"),
    ClearEntry: lambda _: ClearEntry(*GOOD),
    AddForUnits: lambda _: AddForUnits("t-prod", OEE, "co", ("bu-a",)),
    ImportBoard: lambda board: ImportBoard("十月.csv", lambda _: (changed(board),)),
    RenameNode: lambda _: RenameNode("t-prod", NAME),
    WeighLines: lambda _: WeighLines(("n-oee",), 3.0),
    StarLines: lambda _: StarLines(("n-rework",), star=True),
    OwnLines: lambda _: OwnLines(("n-oee",), Words("吳淑芬", "S. Wu")),
    AddMeasure: lambda _: AddMeasure(MEASURE),
    PutMeasure: lambda board: PutMeasure(replace(board.measures["good_units"], name=NAME)),
    RemoveMeasure: lambda board: RemoveMeasure(new_measure(board)),
    MoveLines: lambda _: MoveLines(("t-qual",), "p-lrn", None),
    NewTheme: lambda _: NewTheme("p-int", NAME),
    NewKpi: lambda _: NewKpi("t-prod", "co", NAME, "%", "2026-11", ">= 90"),
    NewScorecard: lambda _: NewScorecard("zh_TW", "2026-01"),
    PutOrg: lambda board: PutOrg(replace(board.orgs["sales"], name=NAME)),
    NewOrg: lambda _: NewOrg("sales", NAME),
    MoveOrg: lambda _: MoveOrg("bu-c", "bu-b", 0),
    RemoveOrg: lambda board: RemoveOrg(new_org(board)),
    PlaceKpi: lambda _: PlaceKpi("RND-003"),
    RestoreBoard: lambda board: RestoreBoard(
        board.after([changed(board)]), Said("command.restore", {"number": "3"})
    ),
    ReviewKpis: lambda _: ReviewKpis((REVIEW,)),
    RemoveReview: lambda _: RemoveReview(OEE, REVIEW.day),
    ReviseDefinition: lambda board: ReviseDefinition(newer(board), TARGET),
    PutSalvaged: lambda _: PutSalvaged((MEASURE,), "damaged.scorecard"),
    StartSegment: lambda _: StartSegment(SEGMENT),
    RemoveSegment: lambda _: RemoveSegment(OEE, "co", "2026-06"),
    PutSettings: lambda _: PutSettings({"fiscal_start": 7}),
    PutTarget: lambda _: PutTarget(TARGET),
    RemoveTarget: lambda _: RemoveTarget(OEE, "co", "2026-12"),
}
#: Other forms of them: of several at once, the other way round, under other names.
OTHERS: tuple[Callable[[Board], Command], ...] = (
    lambda _: AddKpis((Pick("FIN-001"),), "co", "2026-11"),
    lambda _: ArchiveLines(("n-oee", "n-yield"), "2026-11"),
    lambda _: RemoveLines(("n-oee", "n-yield")),
    lambda _: WeighLines(("n-oee", "n-yield"), 3.0),
    lambda _: StarLines(("n-growth",), star=False),
    lambda _: OwnLines(("n-oee", "n-yield"), Words("吳淑芬", "S. Wu")),
    lambda _: MoveLines(("n-oee", "n-capacity"), "t-qual", None),
    lambda _: AddForUnits("t-prod", OEE, "co", ("bu-a", "bu-b")),
    lambda _: ReviewKpis((REVIEW, replace(REVIEW, kpi="MFG-003"))),
    lambda _: PutSettings({"fiscal_start": 7, "bands": {"green": 80, "amber": 50}}),
    lambda _: PutSettings({"limits": "median"}),
    lambda _: PutSettings({"grace_days": {"month": 12}}),
    lambda board: RestoreBoard(
        board.after([changed(board)]), Said("command.restore_file", {"source": "十月.scorecard"})
    ),
    *(
        lambda _, name=name: EnterBlock((ENTRY,), Said(f"command.{name}", {"count": "1"}))
        for name in ("paste", "as_before", "fill_right", "repair")
    ),
)
#: What is done first, so that there is something to take away or room for it.
BEFORE: Mapping[type, Command] = {
    RestoreLines: ArchiveLines(("n-oee",), "2026-11"),
    ReopenPeriod: ClosePeriod("sales", "2026-10", "amy", AT, "連假"),
    RemoveMeasure: AddMeasure(MEASURE),
    RemoveOrg: NewOrg("sales", NAME),
    RemoveReview: ReviewKpis((REVIEW,)),
    RemoveSegment: StartSegment(SEGMENT),
    RemoveTarget: PutTarget(TARGET),
    PlaceKpi: RemoveLines(("n-patents",)),
    RemoveKpi: RemoveLines(("n-patents",)),
    NewScorecard: RemoveLines(("g",)),
}


def newer(board: Board) -> KpiVersion:
    """The definition of OEE with another version."""
    change = Words("改用標準工時", "Standard hours from now on")
    return replace(board.latest(OEE), version="v2.0", effective="2026-12", change=change)


def changed(board: Board) -> Edit:
    """Another number of good units in October."""
    return Edit(board.entry(*GOOD), ENTRY)


def new_org(board: Board) -> str:
    """The unit that was just made."""
    return next(org.id for org in board.orgs.values() if org.name == NAME)


def new_measure(board: Board) -> str:
    """The measure that was just made."""
    return next(each.id for each in board.measures.values() if each.name == MEASURE.name)
