"""The filters at the left: departments, perspectives, themes, each with what it would show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from scorecard.catalogue.finding import Asked, Facet, counts
from scorecard.catalogue.library import library
from scorecard.text import Said
from scorecard.vocabulary import Category
from ui.look import Look
from ui.widgets.choice_list import INSET, Choice, ChoiceList
from ui.widgets.label import Label


class Facets(QScrollArea):
    """`chosen` when a filter was chosen; `asked` says which ones are."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.lists = {
            facet: ChoiceList(look, Said(f"library.facet.{facet}"), _choices(facet))
            for facet in Facet
        }
        content = QWidget()
        content.setObjectName("page")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(4)
        for facet, shown in self.lists.items():
            words = Said(f"library.facet.{facet}")
            heading = Label(look, words, role="secondary_medium", colour="text2")
            heading.setIndent(INSET)
            heading.setBuddy(shown)
            column.addSpacing(8)
            column.addWidget(heading)
            column.addWidget(shown)
            shown.currentRowChanged.connect(lambda _row: self.chosen.emit())
        column.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def asked(self, text: str) -> Asked:
        """What is looked for: the filters, with what was typed."""
        keys = {facet.value: shown.current for facet, shown in self.lists.items()}
        return Asked(text, **keys)

    def show_counts(self, asked: Asked) -> None:
        """Say at each choice how many templates it would show."""
        for facet, shown in self.lists.items():
            shown.show_counts(counts(asked, facet))

    def clear(self) -> None:
        """Filter nothing, told once."""
        for shown in self.lists.values():
            shown.blockSignals(True)
            shown.setCurrentRow(0)
            shown.blockSignals(False)
            shown.viewport().update()
        self.chosen.emit()


def _choices(facet: Facet) -> list[Choice]:
    every = Choice("", Said("library.every"))
    if facet is Facet.CATEGORY:
        return [every, *(Choice(c.value, Said(f"perspective.{c}")) for c in Category)]
    shelves = library().departments if facet is Facet.DEPARTMENT else library().themes
    return [every, *(Choice(shelf.id, shelf.name) for shelf in shelves)]
