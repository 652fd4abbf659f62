"""The archived lines of a document, and the way to have them back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from scorecard.commands.archive import Archived
from scorecard.text import Said
from ui.dialogs.frame import Frame
from ui.look import Look
from ui.widgets.button import Button, Kind

#: Brings lines back; gives the sentence that says why not, or nothing.
Restore = Callable[[tuple[str, ...]], str]
_ID = Qt.ItemDataRole.UserRole


class ArchivedLines(Frame):
    """Lists them, the newest first; several may be restored in one step."""

    def __init__(
        self, look: Look, parent: QWidget | None, lines: tuple[Archived, ...], restore: Restore
    ) -> None:
        super().__init__(look, parent, Said("window.archived.title"), 520)
        self._restore = restore
        self.list = QListWidget()
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(look.say("window.archived.title"))
        self.list.setMinimumHeight(200)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for line in lines:
            item = QListWidgetItem(self._said(line), self.list)
            item.setData(_ID, line.node)
        close, self.restore_button = (
            Button(look, Said("window.close")),
            Button(look, Said("window.archived.restore"), Kind.PRIMARY),
        )
        if lines:
            self.add(self.list)
            self.list.setCurrentRow(0)
        else:
            self.say(Said("window.archived.none"))
        self.refusal = self.say("", role="secondary")
        self.refusal.setProperty("tone", "error")
        self.refusal.hide()
        self.restore_button.setVisible(bool(lines))
        close.clicked.connect(self.reject)
        self.restore_button.clicked.connect(self.try_it)
        self.list.itemActivated.connect(lambda _item: self.try_it())
        self.close_with([close, self.restore_button])
        self.list.setFocus()

    def try_it(self) -> None:
        """Restore what is selected and close, or say why not."""
        nodes = tuple(str(item.data(_ID)) for item in self.list.selectedItems())
        sentence = self._restore(nodes) if nodes else ""
        if sentence:
            self.refusal.set_wording(sentence)
            self.refusal.show()
        elif nodes:
            self.accept()

    def _said(self, line: Archived) -> str:
        """Its name, since when, and where it stood, the nearest first."""
        language = self._look.language
        said = self._look.say(
            "window.archived.line", name=line.name.show(language), period=line.start
        )
        for above in reversed(line.way):
            said = self._look.say("window.archived.way", line=said, way=above.show(language))
        return said
