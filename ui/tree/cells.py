"""The drawing of a cell, one painter per kind of column."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from scorecard.change import Change
from scorecard.evaluation.line import Line
from scorecard.shown import Shown
from scorecard.vocabulary import NodeKind, Status
from ui.icons import paint_icon
from ui.painting.badge import badge_width, paint_badge
from ui.painting.change import change_role, paint_change
from ui.painting.counts import paint_counts
from ui.painting.number import number_width, paint_number
from ui.painting.score_bar import paint_score_bar
from ui.painting.shapes import paint_status
from ui.painting.spark import paint_spark
from ui.painting.star import paint_star
from ui.painting.words import CENTRE, RIGHT, is_cut, paint_whole, paint_words, words_width
from ui.palettes import Palette
from ui.tree.columns import Column
from ui.tree.model import Spark
from ui.tree.wording import DASH, Narrow, Texts

SHAPE, STAR, BAR, ICON, GAP, PADDING = 12, 12, 64, 14, 6, 6


class Cell(NamedTuple):
    """What a painter gets: where, what, in which colours. `spark` and `hangs`, whether the colour
    would be another under other arithmetic, are asked for when drawn, `narrow` where a number has
    no room."""

    rect: QRectF
    line: Line
    said: Texts
    narrow: Callable[[], Narrow]
    spark: Callable[[], Spark]
    hangs: Callable[[], bool]
    selected: bool
    palette: Palette


def paint_cell(painter: QPainter, column: Column, cell: Cell) -> None:
    """Draw the cell of `column`; the ground is there already."""
    _PAINTERS[column](painter, cell)


def counts_reach(line: Line) -> bool:
    """Whether the line shows counts in place of value, target and attainment."""
    return line.cell is None


def _status(painter: QPainter, cell: Cell) -> None:
    line = cell.line
    box = QRectF(0, 0, SHAPE, SHAPE)
    box.moveCenter(cell.rect.center())
    paint_status(painter, box, line.status, cell.palette, hollow=line.stale)


def _name(painter: QPainter, cell: Cell) -> None:
    line, rect = cell.line, QRectF(cell.rect)
    role, colour = name_role(line, selected=cell.selected), cell.palette.text
    if line.node.kind in {NodeKind.LEVEL, NodeKind.THEME}:
        colour = cell.palette.text2
    reds = line.counts.get(Status.RED, 0) if line.worst is Status.RED else 0
    extras = _extras(cell, reds)
    width = min(words_width(cell.said.name, role), max(rect.width() - extras, 0))
    paint_words(
        painter, rect.adjusted(0, 0, width - rect.width(), 0), cell.said.name, colour, role=role
    )
    _paint_extras(painter, cell, rect.left() + width, reds)


def name_role(line: Line, *, selected: bool) -> str:
    """The role of a name: heavier for goals, perspectives, key KPIs and the chosen line."""
    if line.node.kind in {NodeKind.GOAL, NodeKind.PERSPECTIVE}:
        return "body_bold"
    return "body_medium" if line.node.star or selected else "body"


def _extras(cell: Cell, reds: int) -> float:
    width = STAR + GAP if cell.line.node.star else 0.0
    if cell.said.share:
        width += GAP + words_width(cell.said.share, "secondary")
    return width + (GAP + badge_width(reds) if reds else 0)


def _paint_extras(painter: QPainter, cell: Cell, left: float, reds: int) -> None:
    top, height = cell.rect.top(), cell.rect.height()
    if cell.line.node.star:
        box = QRectF(left + GAP, top, STAR, height)
        paint_star(painter, box, cell.palette.text)
        left += GAP + STAR
    if cell.said.share:
        width = words_width(cell.said.share, "secondary")
        box = QRectF(left + GAP, top, width, height)
        paint_words(painter, box, cell.said.share, cell.palette.text2, role="secondary")
        left += GAP + width
    paint_badge(painter, QRectF(left + GAP, top, 60, height), reds, cell.palette)


def _actual(painter: QPainter, cell: Cell) -> None:
    if counts_reach(cell.line):
        paint_counts(painter, cell.rect, cell.line.counts, cell.palette)
    elif cell.said.value is None:
        box = cell.rect.adjusted(0, 0, -PADDING, 0)
        paint_words(painter, box, cell.said.missing, cell.palette.text2, align=CENTRE)
    else:
        colour = cell.palette.text2 if cell.line.stale else None
        _paint_value(painter, cell, cell.said.value, colour)


def _paint_value(painter: QPainter, cell: Cell, wide: Shown, colour: QColor | None) -> None:
    """All the digits, or fewer of them; a unit gives way before a digit does."""
    room, narrow = cell.rect.width(), None
    if number_width(wide.text, unit=wide.unit, medium=True) > room:
        narrow = cell.narrow().value
    shown = narrow or wide
    paint_number(
        painter, cell.rect, shown.text, cell.palette, unit=shown.unit, medium=True, colour=colour
    )


def _target(painter: QPainter, cell: Cell) -> None:
    _quiet_number(painter, cell, cell.said.target, lambda: cell.narrow().target)


def _attainment(painter: QPainter, cell: Cell) -> None:
    _quiet_number(painter, cell, cell.said.attainment, lambda: cell.narrow().attainment)


def _quiet_number(painter: QPainter, cell: Cell, wide: str, narrow: Callable[[], str]) -> None:
    if not counts_reach(cell.line):
        box = cell.rect.adjusted(0, 0, -PADDING, 0)
        text = narrow() if is_cut(wide, box.width()) else wide
        paint_whole(painter, box, text or DASH, cell.palette.text2, align=RIGHT)


def _score(painter: QPainter, cell: Cell) -> None:
    rect, score = cell.rect.adjusted(PADDING, 0, 0, 0), cell.line.score
    if score is None:
        text = cell.said.score or DASH
        paint_words(painter, rect, text, cell.palette.text2, role="secondary")
        return
    bar = QRectF(rect.left(), rect.top(), BAR, rect.height())
    paint_score_bar(painter, bar, score, cell.line.status, cell.palette)
    number = rect.adjusted(BAR, 0, -2, 0)
    role = "body_bold" if counts_reach(cell.line) else "body"
    paint_words(painter, number, cell.said.score, cell.palette.text, role=role, align=RIGHT)


def _previous(painter: QPainter, cell: Cell) -> None:
    _change(painter, cell, cell.said.previous, cell.line.previous, lambda: cell.narrow().previous)


def _last_year(painter: QPainter, cell: Cell) -> None:
    _change(
        painter, cell, cell.said.last_year, cell.line.last_year, lambda: cell.narrow().last_year
    )


def _change(
    painter: QPainter, cell: Cell, wide: str, change: Change | None, narrow: Callable[[], str]
) -> None:
    worse = change is not None and change.better is False
    if wide or not counts_reach(cell.line):
        room = cell.rect.width()
        text = narrow() if is_cut(wide, room, change_role(worse=worse)) else wide
        paint_change(painter, cell.rect, text or DASH, cell.palette, worse=worse)


def _spark(painter: QPainter, cell: Cell) -> None:
    if counts_reach(cell.line):
        return
    values, targets = cell.spark()
    rect = cell.rect.adjusted(10, 2, -2, -2)
    paint_spark(painter, rect, values, cell.palette, targets=targets, end_status=cell.line.status)


def _owner(painter: QPainter, cell: Cell) -> None:
    rect = cell.rect.adjusted(PADDING, 0, 0, 0)
    paint_words(painter, rect, cell.said.owner, cell.palette.text2, role="secondary")


def _late(painter: QPainter, cell: Cell) -> None:
    box = QRectF(0, 0, ICON, ICON)
    box.moveCenter(cell.rect.center())
    if cell.line.stale:
        paint_icon(painter, box, "clock-alert", cell.palette.tones[Status.AMBER].text)
    elif cell.hangs():
        paint_icon(painter, box, "scale", cell.palette.text2)


_PAINTERS: dict[Column, Callable[[QPainter, Cell], None]] = {
    Column.STATUS: _status,
    Column.NAME: _name,
    Column.ACTUAL: _actual,
    Column.TARGET: _target,
    Column.ATTAINMENT: _attainment,
    Column.SCORE: _score,
    Column.PREVIOUS: _previous,
    Column.LAST_YEAR: _last_year,
    Column.SPARK: _spark,
    Column.OWNER: _owner,
    Column.LATE: _late,
}
