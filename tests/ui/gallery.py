"""Every painter and widget in both palettes on one picture, to hold beside the design.

python -m tests.ui.gallery light.png dark.png
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from scorecard.period import Period
from scorecard.vocabulary import Status
from ui.app import ARGUMENTS
from ui.look import Look, Theme
from ui.painting.badge import paint_badge
from ui.painting.change import Arrow, paint_change
from ui.painting.counts import paint_counts
from ui.painting.number import paint_number
from ui.painting.pill import paint_pill
from ui.painting.score_bar import paint_score_bar
from ui.painting.shapes import paint_status
from ui.painting.spark import paint_spark
from ui.painting.star import paint_star
from ui.painting.words import paint_words
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.focus_ring import FocusRing
from ui.widgets.label import Label
from ui.widgets.note_box import NoteBox
from ui.widgets.period_picker import PeriodPicker
from ui.widgets.rail import Rail, RailItem
from ui.widgets.search_field import SearchField
from ui.widgets.segmented import Segmented
from ui.widgets.skeleton import Skeleton
from ui.widgets.status_pill import StatusPill
from ui.widgets.tabs import Tabs
from ui.widgets.toast import Toast

ROLES = ("kpi", "h1", "h2", "h3", "body", "secondary", "formula")
ROWS = (
    (Status.AMBER, "OEE（整體設備效率）", "76.4", "%", 77.0, "−1.5", True),
    (Status.GREEN, "新客戶數", "43", "家", 94.0, "+7", False),
    (Status.AMBER, "客戶滿意度（CSAT）", "4.05", "/5", 75.0, "−0.07", True),
    (Status.BLUE, "自由現金流", "$3.24", "M", None, "+0.63", False),
    (Status.RED, "交期達成率", "89.8", "%", 20.0, "−2.8", True),
    (Status.GREY, "客戶生命週期價值（LTV）", "—", "", None, "—", False),
)
COUNTS = dict(zip(Status, (16, 14, 5, 3, 1), strict=True))
LINE = (3.0, 4.0, 3.5, 4.2, None, None, 4.1, 4.6, 4.4, 4.8, 4.5, 4.4, 4.1)
RAIL = (
    ("scorecard", "list-tree", "計分卡"),
    ("entry", "table-2", "輸入"),
    ("dashboard", "layout-dashboard", "儀表板"),
    ("map", "workflow", "策略地圖"),
    ("okr", "target", "目標 OKR"),
    ("actions", "circle-check-big", "行動"),
)


class Sheet(QWidget):
    """The painters, on one sheet."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setMinimumSize(560, 480)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Draw every painter."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.palette.surface)
        self._paint_statuses(painter)
        self._paint_rows(painter)
        self._paint_type(painter)

    def _paint_statuses(self, painter: QPainter) -> None:
        colours = self._look.palette
        for row, status in enumerate(Status):
            top = row * 28
            for column, side in enumerate((8, 10, 12, 14)):
                paint_status(painter, QRectF(16 + column * 22, top, side, 28), status, colours)
            paint_status(painter, QRectF(108, top, 12, 28), status, colours, hollow=True)
            paint_status(painter, QRectF(132, top, 12, 28), status, colours, mono=True)
            word = self._look.say(f"look.status.{status}")
            paint_pill(painter, QRectF(164, top, 110, 28), status, word, colours)
        for row, score in enumerate((38, 77, 96)):
            status = (Status.RED, Status.AMBER, Status.GREEN)[row]
            paint_score_bar(painter, QRectF(300, row * 28, 64, 28), score, status, colours)
            after = QRectF(372, row * 28, 40, 28)
            paint_words(painter, after, str(score), colours.text, role="body_medium")
        paint_counts(painter, QRectF(300, 84, 200, 28), COUNTS, colours)
        paint_badge(painter, QRectF(300, 112, 60, 28), 3, colours)
        for column, arrow in enumerate(Arrow):
            box = QRectF(400, 112, 40 + 56 * column, 28)
            paint_change(painter, box, "1.2", colours, arrow=arrow, worse=arrow is Arrow.DOWN)

    def _paint_rows(self, painter: QPainter) -> None:
        colours = self._look.palette
        for row, (status, name, text, unit, score, change, worse) in enumerate(ROWS):
            top = 152 + row * 24
            painter.fillRect(QRectF(0, top + 23, 560, 1), colours.grid)
            paint_status(painter, QRectF(12, top, 12, 24), status, colours)
            paint_words(painter, QRectF(36, top, 170, 24), name, colours.text)
            paint_star(painter, QRectF(206, top + 6, 12, 12), colours.ink)
            paint_number(painter, QRectF(220, top, 104, 24), text, colours, unit=unit, medium=True)
            paint_score_bar(painter, QRectF(336, top, 64, 24), score, status, colours)
            box = QRectF(408, top, 40, 24)
            paint_change(painter, box, change, colours, worse=worse)
            spark = QRectF(456, top + 2, 100, 20)
            targets = [4.3] * len(LINE)
            paint_spark(painter, spark, LINE, colours, targets=targets, end_status=status)

    def _paint_type(self, painter: QPainter) -> None:
        colours, top = self._look.palette, 304.0
        for role in ROLES:
            box = QRectF(16, top, 500, 56 if role == "kpi" else 30)
            words = f"{role} 計分卡 Scorecard 89.8 ≥ 115 年 10 月"
            paint_words(painter, box, words, colours.text, role=role)
            top += box.height()


def gallery(look: Look) -> QWidget:
    """A window with everything."""
    window = QWidget()
    window.setObjectName("page")
    window.resize(1320, 860)
    everything = QHBoxLayout(window)
    everything.setContentsMargins(0, 0, 0, 0)
    rail = Rail(look, [RailItem(*item) for item in RAIL], [RailItem("set", "settings", "設定")])
    rail.set_badge("actions", 2)
    everything.addWidget(rail)
    everything.addWidget(Sheet(look))
    everything.addLayout(_controls(look), 1)
    FocusRing(look, window)
    return window


def _controls(look: Look) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(8, 16, 24, 16)
    column.setSpacing(12)
    for row in (_header(look), _buttons(look), _chips(look), _fields()):
        column.addLayout(row)
    column.addWidget(_banner(look))
    tabs = Tabs(look, "頁籤", [("a", "總覽"), ("b", "趨勢"), ("c", "行動"), ("d", "歷史")])
    tabs.set_count("c", 1)
    column.addWidget(tabs)
    column.addLayout(_title(look))
    column.addWidget(_why(look))
    low = QHBoxLayout()
    low.addWidget(EmptyState(look, "circle-check-big", "還沒有行動", "紅燈需要一個人。", "新增"))
    low.addWidget(Skeleton(look))
    column.addLayout(low)
    column.addStretch(1)
    toast = Toast(look)
    toast.show_message("已匯入 29 格，一步即可復原。", "復原")
    column.addWidget(toast)
    return column


def _header(look: Look) -> QHBoxLayout:
    return _row(
        PeriodPicker(look, Period.parse("2026-10")),
        Segmented(look, "檢視", [("m", "月"), ("q", "季"), ("y", "年累計")]),
        SearchField(look, "搜尋指標、責任人"),
    )


def _buttons(look: Look) -> QHBoxLayout:
    refused = Button(look, "結帳…", Kind.PRIMARY)
    refused.refuse("還有 3 格沒有填")
    unavailable = Button(look, "取消")
    unavailable.refuse("沒有可取消的")
    return _row(
        Button(look, "凍結快照", Kind.PRIMARY, icon="camera", keys="Ctrl ⏎"),
        refused,
        Button(look, "取消"),
        unavailable,
        Button(look, "全公司", icon="building-2", menu=True, small=True),
        Button(look, "編輯", Kind.QUIET, icon="pencil"),
        Button(look, "比較版本", Kind.LINK),
    )


def _chips(look: Look) -> QHBoxLayout:
    chips = [Chip(look, status=status) for status in Status]
    for chip, count in zip(chips, COUNTS.values(), strict=True):
        chip.set_count(count)
    chips[1].setChecked(True)
    return _row(*chips, Chip(look, "關鍵", icon="star"))


def _fields() -> QHBoxLayout:
    plain, refused, closed = QLineEdit("82.0"), QLineEdit("八二"), QLineEdit("82.0")
    refused.setProperty("refused", True)
    closed.setEnabled(False)
    return _row(plain, refused, closed)


def _banner(look: Look) -> Banner:
    banner = Banner(look, "此變更自 2026-12 起生效，成為 v1.3", "過去的數值與燈號不會改變。")
    banner.add_action(Button(look, "捨棄草稿"))
    return banner


def _title(look: Look) -> QHBoxLayout:
    return _row(
        Label(look, "OEE 整體設備效率", role="h3"),
        Label(look, "OPS-002", role="mono", colour="text2"),
        StatusPill(look, Status.AMBER),
        StatusPill(look, Status.RED, "2026-10  76.4 %"),
    )


def _why(look: Look) -> NoteBox:
    box = NoteBox(look, Status.AMBER)
    box.set_content(
        "為什麼是黃燈？",
        ["76.4 % 落在黃燈區 72.0–80.0，距綠燈 3.6 點。", "仍在管制界限內，屬一般波動。"],
    )
    return box


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def main(light: str, dark: str) -> None:
    """Write the two pictures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(list(ARGUMENTS))
    look = Look(Theme.LIGHT)
    look.dress()
    window = gallery(look)
    window.show()
    for theme, file in ((Theme.LIGHT, light), (Theme.DARK, dark)):
        look.set_theme(theme)
        application.processEvents()
        window.grab().save(str(Path(file)))


if __name__ == "__main__":
    main(*sys.argv[1:])
