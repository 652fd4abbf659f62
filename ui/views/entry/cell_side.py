"""The panel beside the sheet: what is to be known, said and done about the current cell."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from scorecard.entering.sheet import Row
from scorecard.entering.what_if import what_if
from scorecard.figures.closed import closed_said
from scorecard.figures.people import person_said
from scorecard.period import Period
from scorecard.text import Said
from scorecard.vocabulary import Status
from ui.bridge import Bridge
from ui.charts.trend_chart import TrendChart
from ui.fields.trouble_line import TroubleLine
from ui.look import Look, Wording
from ui.status_line import minute_of
from ui.views.entry.desk import Desk
from ui.views.entry.figures import figure_of
from ui.views.entry.meaning_box import MeaningBox, told_of
from ui.views.entry.reasons import Reasons
from ui.views.entry.recorder import Recorder
from ui.views.entry.side_parts import Keyed, NoteField, Rule
from ui.views.entry.wording import held_said, with_unit
from ui.widgets.label import Label

EDGE, CHART = 16, 220
#: What takes time follows the cell once the keys rest for so long, ms.
REST = 90


class CellSide(QScrollArea):
    """Follows a cell. `reason(words)` there is no number because; `noted(words)`; `repaired`: take
    what was meant; `kept`: it is right, because; `left`: back to the sheet; `reopened`: the period
    is to be opened again."""

    reason = Signal(str)
    noted = Signal(str)
    repaired = Signal()
    kept = Signal()
    left = Signal()
    reopened = Signal()

    def __init__(self, look: Look, bridge: Bridge, desk: Desk, recorder: Recorder) -> None:
        super().__init__()
        self._look, self._bridge, self._desk, self._recorder = look, bridge, desk, recorder
        self._row: Row | None = None
        self._period: Period | None = None
        self._text: str | None = None
        self._asks_reason = False
        self._content = QWidget()
        self.name = Label(look, "", role="h3", wrap=True)
        self._owner = Label(look, "", role="secondary", colour="text2")
        self._about = Label(look, "", role="secondary", colour="text2", wrap=True)
        self.signed = Label(look, "", role="secondary", colour="text2", wrap=True)
        self.shut = TroubleLine(look, "text2")
        self.doubt = TroubleLine(look, Status.AMBER)
        self._heading = Label(look, Said("entry.months"), role="body_medium")
        self.chart = TrendChart(look)
        self.meaning = MeaningBox(look)
        self._no_number = Keyed(look, Said("entry.no_number"), "Del")
        self.reasons = Reasons(look)
        self._not_zero = Label(
            look, Said("entry.not_zero"), role="secondary", colour="text2", wrap=True
        )
        self._note_head = Keyed(look, Said("entry.note"), "Ctrl ;")
        self.note = NoteField()
        self._later = QTimer(self, singleShot=True, interval=REST)
        self._later.timeout.connect(self._follow_slowly)
        self._lay_out()
        self._connect()

    def follow(self, row: Row | None, period: Period | None, text: str | None = None) -> None:
        """Follow another cell, or what is being typed in it."""
        self._row, self._period, self._text = row, period, text
        self._content.setVisible(row is not None)
        if row is not None:
            self._tell(row, period)
            self._later.start()

    def finish(self) -> None:
        """Show at once what would have waited for the keys to rest."""
        if self._later.isActive():
            self._later.stop()
            self._follow_slowly()

    def ask_reason(self) -> None:
        """Go to the reasons."""
        self.reasons.setCurrentRow(0)
        self.reasons.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(self.reasons)

    def _tell(self, row: Row, period: Period | None) -> None:
        language, measure = self._look.language, row.measure
        self.name.set_wording(measure.name.show(language) or measure.id)
        self._owner.set_wording(measure.owner)
        parts = (row.org, measure.source, measure.table_name)
        shown = [each if isinstance(each, str) else each.show(language) for each in parts]
        self._about.set_wording(self._look.say("panel.dot").join(filter(None, shown)))
        self._about.setVisible(any(shown))
        locked = period is None or self._desk.is_locked(row, period)
        editable = self._bridge.read_only is None and not locked
        for part in (self._no_number, self.reasons, self._not_zero, self._note_head, self.note):
            part.setVisible(editable)
        self.reasons.show_day(self._desk.due_day)
        note = "" if period is None else self._desk.board.notes.get((*row.place, period.code), "")
        if not self.note.hasFocus():
            self.note.setText(note)
        self.signed.set_wording(self._signed(row, period))
        self.signed.setVisible(bool(self.signed.text()))
        self._tell_shut(row, period)
        self._tell_doubt(row, period)

    def _tell_shut(self, row: Row, period: Period | None) -> None:
        """Say by whom the period was closed, and offer to open it again."""
        board, closing = self._desk.board, self._desk.closing(row, period)
        if closing is None:
            self.shut.show_question("", ())
            return
        label = board.settings.naming.label(Period.parse(closing.period))
        way = Said("month_end.reopen_named", {"period": label})
        editable = self._bridge.read_only is None
        self.shut.show_question(closed_said(board, closing), (way,) if editable else ())

    def _signed(self, row: Row, period: Period | None) -> str:
        """Who entered what stands in the cell, and when."""
        key = (*row.place, period.code if period is not None else "")
        board, workspace = self._desk.board, self._bridge.workspace
        there = period is not None and board.entry(*key) is not None
        told = workspace.provenance(key) if there else None
        if told is None:
            return ""
        by, at = told
        said = self._look.say("panel.signed", by=person_said(board, by), at=minute_of(at))
        return self._look.say("panel.entries.late", text=said) if self._desk.late(key) else said

    def _tell_doubt(self, row: Row, period: Period | None) -> None:
        if period is None:
            self.doubt.show_question("", ())
            return
        held, is_now = self._desk.held_of(row, period), period == self._desk.own(row)
        slip = self._desk.standing(row).slip if is_now else None
        if held is None and slip is None:
            self.doubt.show_question("", ())
            return
        said = held_said(held) if held is not None else slip.said if slip is not None else ""
        self.doubt.show_question(said, self._steps(row, period))

    def _steps(self, row: Row, period: Period) -> list[Wording]:
        """The ways out of a doubt: what was meant, and that it is right."""
        value, held = self._recorder.likely(row, period), self._desk.held_of(row, period)
        steps: list[Wording] = []
        if value is not None:
            shown = with_unit(value, row, self._desk, self._look)
            steps.append(Said("entry.take", {"value": shown}))
        if held is None or held.typed.choices:
            steps.append(Said("entry.keep"))
        return steps

    def _on_step(self, number: int) -> None:
        row, period = self._row, self._period
        if row is None or period is None:
            return
        has_repair = self._recorder.likely(row, period) is not None
        (self.repaired if has_repair and number == 0 else self.kept).emit()

    def _follow_slowly(self) -> None:
        row, period = self._row, self._period
        if row is None or period is None:
            self.meaning.show_told("", ())
            self.chart.hide()
            return
        nodes = self._desk.readers.get(row.place, ())
        evaluation = self._bridge.evaluation
        self.chart.show_figure(figure_of(evaluation, row, period, nodes, self._look))
        self.chart.show()
        self._tell_meaning(row, period, nodes)

    def _tell_meaning(self, row: Row, period: Period, nodes: tuple[str, ...]) -> None:
        """What is typed would mean; while nothing is, what stands there does."""
        before = self._bridge.evaluation
        typed = None
        if self._text:
            typed = self._recorder.meaning(row, period, self._text).value
        stands = self._desk.board.series_of(*row.place).get(period.number)
        value = stands if typed is None else typed
        if value is None:
            self.meaning.show_told("", ())
            return
        after = before if value == stands else what_if(before, row.place, period, value)
        shown = with_unit(value, row, self._desk, self._look)
        key = "entry.meaning.stands" if value == stands else "entry.meaning.if"
        told = tuple(told_of(before, after, nodes, self._look))
        self.meaning.show_told(self._look.say(key, value=shown), told)

    def _lay_out(self) -> None:
        self._content.setObjectName("panel")
        column = QVBoxLayout(self._content)
        column.setContentsMargins(EDGE, 12, EDGE, EDGE)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self._owner, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        parts: tuple[QWidget, ...] = (
            *(
                self._about,
                self.signed,
                self.shut,
                self.doubt,
                Rule(self._look),
                self._heading,
                self.chart,
                self.meaning,
            ),
            *(self._no_number, self.reasons, self._not_zero, self._note_head, self.note),
        )
        for part in parts:
            column.addWidget(part)
        self.chart.setFixedHeight(CHART)
        column.addStretch(1)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _connect(self) -> None:
        self.shut.chosen.connect(lambda _way: self.reopened.emit())
        self.doubt.chosen.connect(self._on_step)
        self.reasons.given.connect(self.reason)
        self.reasons.own.connect(self._own_reason)
        self.reasons.left.connect(self.left)
        self.note.left.connect(self._leave_note)
        self.note.returnPressed.connect(self._take_note)
        self._look.changed.connect(self._retell)
        self._retell()

    def _own_reason(self) -> None:
        """Ask in the line of the note why there is no number."""
        self._asks_reason = True
        self.note.clear()
        self.note.setPlaceholderText(self._look.say("entry.paste.ask.none"))
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self.note)

    def _take_note(self) -> None:
        text, told = self.note.text(), self.reason if self._asks_reason else self.noted
        if text.strip() or not self._asks_reason:
            self._leave_note()
            told.emit(text)

    def _leave_note(self) -> None:
        self._asks_reason = False
        self.left.emit()
        self._retell()

    def _retell(self) -> None:
        self.note.setPlaceholderText(self._look.say("entry.note.example"))
        self.note.setAccessibleName(self._look.say("entry.note"))
        self.follow(self._row, self._period)
