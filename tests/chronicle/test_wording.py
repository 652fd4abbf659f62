"""What stood in a field is told in words: people, units, lines, choices and moments."""

from pathlib import Path

import pytest

from scorecard.board import Board
from scorecard.chronicle.telling import lines_of
from scorecard.chronicle.wording import value_said
from scorecard.model.edits import Edit
from scorecard.model.records import Closing, Node, Org, Record, Review, Setting, Target
from scorecard.text import Said, tell
from scorecard.vocabulary import Frequency, NodeKind, ReviewOutcome, SpreadRule, Words
from tests.store.documents import EVERY_KIND, LINE, closed, reopened


@pytest.fixture
def board(tmp_path: Path) -> Board:
    return reopened(closed(tmp_path, *EVERY_KIND)).board


def said(board: Board, record: Record, field: str, language: str) -> str:
    told = value_said(board, record, field, getattr(record, field))
    if isinstance(told, Words):
        return told.show(language)
    return tell(told, language) if isinstance(told, Said) else told


ORG = Org("x", Words("甲部", "Team A"), parent="co")
CLOSING = Closing("co", "2026-10", by="amy", at="2026-11-05T09:00:12+08:00")


@pytest.mark.parametrize(
    ("record", "field", "zh", "en"),
    [
        (ORG, "parent", "公司", "Company"),
        (Node("x", LINE.id, NodeKind.THEME), "parent", "毛利率", "Gross margin"),
        (CLOSING, "at", "2026-11-05 09:00", "2026-11-05 09:00"),
        (CLOSING, "org", "公司", "Company"),
        (CLOSING, "note", "–", "–"),
        (Review("K", "2026-11-10", ReviewOutcome.KEPT), "outcome", "維持", "Kept"),
        (Target("K", "co", "2026", ">=1", Frequency.YEAR), "basis", "每年", "Yearly"),
        (Target("K", "co", "2026", ">=1", None, SpreadRule.EVEN), "spread", "平均分配", "evenly"),
        (Target("K", "co", "2026", ">=1", None, (1.0, 2.5)), "spread", "1, 2.5", "1, 2.5"),
        (Setting("limits", "median"), "value", "移動全距的中位數", "median of the moving ranges"),
        (Setting("fiscal_start", 7), "value", "7", "7"),
        (Setting("bands", {"green": 80, "amber": 50}), "value", "綠燈自 80、黃燈自 50",
         "Green from 80, Amber from 50"),
        (Setting("grace_days", {"month": 12}), "value", "每月 12", "Monthly 12"),
        (Setting("holidays", ["2026-10-10"]), "value", "2026-10-10", "2026-10-10"),
    ],
)  # fmt: skip
def test_a_value_is_told_in_words(
    board: Board, record: Record, field: str, zh: str, en: str
) -> None:
    assert (said(board, record, field, "zh_TW"), said(board, record, field, "en")) == (zh, en)


def test_what_came_says_what_it_is_there_for(board: Board) -> None:
    """A target without its value, a comment without its words would leave the reader to guess."""
    target = Target("FIN-002", "co", "2026-12", ">=0.36")
    closing = Closing("co", "2026-10", note="連假")

    lines = [next(lines_of(Edit(None, each), board)) for each in (target, closing, CLOSING)]

    assert [tell(line, "zh_TW") for line in lines] == [
        "新增：「毛利率」自 2026-12 起的目標（公司）：>=0.36",
        "新增：公司 2026-10 的結帳：連假",
        "新增：公司 2026-10 的結帳",
    ]
