"""From a word on the screen to what it means: as a tool tip, by a right click, by Shift+F1."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QMenu, QToolTip, QWidget

from scorecard.glossary import Term, term_on
from ui.heading import WORD
from ui.look import Look
from ui.widgets.plain_tip import long_tip


@runtime_checkable
class Worded(Protocol):
    """A control that says a sentence of ours; `word` is its key."""

    @property
    def word(self) -> str:
        """The key, empty where it says something else."""


def heard(window: QWidget, look: Look, event: QEvent) -> bool:
    """Whether an event that nothing in `window` took asked for a meaning, which was then told."""
    if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
        term = _term_at(window.childAt(event.pos()), event.globalPos())
        if term is not None:
            QToolTip.showText(event.globalPos(), long_tip(_told(term, look)), window)
    elif event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
        term = _term_at(window.childAt(event.pos()), event.globalPos())
        if term is not None:
            offer_meaning(term, look, window, event.globalPos())
    else:
        return False
    return term is not None


def explain_headings(head: QHeaderView, look: Look) -> None:
    """Have a right click on a heading lead to what it means, where the list below has a menu of
    its own."""
    head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    head.customContextMenuRequested.connect(lambda place: offer_heading(head, look, place))


def offer_heading(head: QHeaderView, look: Look, place: QPoint) -> None:
    """A menu for the heading at `place` that leads to what it means."""
    term = _of_section(head, head.logicalIndexAt(place))
    if term is not None:
        offer_meaning(term, look, head.window(), head.mapToGlobal(place))


def offer_meaning(term: Term, look: Look, window: QWidget, at: QPoint) -> None:
    """A menu of one entry, which opens the glossary at a term."""
    from ui.dialogs.glossary import show_glossary

    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    entry = menu.addAction(look.say("glossary.what", name=look.tell(term.name)))
    entry.setIcon(look.icon("info"))
    entry.triggered.connect(lambda _on=False: show_glossary(look, window, term.id))
    menu.popup(at)


def ask_meaning(look: Look, window: QWidget) -> None:
    """Open the glossary at the word that has the keyboard, or as it is where that has none."""
    from ui.dialogs.glossary import show_glossary

    term = _term_at(window.focusWidget())
    show_glossary(look, window, term.id if term is not None else "")


def _term_at(widget: QWidget | None, place: QPoint | None = None) -> Term | None:
    """The nearest term that a widget, or what it stands in, says: of a list that of the column,
    at `place` on the screen or where the keyboard is."""
    found = (_term_of(each, place) for each in _outward(widget))
    return next((term for term in found if term is not None), None)


def _outward(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = None if widget.isWindow() else widget.parentWidget()


def _term_of(widget: QWidget, place: QPoint | None) -> Term | None:
    if isinstance(widget, QHeaderView) and place is not None:
        return _of_section(widget, widget.logicalIndexAt(widget.mapFromGlobal(place)))
    if isinstance(widget, QAbstractItemView):
        at = widget.currentIndex()
        return _of_column(widget, at.column()) if place is None and at.isValid() else None
    if isinstance(widget, Worded):
        return term_on(widget.word)
    return _of_label(widget) if place is None else None


def _of_label(field: QWidget) -> Term | None:
    """What the label says that names a field."""
    labels = field.window().findChildren(QLabel) if field.focusPolicy() else []
    named = [label for label in labels if label.buddy() is field and isinstance(label, Worded)]
    return term_on(named[0].word) if named else None


def _of_section(head: QHeaderView, section: int) -> Term | None:
    return term_on(str(head.model().headerData(section, head.orientation(), WORD) or ""))


def _of_column(view: QAbstractItemView, column: int) -> Term | None:
    return term_on(str(view.model().headerData(column, Qt.Orientation.Horizontal, WORD) or ""))


def _told(term: Term, look: Look) -> str:
    return look.say("glossary.tip", name=term.name, meaning=term.meaning)
