"""Their names beside ours: a row for each name of the workbook, a choice in each row."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QWidget

from scorecard.exchange.mapping.questions import Question
from scorecard.text import Said
from scorecard.vocabulary import Status
from ui.look import Look
from ui.painting.shapes import paint_status
from ui.widgets.elided import Elided
from ui.widgets.label import Label
from ui.workbook.choices import Choices

#: So many names get a choice of their own, so many at once; those beyond keep what was found.
_MOST, _AT_ONCE = 300, 10
_SHAPE = 12
#: By how sure a match is, the shape in front of it.
_SHAPES = {"skip": Status.GREY, "new": Status.BLUE}


class QuestionsTable(QScrollArea):
    """`answered` tells the name and the option of a choice."""

    answered = Signal(str, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: list[_Row] = []
        self._asked: Sequence[Question] = ()
        self._is_looking = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._build)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._show_focused)
        self.verticalScrollBar().rangeChanged.connect(lambda *_range: self._settled.start())
        self.setWidgetResizable(True)
        self.setAccessibleName(look.say("window.workbook.matches"))

    @property
    def boxes(self) -> list[Choices]:
        """The choices that are there, from the top."""
        return [row.box for row in self._rows]

    def show_questions(self, asked: Sequence[Question]) -> None:
        """Show the names in the order of the workbook; of too many those that are open first.
        Rows that are there already only change."""
        if len(asked) > _MOST:
            asked = sorted(asked, key=lambda question: question.is_settled)[:_MOST]
        if [q.name for q in asked] != [q.name for q in self._asked]:
            self._begin()
        self._asked = asked
        for row, question in zip(self._rows, asked, strict=False):
            row.show_question(question)
        self._build()

    def focus_open(self) -> None:
        """Go to the next choice that nobody has made."""
        boxes = self.boxes
        current = next((at for at, box in enumerate(boxes) if box.hasFocus()), -1)
        places = [*range(current + 1, len(boxes)), *range(current + 1)]
        following = next((boxes[at] for at in places if boxes[at].is_open), None)
        self._is_looking = following is None and len(boxes) < len(self._asked)
        if following is not None:
            following.setFocus()
            self._settled.start()

    def _show_focused(self) -> None:
        """Keep what has the keyboard in sight: rows get their places only after they were made,
        and lose some of their room to what comes above them."""
        held = next((box for box in self.boxes if box.hasFocus()), None)
        if held is not None:
            self.ensureWidgetVisible(held)

    def _begin(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 3)
        self._grid.setRowStretch(_MOST, 1)
        self._rows = []
        self.setWidget(page)

    def _build(self) -> None:
        """Make the next rows; the others when the window has nothing else to do."""
        first = len(self._rows)
        for at, question in enumerate(self._asked[first : first + _AT_ONCE], first):
            row = _Row(self._look, question)
            row.lay(self._grid, at)
            row.box.chosen.connect(lambda option, row=row: self._tell(row, option))
            self._rows.append(row)
        if len(self._rows) < len(self._asked):
            self._timer.start()
        if self._is_looking:
            self.focus_open()

    def _tell(self, row: "_Row", option: object) -> None:
        self.answered.emit(row.box.question.name, option)


class _Row:
    """One name: how sure its match is as a shape, the name, the choice, and a word."""

    def __init__(self, look: Look, question: Question) -> None:
        self._shape = _Shape(look)
        self._name = Elided(look, question.name)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sure = Label(look, "", role="secondary")
        self.box = Choices(look, question)
        self._name.setBuddy(self.box)
        self.show_question(question)

    def show_question(self, question: Question) -> None:
        """Show the question as it stands now."""
        if question != self.box.question:
            self.box.show_question(question)
        usual = Status.GREEN if question.is_settled else Status.AMBER
        self._shape.show_status(_SHAPES.get(question.how, usual))
        self._sure.set_wording(Said(f"window.workbook.how.{question.how}"))
        self._sure.set_colour("text2" if question.is_settled else Status.AMBER)

    def lay(self, grid: QGridLayout, at: int) -> None:
        """Put it in a row of the grid."""
        for column, widget in enumerate((self._shape, self._name, self.box, self._sure)):
            grid.addWidget(widget, at, column)


class _Shape(QWidget):
    """How sure a match is, as shape and colour; the word stands at the end of the row."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._status = look, Status.GREY
        self.setFixedSize(QSize(_SHAPE + 4, _SHAPE + 4))

    def show_status(self, status: Status) -> None:
        """Show another shape."""
        self._status = status
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape."""
        painter = QPainter(self)
        box = self.rect().adjusted(2, 2, -2, -2)
        paint_status(painter, box.toRectF(), self._status, self._look.palette)
