"""The rows of the glossary: a word in the language of now, and in the other one."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Qt

from scorecard.glossary import Term
from ui.look import Look
from ui.tree.clipboard import cell_text
from ui.widgets.rows import Index
from ui.widgets.rows_model import RowsModel, headed


class Column(IntEnum):
    """What a row tells of a word."""

    NAME = 0
    OTHER = 1


class TermsModel(RowsModel[Term, Column]):
    """Words, and what they mean when they are read out."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look, tuple(Column), headed("glossary.column"), said=self.text, key=lambda term: term.id
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A word; a row speaks as a whole, with what it means."""
        if not index.isValid():
            return None
        term, column = self.rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(term, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.NAME:
            return self._look.say("glossary.tip", name=term.name, meaning=term.meaning)
        return None

    def text(self, term: Term, column: Column) -> str:
        """What a cell says."""
        chinese, english = term.name
        here, other = (english, chinese) if self._look.language == "en" else (chinese, english)
        return here if column is Column.NAME else other

    def told_as_table(self, terms: Sequence[Term]) -> str:
        """Tab-separated lines of words with their meanings, a heading first."""
        heads = [self._look.say(f"glossary.column.{each}") for each in ("name", "other", "meaning")]
        lines = [[*(self.text(t, c) for c in Column), _whole(t, self._look)] for t in terms]
        return "\n".join("\t".join(map(cell_text, line)) for line in [heads, *lines])


def _whole(term: Term, look: Look) -> str:
    said = [look.tell(words) for words in (term.meaning, term.more) if any(words)]
    return ("" if look.language != "en" else " ").join(said)
