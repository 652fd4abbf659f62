"""Two editions of a definition beside each other: since when, why, by whom, and what differs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from scorecard.figures.difference import Difference, differences
from scorecard.text import Said
from ui.dialogs.frame import Frame
from ui.fields.editor import ChoiceField
from ui.forms.compared import compared
from ui.forms.definition import Context
from ui.forms.editions import Edition, editions
from ui.forms.versions import definition_of
from ui.look import Look
from ui.views.panel.subject import Subject
from ui.views.panel.wording import signed_by
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label
from ui.widgets.marked_text import MarkedText

WIDTH, HEIGHT, NAMES = 760, 360, 136
#: What is told of both editions, whether it differs or not.
HEADS = ("effective", "change", "signed")


class VersionCompare(Frame):
    """Begins with the editions `before` and `after`; others can be chosen."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        subject: Subject,
        every: Sequence[Edition],
        pair: tuple[str, str],
    ) -> None:
        title = Said("difference.title", {"name": subject.in_force.name})
        super().__init__(look, parent, title, WIDTH)
        self._subject, self._every = subject, {each.key: each for each in every}
        offered = [(each.key, each.words) for each in every]
        self.before, self.after = ChoiceField(look, offered), ChoiceField(look, offered)
        self._heads: dict[tuple[str, int], Label] = {}
        self._found: tuple[Difference, ...] = ()
        self._rows = QGridLayout()
        self._counted = Label(look, "", role="body_bold")
        self._lay_out()
        for field, key in zip((self.before, self.after), pair, strict=True):
            field.set_words(key)
            field.typed.connect(lambda _key: self._show())
        self._show()
        self.before.setFocus()

    @property
    def found(self) -> tuple[Difference, ...]:
        """What differs."""
        return self._found

    def copy_table(self) -> None:
        """Put both editions on the clipboard: a field a line, its old and its new text."""
        both = [self._every[field.words()] for field in (self.before, self.after)]
        say = self._look.say
        lines = [[say("difference.field"), *(self._look.tell(each.words) for each in both)]]
        lines += [
            [say(f"difference.{head}"), *(self._head(each, head) for each in both)]
            for head in HEADS
        ]
        lines += [[each.name, each.before, each.after] for each in self._found]
        flat = ["\t".join(" ".join(text.split()) for text in line) for line in lines]
        QGuiApplication.clipboard().setText("\n".join(flat))

    def _lay_out(self) -> None:
        self.add(self._head_grid())
        self.add(self._counted)
        content = QWidget()
        content.setObjectName("panel")
        content.setLayout(self._rows)
        self._rows.setContentsMargins(0, 4, 12, 4)
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(8)
        self._rows.setColumnMinimumWidth(0, NAMES)
        self._rows.setColumnStretch(1, 1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setMinimumHeight(HEIGHT)
        area.setAccessibleName(self._look.say("difference.list"))
        self.add(area)
        copy = Button(self._look, Said("glossary.copy"), icon="copy")
        close = Button(self._look, Said("window.close"), Kind.PRIMARY)
        copy.clicked.connect(lambda _on=False: self.copy_table())
        close.clicked.connect(self.accept)
        QShortcut(QKeySequence.StandardKey.Copy, self, self.copy_table)
        self.close_with([copy, close])

    def _head_grid(self) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, NAMES)
        for column, (name, field) in enumerate((("old", self.before), ("new", self.after)), 1):
            label = Label(self._look, Said(f"difference.{name}"), role="secondary", colour="text2")
            label.setBuddy(field)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        for row, head in enumerate(HEADS, 2):
            said = Said(f"difference.{head}")
            grid.addWidget(Label(self._look, said, role="secondary", colour="text2"), row, 0)
            for column in (1, 2):
                label = self._heads[head, column] = Label(self._look, "", wrap=True)
                grid.addWidget(label, row, column)
        return made

    def _show(self) -> None:
        both = [self._every[field.words()] for field in (self.before, self.after)]
        for column, each in enumerate(both, 1):
            for head in HEADS:
                self._heads[head, column].set_wording(self._head(each, head) or "–")
        self._found = self._differences(*both)
        key = "some" if self._found else "none"
        self._counted.set_wording(Said(f"difference.{key}", {"count": str(len(self._found))}))
        self._put_rows()

    def _head(self, edition: Edition, head: str) -> str:
        if head == "signed":
            return signed_by(self._subject.person(edition.by), edition.at, self._look)
        said = getattr(edition.version, head)
        return self._look.tell(said)

    def _differences(self, before: Edition, after: Edition) -> tuple[Difference, ...]:
        subject = self._subject
        old, new = (
            definition_of(subject.board, each.version, subject.org, subject.first_day)
            for each in (before, after)
        )
        return differences(compared(old, new, Context(subject.board, self._look.language)))

    def _put_rows(self) -> None:
        while item := self._rows.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        for row, each in enumerate(self._found):
            name = Label(self._look, each.name, role="secondary", colour="text2", wrap=True)
            name.setFixedWidth(NAMES)
            self._rows.addWidget(name, row, 0, top)
            self._rows.addWidget(MarkedText(self._look, each.pieces), row, 1, top)
        self._rows.setRowStretch(self._rows.rowCount(), 1)


def compare(
    look: Look, parent: QWidget, subject: Subject, newer: str = "", corrected: str = ""
) -> VersionCompare:
    """Open a comparison of the version `newer`, else of the newest one, with the one before; of
    the first one with how it stood before its correction. Where that of the time `corrected` is
    meant, with how it stood before that."""
    every = editions(subject.bridge.workspace, subject.kpi)
    before, after = _pair(every, newer, corrected)
    dialog = VersionCompare(look, parent, subject, every, (every[before].key, every[after].key))
    dialog.open()
    return dialog


def _pair(every: Sequence[Edition], newer: str, corrected: str) -> tuple[int, int]:
    stood = [at for at, each in enumerate(every) if each.until and each.until == corrected]
    if stood:
        return stood[0], stood[0] + 1
    counting = [at for at, each in enumerate(every) if not each.until]
    named = [at for at in counting if every[at].version.version == newer]
    after = min(max((named or counting)[-1], 1), len(every) - 1)
    earlier = [at for at in counting if at < after]
    return (earlier[-1] if earlier else max(after - 1, 0)), after
