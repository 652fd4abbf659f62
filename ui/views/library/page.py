"""The page: filters at the left, the list in the middle, one template at the right."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from scorecard.catalogue.finding import Asked, found
from scorecard.catalogue.library import library
from scorecard.catalogue.matching import Standing
from scorecard.catalogue.template import Template
from scorecard.commands.add_kpis import AddKpis, Outcome, star_notes
from scorecard.commands.new_scorecard import beginning
from scorecard.model.edits import Edit
from scorecard.text import Said
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Frequency
from ui.bridge import Bridge
from ui.look import Look
from ui.selection import Selection
from ui.views.library.facets import Facets
from ui.views.library.preview import Preview
from ui.views.library.table import TemplateTable
from ui.views.library.where import Where
from ui.widgets.button import Button, Kind
from ui.widgets.column import column
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.search_field import SearchField

LEFT, RIGHT, NARROW_LEFT, NARROW_RIGHT, WIDE, HEAD = 232, 408, 192, 336, 1240, 40
#: What an edit has to touch for other templates to be there, or other places to be offered.
_CONCERNED = {"measure", "kpi_version", "node", "org", "setting"}


class LibraryPage(QWidget):
    """The KPI library beside one document. `page_requested(key)` is the wish to see another page:
    what is taken from the library is to be governed."""

    page_requested = Signal(str)

    def __init__(self, bridge: Bridge, selection: Selection, look: Look) -> None:
        super().__init__()
        self._bridge, self._selection, self._look = bridge, selection, look
        self.search = SearchField(look, Said("library.search"))
        self.facets, self.table = Facets(look), TemplateTable(look)
        self.preview, self.where = Preview(look), Where(look)
        self.governance = Button(look, Said("governance.link"), Kind.LINK, icon="shield-check")
        self._counted = Label(look, "", role="secondary", colour="text2")
        self._nothing = EmptyState(
            look,
            "search",
            Said("library.empty.title"),
            Said("library.empty.sentence"),
            Said("window.clear"),
        )
        self._standing = Standing(bridge.board, library())
        self._is_stale = True
        self._listed = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def asked(self) -> Asked:
        """What is looked for."""
        return self.facets.asked(self.search.text())

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return (self.search, self.facets, self.table, self.preview, self.where)

    def go_to_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def copy_table(self) -> None:
        """Put the chosen rows on the clipboard, all where only one is chosen."""
        rows = self.table.chosen_rows
        every = range(len(self.table.templates.rows))
        text = self.table.templates.table_text(rows if len(rows) > 1 else every)
        QGuiApplication.clipboard().setText(text)

    def show_template(self, template: str) -> None:
        """Go to a template; filters that hide it are cleared."""
        if not self.table.choose(template):
            self.clear()
            self.table.choose(template)

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.facets.clear()

    def add(self) -> None:
        """Add what is chosen to the scorecard, or have the window say why not."""
        templates = self._addable()
        if templates and self._bridge.read_only is None:
            self._bridge.ask(self.where.command(templates, self._bridge.board, self._start()))

    def showEvent(self, event: QShowEvent) -> None:
        """See what was changed meanwhile; what is typed at once is looked for."""
        super().showEvent(event)
        if self._is_stale:
            self._refresh()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: object) -> None:
        """The sides give room to the list in a narrow window."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # a resize event
        is_wide = self.width() >= WIDE
        widths = (LEFT, RIGHT) if is_wide else (NARROW_LEFT, NARROW_RIGHT)
        for side, width in zip(self._parts[::2], widths, strict=True):
            side.setFixedWidth(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the lines between the parts."""
        colours, painter = self._look.palette, QPainter(self)
        painter.fillRect(self.rect(), colours.surface)
        left, _, right = self._parts
        painter.fillRect(QRectF(left.geometry().right() + 1, 0, 1, self.height()), colours.line)
        painter.fillRect(QRectF(right.geometry().left() - 1, 0, 1, self.height()), colours.line)

    def _lay_out(self) -> None:
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(12, 0, 12, 0)
        line.addWidget(self._counted)
        line.addStretch(1)
        line.addWidget(self.governance)
        head.setFixedHeight(HEAD)
        for widget in (self.table, self._nothing):
            self._listed.addWidget(widget)
        left, middle, right = self._parts = (
            column(_framed(self.search), self.facets),
            column(head, self._listed),
            column(self.preview, self.where),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(left)
        row.addWidget(middle, 1)
        row.addWidget(right)

    def _connect(self) -> None:
        self.governance.clicked.connect(lambda _on=False: self.page_requested.emit("governance"))
        self.search.textChanged.connect(lambda _text: self._look_for())
        self.search.returnPressed.connect(self.table.setFocus)
        self.facets.chosen.connect(self._look_for)
        self.table.moved.connect(self._tell)
        self.table.entered.connect(self.add)
        self.where.add_requested.connect(self.add)
        self.where.changed.connect(self._tell_outcome)
        self.preview.related_requested.connect(self.show_template)
        self._nothing.action_requested.connect(self.clear)
        self._bridge.changed.connect(self._on_changed)
        self._look.changed.connect(self._tell_outcome)

    def _on_changed(self, edits: tuple[Edit, ...]) -> None:
        if any(edit.table in _CONCERNED for edit in edits):
            self._is_stale = True
            if self.isVisible():
                self._refresh()

    def _refresh(self) -> None:
        """Look at the document anew."""
        self._is_stale = False
        board = self._bridge.board
        self._standing = Standing(board, library())
        templates = library().templates.values()
        there = {each.id for each in templates if self._standing.kpi(each) is not None}
        self.table.templates.show_there(there)
        self.where.offer(board)
        self._look_for()

    def _look_for(self) -> None:
        rows = found(self.asked)
        self.facets.show_counts(self.asked)
        self._listed.setCurrentWidget(self.table if rows else self._nothing)
        self._counted.set_wording(Said("library.counted", {"count": str(len(rows))}))
        self.table.show_rows(rows)

    def _tell(self) -> None:
        self.preview.show_templates(self.table.chosen, self._standing)
        self._tell_outcome()

    def _tell_outcome(self) -> None:
        """Say at the foot what adding would do."""
        templates = self._addable()
        if self._bridge.read_only is not None:
            trouble = self._bridge.read_only
            self._refuse(Said(f"trouble.{trouble.code}", {**trouble.facts}))
        elif not self.table.chosen:
            self._refuse(Said("library.nothing_chosen"))
        elif not templates:
            self._refuse(Said("library.all_there"))
        else:
            self._tell_adding(templates)

    def _tell_adding(self, templates: list[Template]) -> None:
        command = self.where.command(templates, self._bridge.board, self._start())
        if not isinstance(command, AddKpis):
            self.where.tell(Said("library.begins"), None, len(templates))
            return
        try:
            outcome = command.outcome(self._bridge.board)
        except Refused as refusal:
            self._refuse(_sentence(refusal.troubles[0]))
            return
        self.where.tell(self._told(outcome), None, len(templates))

    def _told(self, outcome: Outcome) -> str:
        counts = {"new": len(outcome.measures), "same": len(outcome.reused)}
        facts = {"start": self._start(), **{key: str(n) for key, n in counts.items()}}
        notes = [*outcome.notes, *star_notes(self._bridge.board.after(outcome.edits))]
        said = [self._look.say("library.outcome", **facts)]
        said += [self._look.tell(_sentence(note)) for note in notes]
        return "\n".join(said)

    def _refuse(self, why: Said) -> None:
        self.where.tell(why, why, max(len(self.table.chosen), 1))

    def _addable(self) -> list[Template]:
        """Those of the chosen that have no line for the unit yet."""
        org, nodes = self.where.unit.words(), self._bridge.board.nodes.values()
        placed = {node.kpi for node in nodes if node.kpi and node.org == org}
        return [each for each in self.table.chosen if self._standing.kpi(each) not in placed]

    def _start(self) -> str:
        calendar = self._bridge.board.settings.calendar
        if not self._bridge.board.nodes:
            return beginning(self._bridge.today(), calendar.fiscal_start)
        return calendar.containing(self._bridge.today(), Frequency.YEAR).code


def _sentence(trouble: Trouble) -> Said:
    return Said(f"trouble.{trouble.code}", {**trouble.facts})


def _framed(field: QWidget) -> QWidget:
    """A field with the room around it that its ring needs."""
    made = column(field)
    made.setContentsMargins(16, 12, 12, 4)
    return made
