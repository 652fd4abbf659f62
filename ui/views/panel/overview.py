"""The overview: why the line has its colour, its trend, what feeds it or costs it points."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scorecard.figures import Input, Parts
from scorecard.text import Said, in_both
from scorecard.vocabulary import Status
from ui.look import Look
from ui.views.panel.chart_slot import ChartSlot, caption
from ui.views.panel.fact_table import FactRow, FactTable
from ui.views.panel.scrolled import Scrolled
from ui.views.panel.subject import Subject
from ui.views.panel.wording import (
    DASH,
    change_shown,
    measure_change,
    measure_shown,
    signed_by,
)
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.note_box import NoteBox

COUNT, HEIGHT = 13, 240


class Overview(Scrolled):
    """What one reads first about a line; `add_requested` where it is a parent without any KPI."""

    add_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.why = NoteBox(look, Status.GREY)
        self.add = Button(look, Said("panel.add_kpi"), icon="plus", keys="Insert", small=True)
        self._heading = Label(look, Said("panel.trend"), role="body_bold")
        self.caption = Label(look, "", role="secondary", colour="text2", wrap=True)
        self._slot = ChartSlot(look, COUNT, HEIGHT)
        self.inputs = FactTable(look)
        self.lost = FactTable(look)
        self.flips = FactTable(look)
        self.parts = FactTable(look)
        self.share = Label(look, "", role="secondary", colour="text2", wrap=True)
        self._formula = Label(look, "", role="mono", colour="text2", wrap=True)
        self._changes = Label(look, "", role="secondary", colour="text2", wrap=True)
        self.takes = Label(look, "", wrap=True)
        said: tuple[QWidget, ...] = (self.why, self.add, self._changes, self.takes)
        drawn = (self._heading, self.caption, self._slot)
        tables = (self.inputs, self._formula, self.parts, self.share, self.lost, self.flips)
        for part in (*said, *drawn, *tables):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.add.clicked.connect(self.add_requested)

    def show_subject(self, subject: Subject) -> None:
        """Tell about another line."""
        line, panel = subject.line, subject.panel
        self.why.set_content(Said(f"panel.why.{line.status}"), panel.why, line.status)
        self._offer_kpi(subject)
        self._heading.setVisible(subject.trend is not None)
        self.caption.set_wording(caption(subject))
        self.caption.setVisible(bool(self.caption.text()))
        self._slot.show_subject(subject)
        self._changes.set_wording(self._since(subject))
        self._changes.setVisible(bool(self._changes.text()))
        self.takes.set_wording(subject.takes or "")
        self.takes.setVisible(subject.takes is not None)
        self._show_inputs(subject)
        self._show_parts(panel.parts)
        self._formula.set_wording(_formula(subject))
        self._formula.setVisible(bool(panel.substituted))
        points = Said("panel.lost.points")
        rows = [FactRow(name, (lost,)) for name, lost in panel.lost]
        self.lost.show_rows((Said("panel.lost"), points), rows)
        becomes = [FactRow(change, (self._look.tell(result),)) for change, result in panel.flips]
        self.flips.show_rows((Said("flip.heading"), Said("flip.becomes")), becomes)

    def _offer_kpi(self, subject: Subject) -> None:
        """A parent without a KPI shows nothing; say how it gets one."""
        self.add.setVisible(subject.cell is None and not any(subject.line.counts.values()))
        why = subject.bridge.read_only
        self.add.refuse(Said(f"trouble.{why.code}", {**why.facts}) if why is not None else None)

    def _show_inputs(self, subject: Subject) -> None:
        code = subject.board.settings.naming.label(subject.period)
        headings = (Said("panel.inputs"), code, Said("panel.input.change"))
        rows = [self._row(each, subject) for each in subject.panel.inputs]
        self.inputs.show_rows(headings, rows)

    def _show_parts(self, parts: Parts | None) -> None:
        """The units beside each other, with a line that adds them up."""
        rows: list[FactRow] = []
        if parts is not None:
            tell = self._look.tell
            told = [(each.name, each.value, each.share) for each in parts.rows]
            told.append((in_both("parts.sum"), parts.value, parts.share))
            rows = [FactRow(name, (tell(v) or DASH, share or DASH)) for name, v, share in told]
        headings = (Said("parts"), Said("parts.value"), Said("parts.share"))
        self.parts.show_rows(headings, rows)
        note = parts.note if parts is not None else None
        self.share.set_wording(note or "")
        self.share.setVisible(note is not None)

    def _row(self, each: Input, subject: Subject) -> FactRow:
        look, rounding = self._look, subject.board.settings.rounding
        now = measure_shown(each.value, each.unit, look, rounding)
        change = measure_change(each.value, each.previous, each.unit, look, rounding)
        return FactRow(each.name, (now, change), signed_by(subject.person(each.by), each.at, look))

    def _since(self, subject: Subject) -> str:
        """The changes since the period before and since last year; the one since the period
        before is said of a KPI by its reasons."""
        look, line = self._look, subject.line
        changes = {"last_year": line.last_year}
        if subject.cell is None:
            changes = {"previous": line.previous, **changes}
        said = [
            look.say(f"panel.since.{key}", change=change_shown(change, subject.cell, look))
            for key, change in changes.items()
            if change is not None and change_shown(change, subject.cell, look) != DASH
        ]
        return look.say("panel.comma").join(said)


def _formula(subject: Subject) -> str:
    """The formula with its numbers."""
    return f"= {subject.panel.substituted}" if subject.panel.substituted else ""
