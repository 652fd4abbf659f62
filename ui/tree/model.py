"""The plain model behind the tree: shows rows, and tells exactly which of them changed."""

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)

from scorecard.evaluation.line import Line
from scorecard.text import Said
from ui.heading import WORD, heading_tip
from ui.rows import Rows
from ui.tree.columns import LAYOUT, Column
from ui.tree.voice import Voice
from ui.tree.wording import Narrow, Texts, hanging, narrow, shown, spoken, texts, tip
from ui.widgets.plain_tip import plain_tip

Index = QModelIndex | QPersistentModelIndex
Spark = tuple[tuple[float | None, ...], tuple[float | None, ...]]

NO_SPARK: Spark = ((), ())
_ROOT = QModelIndex()


class ScorecardModel(QAbstractItemModel):
    """Rows as a tree. `spark_of` gives the last periods of a node, `flips_of` in sentences what
    would give it another colour; both are asked of what is seen only."""

    def __init__(
        self,
        rows: Rows,
        spark_of: Callable[[str], Spark],
        flips_of: Callable[[str], tuple[Said, ...]],
        voice: Voice,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._rows, self._spark_of, self._voice = rows, spark_of, voice
        self._flips_of = flips_of
        self._serials: dict[str, int] = {}
        self._ids: list[str] = []
        self._places: dict[str, int] = {}
        self._depths: dict[str, int] = {}
        self._texts: dict[str, Texts] = {}
        self._sparks: dict[str, Spark] = {}
        self._flips: dict[str, tuple[Said, ...]] = {}
        self._draws_sparks = False
        self._place()

    def show_rows(self, rows: Rows, *, sparks_may_differ: bool = True) -> None:
        """Show other rows. Where the tree has the same shape only the rows that differ are
        painted again; otherwise lines move, and those open or selected stay so."""
        before, self._texts = self._rows, self._kept_texts(rows)
        self._flips = {n: said for n, said in self._flips.items() if _same(n, before, rows)}
        if before.children == rows.children:
            self._rows = rows
            changed = {node for node in rows.lines if not _same(node, before, rows)}
            self._tell(changed | (self._other_sparks() if sparks_may_differ else set()))
        else:
            self._sparks.clear()
            self._reshape(rows)

    def show_view(self, rows: Rows) -> None:
        """Show the rows of another view: a line that is of the same value there has changed from
        another one, and its line of periods ends elsewhere."""
        self._texts.clear()
        self._sparks.clear()
        self._flips.clear()
        if self._rows.children == rows.children:
            self._rows = rows
            self._tell(set(rows.lines))
        else:
            self._reshape(rows)

    def retell(self) -> None:
        """Say everything again: language or colours are others now."""
        self._texts.clear()
        self._tell(set(self._rows.lines))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def draw_sparks(self) -> None:
        """Ask for the lines of periods from now on."""
        if not self._draws_sparks:
            self._draws_sparks = True
            self._tell(set(self._rows.lines))

    def line_at(self, index: Index) -> Line:
        """The line of an index of this model."""
        return self._rows.lines[self.node_at(index)]

    def node_at(self, index: Index) -> str:
        """The id of the node of an index of this model."""
        return self._ids[index.internalId()]

    def depth_at(self, index: Index) -> int:
        """How many lines stand above the line of an index."""
        return self._depths[self.node_at(index)]

    def depth_of(self, node: str) -> int:
        """How many lines stand above a node that is shown."""
        return self._depths[node]

    def has_below(self, index: Index) -> bool:
        """Whether lines stand below the line of an index."""
        return self.node_at(index) in self._rows.children

    def texts_at(self, index: Index) -> Texts:
        """The words of the line of an index."""
        node = self.node_at(index)
        if node not in self._texts:
            share = self._rows.shares.get(node)
            self._texts[node] = texts(self._rows.lines[node], share, self._voice)
        return self._texts[node]

    def narrow_at(self, index: Index) -> Narrow:
        """The numbers of the line of an index for a column that is too narrow for all digits."""
        return narrow(self.line_at(index), self._voice)

    def spark_at(self, index: Index) -> Spark:
        """Values and targets of the last periods of an index's line."""
        node = self.node_at(index)
        if not self._draws_sparks:
            return NO_SPARK
        if node not in self._sparks:
            self._sparks[node] = self._spark_of(node)
        return self._sparks[node]

    def flips_at(self, index: Index) -> tuple[Said, ...]:
        """What would give the line of an index another colour; as late as its last periods."""
        node = self.node_at(index)
        if not self._draws_sparks or self._rows.lines[node].cell is not None:
            return ()
        if node not in self._flips:
            self._flips[node] = self._flips_of(node)
        return self._flips[node]

    def index_of(self, node: str | None, column: Column = Column.STATUS) -> QModelIndex:
        """The index of a node; invalid where it is not shown."""
        if node is None or node not in self._places:
            return QModelIndex()
        return self.createIndex(self._places[node], int(column), self._serials[node])

    @property
    def rows(self) -> Rows:
        """What is shown."""
        return self._rows

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many lines stand below; only the first column has any."""
        if parent.isValid():
            if parent.column():
                return 0
            return len(self._rows.children.get(self._ids[parent.internalId()], ()))
        return len(self._rows.children.get(None, ()))

    def columnCount(self, _parent: Index = _ROOT) -> int:
        """The columns of `Column`."""
        return len(Column)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """The index of a line below `parent`."""
        above = self._ids[parent.internalId()] if parent.isValid() else None
        below = self._rows.children.get(above, ())
        if not (0 <= row < len(below) and 0 <= column < len(Column)):
            return QModelIndex()
        if parent.isValid() and parent.column():
            return QModelIndex()
        return self.createIndex(row, column, self._serials[below[row]])

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]  # two meanings
        """The index of the line above."""
        if not index.isValid():
            return QModelIndex()
        return self.index_of(self._rows.lines[self.node_at(index)].node.parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for showing, reading out and tool tips; the height of a row."""
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, self._voice.look.row_height)
        if not index.isValid() or role not in _TOLD:
            return None
        column, said, line = Column(index.column()), self.texts_at(index), self.line_at(index)
        text = _TOLD[role](line, said, column, self._voice)
        if column is Column.LATE and role != Qt.ItemDataRole.DisplayRole:
            text = hanging(self.flips_at(index), self._voice) or text
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The headings; numbers have theirs at the right."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        layout = LAYOUT[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if layout.numeric else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            own = self._voice.say(f"{layout.heading.key}.tip")
            return heading_tip(layout.heading.key, self._voice.look, own)
        if role == WORD:
            return layout.heading.key
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if Column(section) is Column.LATE else self._voice.tell(layout.heading)
        return None

    def _place(self) -> None:
        self._places = {
            node: row for below in self._rows.children.values() for row, node in enumerate(below)
        }
        self._depths = {}
        for node, line in self._rows.lines.items():
            self._depths[node] = self._depths.get(line.node.parent or "", -1) + 1
            if node not in self._serials:
                self._serials[node] = len(self._ids)
                self._ids.append(node)

    def _reshape(self, rows: Rows) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        self._rows = rows
        self._place()
        after = [self.index_of(self.node_at(i), Column(i.column())) for i in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _kept_texts(self, rows: Rows) -> dict[str, Texts]:
        return {n: said for n, said in self._texts.items() if _same(n, self._rows, rows)}

    def _other_sparks(self) -> set[str]:
        """The nodes whose line of periods differs now, among those already drawn."""
        before, self._sparks = self._sparks, {}
        for node in before:
            if node in self._rows.lines:
                self._sparks[node] = self._spark_of(node)
        return {node for node, spark in self._sparks.items() if before[node] != spark}

    def _tell(self, nodes: set[str]) -> None:
        """One signal for neighbours together: a view asks for every row above for each signal."""
        for below in self._rows.children.values():
            for is_told, run in groupby(below, nodes.__contains__):
                if is_told:
                    first, *rest = run
                    last = self.index_of(rest[-1] if rest else first, Column.LATE)
                    self.dataChanged.emit(self.index_of(first), last)


def _same(node: str, before: Rows, after: Rows) -> bool:
    """Whether a line says the same in both."""
    line = after.lines.get(node)
    if line is None or before.shares.get(node) != after.shares.get(node):
        return False
    was = before.lines.get(node)
    # A reason such as `missing:NAME` is told by a name that may be another one now.
    is_named = ":" in (line.reason or "")
    if is_named or was is None or line.edition != was.edition:
        return False
    return line is was or line == was


_TOLD = {
    int(Qt.ItemDataRole.DisplayRole): shown,
    int(Qt.ItemDataRole.AccessibleTextRole): spoken,
    int(Qt.ItemDataRole.ToolTipRole): tip,
}
