"""The bar of a score from 0 to 100, with ticks at the limits 60 and 90."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from scorecard.vocabulary import Status
from ui.palettes import Palette

HEIGHT = 6
TICKS = (60, 90)


def paint_score_bar(
    painter: QPainter, rect: QRectF, score: float | None, status: Status, palette: Palette
) -> None:
    """Draw the bar 6 px high in the middle of `rect`; a missing score draws nothing.

    The number stands beside it and is drawn by the caller.
    """
    if score is None:
        return
    track = QRectF(rect.left(), rect.center().y() - HEIGHT / 2, rect.width(), HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.press)
    painter.drawRoundedRect(track, HEIGHT / 2, HEIGHT / 2)
    _fill(painter, track, score, status, palette)
    painter.setPen(QPen(palette.text2, 1))
    painter.drawLines([_tick(track, at) for at in TICKS])
    painter.restore()


def _fill(painter: QPainter, track: QRectF, score: float, status: Status, palette: Palette) -> None:
    share = min(max(score, 0.0), 100.0) / 100
    if share == 0:
        return
    tone = palette.tones[status]
    bar = QRectF(track)
    bar.setWidth(max(track.width() * share, HEIGHT))
    painter.setPen(QPen(tone.edge, 1))
    painter.setBrush(tone.fill)
    painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2, HEIGHT / 2)


def _tick(track: QRectF, at: int) -> QLineF:
    x = round(track.left() + track.width() * at / 100) + 0.5
    return QLineF(x, track.top() - 2, x, track.bottom() + 2)
