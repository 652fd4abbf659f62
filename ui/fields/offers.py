"""The list of names under a formula: those that begin so first, measures before KPIs."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.icons import paint_icon
from ui.look import Look
from ui.painting.words import RIGHT, paint_words, words_width

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW, ICON, PADDING, GAP, WIDTH = 30, 16, 8, 8, 368
_ICONS = {"measure": "hash", "kpi": "gauge"}


class Offer(NamedTuple):
    """A name that a formula can say, what it is in a few words, and what it means: `measure:ID`
    or `kpi:ID`."""

    name: str
    note: str = ""
    means: str = ""


#: The newest value of what a name means, as text; it is asked for rows that are seen.
ValueOf = Callable[[str], str]


class OffersModel(QAbstractListModel):
    """The names that fit what is being typed; `value_of` may be set at any time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._every: tuple[Offer, ...] = ()
        self.rows: tuple[Offer, ...] = ()
        self.value_of: ValueOf = lambda _means: ""

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Choose from others; those that stand first are offered first."""
        self._every = tuple(offers)
        self.narrow("")

    def narrow(self, word: str) -> None:
        """Offer those that have `word` in their name or their note."""
        asked = word.casefold()
        ranked = [(rank, each) for each in self._every if (rank := _rank(each, asked)) is not None]
        self.beginResetModel()
        self.rows = tuple(each for _, each in sorted(ranked, key=lambda pair: pair[0]))
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as fit."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A name with its note; read out with its newest value too."""
        if not index.isValid():
            return None
        offer = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{offer.name}    {offer.note}".rstrip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "  ".join(part for part in (*offer[:2], self.value_of(offer.means)) if part)
        return None


def _rank(offer: Offer, asked: str) -> tuple[bool, int, int] | None:
    """Measures first, then by where the word stands, of names that begin so the shortest; None
    where it stands nowhere."""
    name, is_kpi = offer.name.casefold(), offer.means.startswith("kpi:")
    if asked and name.startswith(asked):
        return (is_kpi, 0, len(name))
    if asked in name:
        return (is_kpi, 1, 0)
    return (is_kpi, 2, 0) if asked in offer.note.casefold() else None


class OfferCells(QStyledItemDelegate):
    """A row: what sort of thing, its name, its note, its newest value at the right."""

    def __init__(self, look: Look, model: OffersModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._offers = look, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row is as high as the others."""
        return QSize(WIDTH, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row; the value is never cut, the note first."""
        colours, box = self._look.palette, QRectF(option.rect)
        lit = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, colours.sel2 if lit else colours.surface)
        offer = self._offers.rows[index.row()]
        inner = box.adjusted(PADDING, 0, -PADDING, 0)
        sign = _ICONS.get(offer.means.partition(":")[0], "hash")
        paint_icon(painter, QRectF(inner.left(), inner.top(), ICON, ROW), sign, colours.text2)
        inner.setLeft(inner.left() + ICON + GAP)
        value = self._offers.value_of(offer.means)
        paint_words(painter, inner, value, colours.text, role="secondary_medium", align=RIGHT)
        inner.setRight(inner.right() - words_width(value, "secondary_medium") - GAP)
        paint_words(painter, inner, offer.name, colours.text)
        inner.setLeft(inner.left() + words_width(offer.name, "body") + GAP)
        if inner.width() > 2 * ICON:
            paint_words(painter, inner, offer.note, colours.text2, role="secondary")
