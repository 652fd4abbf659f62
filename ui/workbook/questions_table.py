"""Their names beside ours: a row for each name of the workbook, a choice in each row."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QWidget

from scorecard.exchange.mapping.questions import Option, Question
from scorecard.text import Said
from scorecard.vocabulary import Status
from ui.fields.editor import ChoiceField
from ui.look import Look
from ui.painting.shapes import paint_status
from ui.widgets.label import Label

#: So many names get a choice of their own; those beyond keep what was found for them.
_MOST = 300
_SHAPE, _POPUP = 12, 360
#: By how sure a match is, the shape in front of it.
_SHAPES = {"near": Status.AMBER, "unknown": Status.AMBER, "computed": Status.AMBER}
_QUIET = {"skip": Status.GREY, "new": Status.BLUE}


class QuestionsTable(QScrollArea):
    """`answered` tells the name and the option of a choice."""

    answered = Signal(str, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.boxes: list[Choices] = []
        self.setWidgetResizable(True)
        self.setAccessibleName(look.say("window.workbook.matches"))

    def show_questions(self, asked: Sequence[Question]) -> None:
        """Show the names in the order of the workbook; of too many those that are open."""
        ordered = asked
        if len(asked) > _MOST:
            ordered = sorted(asked, key=lambda question: question.is_settled)[:_MOST]
        page = QWidget()
        page.setObjectName("page")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 2)
        self.boxes = [self._row(grid, at, question) for at, question in enumerate(ordered)]
        grid.setRowStretch(len(ordered), 1)
        self.setWidget(page)

    def focus_open(self) -> None:
        """Go to the next choice that nobody has made."""
        current = next((at for at, box in enumerate(self.boxes) if box.hasFocus()), -1)
        places = [*range(current + 1, len(self.boxes)), *range(current + 1)]
        following = next((self.boxes[at] for at in places if self.boxes[at].is_open), None)
        if following is not None:
            following.setFocus()
            self.ensureWidgetVisible(following)

    def _row(self, grid: QGridLayout, at: int, question: Question) -> "Choices":
        box = Choices(self._look, question)
        name = Label(self._look, question.name)
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sure = Said(f"window.workbook.how.{question.how}")
        tone = "text2" if question.is_settled else Status.AMBER
        grid.addWidget(_Shape(self._look, question), at, 0)
        grid.addWidget(name, at, 1)
        grid.addWidget(box, at, 2)
        grid.addWidget(Label(self._look, sure, role="secondary", colour=tone), at, 3)
        name.setBuddy(box)
        box.chosen.connect(lambda option, told=question: self.answered.emit(told.name, option))
        return box


class Choices(ChoiceField):
    """The answers to one question; the wheel does not change one that is only passed by."""

    chosen = Signal(object)

    def __init__(self, look: Look, question: Question) -> None:
        choices = [(str(at), _said(look, o)) for at, o in enumerate(question.options)]
        super().__init__(look, choices)
        self._question = question
        self.is_open = not question.is_settled
        self.setPlaceholderText(look.say("window.workbook.choose"))
        self.setCurrentIndex(-1 if question.chosen is None else question.chosen)
        self.setMinimumContentsLength(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view().setMinimumWidth(_POPUP)
        self.setAccessibleName(look.say("window.workbook.match_of", name=question.name))
        self.setAccessibleDescription(look.say(f"window.workbook.how.{question.how}"))
        self.activated.connect(lambda at: self.chosen.emit(question.options[at]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space leaves the row out, as one goes through them."""
        last = len(self._question.options) - 1
        if event.key() == Qt.Key.Key_Space and self._question.options[last].choice.skip:
            self.chosen.emit(self._question.options[last])
        else:
            super().keyPressEvent(event)


class _Shape(QWidget):
    """How sure a match is, as shape and colour; the word stands at the end of the row."""

    def __init__(self, look: Look, question: Question) -> None:
        super().__init__()
        self._look = look
        open_one = Status.AMBER if not question.is_settled else Status.GREEN
        self._status = _QUIET.get(question.how, _SHAPES.get(question.how, open_one))
        self.setFixedSize(QSize(_SHAPE + 4, _SHAPE + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape."""
        painter = QPainter(self)
        box = self.rect().adjusted(2, 2, -2, -2)
        paint_status(painter, box.toRectF(), self._status, self._look.palette)


def _said(look: Look, option: Option) -> str:
    words = look.tell(option.said)
    return f"{words}　{option.beside}" if option.beside else words
