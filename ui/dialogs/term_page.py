"""One word of the glossary: its names, what it means, how it is meant here, words beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from scorecard.glossary import Term, terms
from scorecard.text import Said
from scorecard.vocabulary import Words
from ui.look import Look
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label


class TermPage(QScrollArea):
    """`term_requested(id)` is the wish to see another word."""

    term_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._term: Term | None = None
        self._content = content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(4, 4, 8, 4)
        self._column.setSpacing(8)
        self.links: list[Button] = []
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        look.changed.connect(lambda: self.show_term(self._term))

    @property
    def texts(self) -> list[str]:
        """What it says, line by line."""
        return [label.text() for label in self._content.findChildren(Label) if label.text()]

    def show_term(self, term: Term | None) -> None:
        """Show another word, or nothing."""
        self._term, self.links = term, []
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        if term is not None:
            self._show(term)
        self._column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _show(self, term: Term) -> None:
        chinese, english = term.name
        self._say(term.name, "h2")
        self._say(chinese if self._look.language == "en" else english, "secondary", "text2")
        self._column.addSpacing(4)
        self._say(term.meaning)
        if any(term.more):
            self._say(term.more, colour="text2")
        if term.aliases:
            names = self._look.say("panel.comma").join(term.aliases)
            self._say(Said("glossary.also", {"names": names}), "secondary", "text2")
        if term.see:
            self._column.addSpacing(4)
            self._say(Said("glossary.see"), "secondary_medium")
            for other in term.see:
                self._link(terms()[other])

    def _say(self, wording: Said | Words | str, role: str = "body", colour: str = "text") -> None:
        self._column.addWidget(Label(self._look, wording, role=role, colour=colour, wrap=True))

    def _link(self, other: Term) -> None:
        link = Button(self._look, other.name, Kind.LINK, small=True)
        link.clicked.connect(lambda _on=False: self.term_requested.emit(other.id))
        self.links.append(link)
        self._column.addWidget(link)
