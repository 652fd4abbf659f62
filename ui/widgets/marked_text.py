"""A paragraph in which what went is struck and what came is underlined."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from scorecard.figures.difference import Fate, Piece
from ui.look import Look

#: Between the old and the new of a text that changed as a whole.
_GAP = "\u2003"
_NEW_LINE = "\u2028"


class MarkedText(QWidget):
    """Plain text always. A screen reader is told the old and the new text."""

    def __init__(self, look: Look, pieces: Sequence[Piece]) -> None:
        super().__init__()
        self._look, self._pieces = look, tuple(pieces)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.retell)
        self.retell()

    def retell(self) -> None:
        """Take words and colours from the look again."""
        before, after = (
            "".join(piece.text for piece in self._pieces if piece.fate is not other)
            for other in (Fate.NEW, Fate.GONE)
        )
        facts = {"before": before or "–", "after": after or "–"}
        self.setAccessibleName(self._look.say("difference.spoken", **facts))
        self.update()

    def heightForWidth(self, width: int) -> int:
        """As high as the text is in a width."""
        return round(self._laid(width).boundingRect().height()) + 1

    def sizeHint(self) -> QSize:
        """Wide enough for a few words."""
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(80, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text with its marks."""
        painter = QPainter(self)
        painter.setPen(self._look.palette.text)
        self._laid(self.width()).draw(painter, QPointF(0, 0), [], QRectF(self.rect()))

    def _laid(self, width: int) -> QTextLayout:
        text, formats = self._formatted()
        layout = QTextLayout(text, self._look.font("body"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(formats)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 20))
            line.setPosition(QPointF(0, height))
            height += max(line.height(), 20.0)
        layout.endLayout()
        return layout

    def _formatted(self) -> tuple[str, list[QTextLayout.FormatRange]]:
        text, formats = "", []
        for piece in self._pieces:
            if piece.fate is Fate.NEW and text and self._is_whole:
                text += _GAP
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = len(text), len(piece.text)
            mark.format = self._format(piece.fate)
            formats.append(mark)
            text += piece.text.replace("\n", _NEW_LINE)
        return text, formats

    @property
    def _is_whole(self) -> bool:
        return all(piece.fate is not Fate.KEPT for piece in self._pieces)

    def _format(self, fate: Fate) -> QTextCharFormat:
        colours, form = self._look.palette, QTextCharFormat()
        form.setForeground(colours.text if fate is not Fate.GONE else colours.text2)
        if fate is Fate.GONE:
            form.setFontStrikeOut(True)
        elif fate is Fate.NEW:
            form.setFontWeight(QFont.Weight.Medium)
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setBackground(colours.sel2)
        return form
