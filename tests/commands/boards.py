"""A small company to try commands on."""

from collections.abc import Callable

import pytest

from scorecard.board import Board, assembled
from scorecard.check.edits import refusals
from scorecard.model.edits import Change
from scorecard.model.records import Entry, KpiVersion, Measure, Node, Org, Target
from scorecard.text import LANGUAGES, sentence
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Direction, Frequency, NodeKind, Words

REVENUE = Measure("revenue", Words("營收", "Revenue"), unit="TWD")
COST = Measure("cogs", Words("銷貨成本", "Cost of goods sold"), unit="TWD")
LAUNCH = Measure("launch", Words("上市", "Launch"), frequency=Frequency.PROJECT)
MARGIN = KpiVersion(
    "FIN-003",
    "v1.0",
    "2025-01",
    Words("毛利率", "Gross margin"),
    formula="(營收 - 銷貨成本) / 營收",
    unit="%",
    direction=Direction.HIGHER,
    green=">=0.3",
    amber=">=0.2",
)
GOAL = Node("g", None, NodeKind.GOAL, Words("成長"))
THEME = Node("t", "g", NodeKind.THEME, Words("獲利"), order=1)
LINE = Node("n", "t", NodeKind.KPI, kpi="FIN-003", org="co", order=1)
OTHER = Node("o", "g", NodeKind.THEME, Words("客戶"), order=2)
TARGET = Target("FIN-003", "co", "2025-01", ">=0.35")


def company() -> Board:
    """Two units, three measures, one KPI with a target, four lines, one entry."""
    units = (Org("co", Words("公司")), Org("a", Words("甲廠"), "co"))
    entry = Entry("revenue", "co", "2026-09", 100.0)
    structure = (*units, REVENUE, COST, LAUNCH, MARGIN, GOAL, THEME, LINE, OTHER, TARGET)
    return assembled([*structure, entry])


def done(board: Board, command: Callable[[Board], Change]) -> Board:
    """The board after a command, as the workspace would let it be."""
    change = command(board)
    after = board.after(change.edits)
    troubles = refusals(after, change.edits)
    if troubles:
        raise Refused(troubles)
    return after


def refused(board: Board, command: Callable[[Board], Change]) -> Trouble:
    """The first trouble for which the command is refused; each can be told in both languages."""
    with pytest.raises(Refused) as caught:
        done(board, command)
    assert all(sentence(t, language) for t in caught.value.troubles for language in LANGUAGES)
    return caught.value.troubles[0]
