"""The head of the panel: name, id and version; the number, its status, target, gap, attainment."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from scorecard.narrow import narrow_change, narrow_target
from scorecard.shown import Shown, attainment_of
from scorecard.shown_scores import score_of
from scorecard.text import Said
from scorecard.vocabulary import Status
from ui.forms.kept import Kept
from ui.look import Look, Wording
from ui.painting.words import is_cut
from ui.views.panel.big_number import BigNumber
from ui.views.panel.name_line import NameLine
from ui.views.panel.star_button import StarButton
from ui.views.panel.subject import Subject
from ui.views.panel.wording import (
    draft_tip,
    gap,
    gap_shown,
    id_of,
    large_shown,
    target_shown,
    value_shown,
)
from ui.widgets.button import Button, Kind
from ui.widgets.elided import Elided
from ui.widgets.label import Label
from ui.widgets.plain_tip import set_tip
from ui.widgets.status_pill import StatusPill

FACTS = ("target", "gap", "attainment")
#: A target with its unit that is wider is shown without it, px.
WIDE = 120
#: The panel as it starts, px.
PANEL = 415
#: Between parts one below the other, beside each other, and that have nothing in common, px.
SMALL_GAP, GAP, WIDE_GAP = 4, 8, 16


class Head(QWidget):
    """Follows the subject it is given; `define_requested` is the wish to see the definition.

    Status and period stand beside the number; below it where one of them would be cut there.
    """

    define_requested = Signal()
    close_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._subject: Subject | None = None
        self._name = NameLine(look)
        self._id = Label(look, "", role="mono", colour="text2")
        self.version = _Tag(look)
        self.star = StarButton(look)
        self._define = Button(look, Said("panel.define"), Kind.QUIET, icon="pencil", small=True)
        self._close = Button(
            look, Said("panel.close"), Kind.QUIET, icon="panel-right-close", small=True
        )
        self.number = BigNumber(look)
        self.pill = StatusPill(look, Status.GREY)
        self._when = Label(look, "", role="secondary", colour="text2")
        self.facts = {key: Elided(look, "", role="secondary_bold") for key in FACTS}
        self._fact_names = {
            key: Label(look, Said(f"panel.{key}"), role="secondary", colour="text2")
            for key in FACTS
        }
        self._standing, self._facts = QWidget(), QWidget()
        self._standing_box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._standing)
        self._beside, self._below = QHBoxLayout(), QHBoxLayout()
        self._lay_out()
        self._define.clicked.connect(self.define_requested)
        self._close.clicked.connect(self.close_requested)
        self.star.clicked.connect(self._on_star)

    def show_subject(self, subject: Subject) -> None:
        """Show another line."""
        self._subject = subject
        look, line, cell = self._look, subject.line, subject.cell
        self._name.set_wording(line.name)
        set_tip(self._name, look.tell(line.name))
        self._id.set_wording(id_of(line, look))
        self.star.set_starred(line.node.star, editable=subject.bridge.read_only is None)
        self._define.setVisible(cell is not None)
        self._show_number(subject)
        self.pill.set_status(line.status)
        self._when.set_wording(_when(subject))
        self._show_facts(subject)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for the status beside the number, or no longer."""
        super().resizeEvent(event)
        self._arrange()

    def mark_draft(self, kept: Kept | None) -> None:
        """Show the version, and beside it whether there is a draft of the definition. That stands
        in the place of the id, so that the name keeps its lines and the form its height."""
        cell = self._subject.cell if self._subject is not None else None
        version = cell.version.version if cell is not None else ""
        self.version.setMinimumWidth(0)
        self.version.show_version(version, None)
        drafted = bool(version) and kept is not None
        self._id.setVisible(not drafted)
        if drafted:
            room = self._id.sizeHint().width() + GAP + self.version.sizeHint().width()
            self.version.show_version(version, kept)
            self.version.setMinimumWidth(room)

    def _show_number(self, subject: Subject) -> None:
        look, line, cell = self._look, subject.line, subject.cell
        if cell is None:
            self.number.show_score(score_of(line.score), line.counts)
        else:
            shown = large_shown(cell, look)
            missing = shown is None
            self.number.show_value(
                shown or Shown(look.say("panel.missing")), quiet=missing, stale=line.stale
            )
            set_tip(self.number, str(value_shown(cell, look) or ""))

    def _show_facts(self, subject: Subject) -> None:
        look, cell = self._look, subject.cell
        texts = dict.fromkeys(FACTS, "")
        worse, target, missed = False, "", ""
        if cell is not None:
            difference = gap(cell)
            worse = difference is not None and difference.better is False
            target = target_shown(cell, look)
            missed = gap_shown(difference, cell, look)
            room = self._room_of_facts()
            # A long unit stands with the value.
            is_wide = is_cut(target, room, "secondary_bold")
            texts["target"] = narrow_target(cell, look.language) if is_wide else target
            is_wide = is_cut(missed, room, "secondary_bold")
            texts["gap"] = narrow_change(difference, cell, look.language) if is_wide else missed
            attained = attainment_of(cell)
            texts["attainment"] = f"{attained[:-1]} %" if attained.endswith("%") else attained
        for key, label in self.facts.items():
            label.set_wording(texts[key])
            label.set_colour(subject.line.status if key == "gap" and worse else "text")
            label.setVisible(bool(texts[key]))
            self._fact_names[key].setVisible(bool(texts[key]))
        set_tip(self.facts["target"], target)
        set_tip(self.facts["gap"], missed)

    def _room_of_facts(self) -> float:
        """How wide a fact may be beside the number, in a panel as it starts, px."""
        names = max(name.sizeHint().width() for name in self._fact_names.values())
        beside = self.number.sizeHint().width() + WIDE_GAP + names + GAP
        return min(WIDE, PANEL - 2 * WIDE_GAP - beside)

    def _on_star(self) -> None:
        from scorecard.commands.line import StarLines

        if self._subject is not None:
            node = self._subject.line.node
            self._subject.bridge.ask(StarLines((node.id,), not node.star))

    def _arrange(self) -> None:
        parts = (self.number, self.pill, self._when, self._facts)
        number, pill, when, facts = (part.sizeHint().width() for part in parts)
        wanted = number + max(pill, when) + facts + 2 * WIDE_GAP
        is_below = wanted > self.contentsRect().width() - 2 * WIDE_GAP
        direction = (
            QBoxLayout.Direction.LeftToRight if is_below else QBoxLayout.Direction.TopToBottom
        )
        if direction is not self._standing_box.direction():
            self._standing_box.setDirection(direction)
            self._standing_box.setSpacing(GAP if is_below else SMALL_GAP)
            if is_below:
                self._below.insertWidget(0, self._standing)
            else:
                self._beside.insertWidget(1, self._standing, 0, Qt.AlignmentFlag.AlignVCenter)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, 8)
        column.setSpacing(8)
        column.addLayout(self._top_row())
        self._fill_parts()
        self._beside.addWidget(self.number)
        self._beside.addWidget(self._standing, 0, Qt.AlignmentFlag.AlignVCenter)
        self._beside.addStretch(1)
        self._beside.addWidget(self._facts)
        self._below.addStretch(1)
        column.addLayout(self._beside)
        column.addLayout(self._below)

    def _top_row(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for widget in (self._name, self._id, self.version):
            top.addWidget(widget)
        top.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self.star, self._define, self._close):
            buttons.addWidget(button)
        top.addLayout(buttons)
        return top

    def _fill_parts(self) -> None:
        self._standing_box.setContentsMargins(0, 0, 0, 0)
        self._standing_box.setSpacing(SMALL_GAP)
        self._standing_box.addWidget(self.pill)
        self._standing_box.addWidget(self._when)
        facts = QGridLayout(self._facts)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setHorizontalSpacing(GAP)
        facts.setVerticalSpacing(0)
        for row, key in enumerate(FACTS):
            facts.addWidget(self._fact_names[key], row, 0)
            facts.addWidget(self.facts[key], row, 1, Qt.AlignmentFlag.AlignRight)
        self._beside.setSpacing(WIDE_GAP)


class _Tag(Label):
    """The version in a thin outline."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", role="mono", colour="text2")
        self.setContentsMargins(8, 2, 8, 2)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_version(self, version: str, kept: Kept | None) -> None:
        """Show a version, and whether something is being written; hidden without a version."""
        drafted = bool(version) and kept is not None
        said = Said("panel.version.draft", {"version": version}) if drafted else version
        self.set_wording(said)
        self.setVisible(bool(version))
        tip = draft_tip(kept) if drafted and kept is not None else ""
        set_tip(self, self._look.tell(tip))
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._look.tell(tip))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the outline, then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.palette.line2, 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.end()
        super().paintEvent(event)


def _when(subject: Subject) -> Wording:
    line, cell, naming = subject.line, subject.cell, subject.board.settings.naming
    if line.stale and cell is not None:
        return Said("panel.carried", {"period": naming.label(cell.period)})
    facts = {"period": naming.label(subject.evaluation.view.period)}
    if subject.evaluation.view.upto:
        return Said("panel.when.upto", {**facts})
    if cell is None:
        return facts["period"]
    return Said("panel.when", {**facts, "kind": Said(f"panel.frequency.{cell.version.frequency}")})
