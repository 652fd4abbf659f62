"""Several lines of plain text, broken where they must be, the last one cut with …."""

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption

from ui.fonts import font, line_height


def paint_paragraph(
    painter: QPainter, box: QRectF, text: str, colour: QColor, role: str = "secondary"
) -> float:
    """Draw as many lines as fit into `box`, one at least; the height they take."""
    height = line_height(role)
    most = max(int((box.height() + 0.5) // height), 1)
    lines = broken(text, box.width(), most, role)
    metrics = QFontMetricsF(font(role))
    painter.setFont(font(role))
    painter.setPen(colour)
    for at, line in enumerate(lines):
        middle = box.top() + at * height + height / 2
        painter.drawText(QPointF(box.left(), middle + metrics.capHeight() / 2), line)
    return len(lines) * height


def broken(text: str, width: float, most: int, role: str = "secondary") -> list[str]:
    """`text` in at most `most` lines of `width` px; what does not fit ends in …."""
    flat = " ".join(text.split())
    # A percent sign stays with its number; what is written keeps the blank that readers search for.
    layout = QTextLayout(flat.replace(" %", "\u00a0%"), font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    pieces = _pieces(flat, starts)
    if len(starts) <= most:
        return pieces
    last = "".join(pieces[most - 1 :])
    metrics = QFontMetricsF(font(role))
    cut = metrics.elidedText(last, Qt.TextElideMode.ElideRight, width)
    return [*(piece.rstrip() for piece in pieces[: most - 1]), cut]


def shortened(text: str, said: Callable[[str], str], most: int, width: float) -> str:
    """`said(text)` in at most `most` lines of `width` px: where it is longer, the end of `text`
    gives way, and what is said behind it stays."""

    def is_too_long(kept: int) -> bool:
        return len(broken(said(f"{text[:kept].rstrip()}…"), width, most + 1)) > most

    if len(broken(said(text), width, most + 1)) <= most:
        return said(text)
    first_too_long = bisect_left(range(len(text)), True, key=is_too_long)
    return said(f"{text[: max(first_too_long - 1, 0)].rstrip()}…")


def _pieces(text: str, starts: list[int]) -> list[str]:
    """`text` cut at `starts`, which Qt counts in UTF-16."""
    units = text.encode("utf-16-le")
    ends = [*starts[1:], len(units) // 2]
    pairs = zip(starts, ends, strict=True)
    return [units[2 * start : 2 * end].decode("utf-16-le") for start, end in pairs]
