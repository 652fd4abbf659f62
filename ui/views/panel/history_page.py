"""The steps that touched a line, newest first, in words: before → after, who, when."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.text import Said
from ui.look import Look
from ui.views.panel.scrolled import Scrolled
from ui.views.panel.steps import Imported, Told, told
from ui.views.panel.subject import Subject
from ui.widgets.button import Button, Kind
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label

PAGE = 20


class HistoryPage(Scrolled):
    """Shows the newest steps, and more where that is asked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._subject: Subject | None = None
        self._count = PAGE
        self._imported: Imported = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.more = Button(look, Said("panel.history.more"), small=True)
        self._none = EmptyState(
            look, "history", Said("panel.history.empty"), Said("panel.history.empty.sentence")
        )
        self.column.addLayout(self._list)
        self.column.addWidget(self.more)
        self.column.addWidget(self._none)
        self.column.addStretch(1)
        self.more.clicked.connect(self._on_more)

    def show_subject(self, subject: Subject) -> None:
        """Show the steps of another line."""
        if self._subject is None or self._subject.node != subject.node:
            self._count = PAGE
        self._subject = subject
        self._show(subject)

    @property
    def texts(self) -> list[str]:
        """What it says, line by line."""
        items = (self._list.itemAt(at) for at in range(self._list.count()))
        widgets = (item.widget() for item in items if item is not None)
        said = [widget.text() for widget in widgets if isinstance(widget, Label)]
        return [line for text in said for line in text.splitlines()]

    def _show(self, subject: Subject) -> None:
        self._clear()
        found = told(subject, self._look, self._count + 1, self._imported)
        for step in found[: self._count]:
            self._put(step)
        self.more.setVisible(len(found) > self._count)
        self._none.setVisible(not found)

    def _put(self, step: Told) -> None:
        look = self._look
        self._list.addWidget(Label(look, step.name, role="body_medium", wrap=True))
        if step.lines:  # one label: an import has many lines, and a label for each is slow
            self._list.addWidget(Label(look, "\n".join(step.lines), wrap=True))
        self._list.addWidget(Label(look, step.signed, role="secondary", colour="text2"))
        if step.version:
            self._list.addWidget(self._way_to_difference(step))
        space = QWidget()
        space.setFixedHeight(10)
        self._list.addWidget(space)

    def _way_to_difference(self, step: Told) -> Button:
        words = Said("difference.with", {"version": step.version})
        button = Button(self._look, words, Kind.LINK, small=True)
        button.clicked.connect(lambda _on=False: self._compare(step))
        return button

    def _compare(self, step: Told) -> None:
        from ui.views.panel.version_compare import compare  # few look at it

        if self._subject is not None:
            compare(self._look, self.window(), self._subject, step.version, step.corrected)

    def _clear(self) -> None:
        while item := self._list.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _on_more(self) -> None:
        self._count += PAGE
        if self._subject is not None:
            self._show(self._subject)
