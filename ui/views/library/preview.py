"""What the right side tells of a template: what it is, what it needs, what goes wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from scorecard.catalogue.library import library, monthly
from scorecard.catalogue.matching import Standing
from scorecard.catalogue.template import Template
from scorecard.text import Said
from scorecard.vocabulary import Words
from ui.library_words import (
    DASH,
    aim_words,
    example_words,
    formula_words,
    shelves_of,
    target_words,
    unit_words,
)
from ui.look import Look, Wording
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label

PADDING, GAP = 16, 12


class Preview(QScrollArea):
    """Shows one template; `related_requested` with the id of a neighbour that was clicked."""

    related_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Sequence[Template], Standing] | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.retell)

    def show_templates(self, templates: Sequence[Template], standing: Standing) -> None:
        """Tell of a template, or of several that were chosen together."""
        self._shown = (templates, standing)
        self.retell()

    def retell(self) -> None:
        """Take words from the look again."""
        self.setAccessibleName(self._look.say("library.preview"))
        if self._shown is None:
            return
        templates, standing = self._shown
        sheet = _Sheet(self._look)
        if len(templates) == 1:
            self._tell(sheet, templates[0], standing)
        elif templates:
            self._tell_several(sheet, templates)
        sheet.finish()
        self.setWidget(sheet)

    def _tell(self, sheet: "_Sheet", template: Template, standing: Standing) -> None:
        version, look = template.version, self._look
        sheet.head(template.name, self._where(template))
        if standing.kpi(template) is not None:
            sheet.say(Said("library.there.sentence"), "text2")
        sheet.section("definition", version.definition)
        sheet.section("formula", formula_words(template, look), role="formula")
        sheet.heading("measures")
        for measure in template.measures:
            sheet.say(self._measure(measure, standing), "text")
        sheet.section("target", self._target(template))
        sheet.section("frequency", self._frequency(template))
        if any(template.kept):
            sheet.section("kept", template.kept)
        sheet.section("good", template.good)
        sheet.section("pitfall", version.pitfall)
        sheet.section("example", example_words(template, look))
        sheet.heading("related")
        for related in version.related:
            name = library().templates[related].name
            button = Button(look, Said("library.related", {"id": related, "name": name}), Kind.LINK)
            button.clicked.connect(
                lambda _on=False, related=related: self.related_requested.emit(related)
            )
            sheet.add(button)

    def _tell_several(self, sheet: "_Sheet", templates: Sequence[Template]) -> None:
        sheet.head(Said("library.several", {"count": str(len(templates))}), "")
        for template in templates:
            sheet.say(Said("library.related", {"id": template.id, "name": template.name}), "text")

    def _where(self, template: Template) -> str:
        shelves = shelves_of(template)
        perspective = self._look.say(f"perspective.{template.version.category}")
        parts = (self._look.tell(shelves.department), perspective, self._look.tell(shelves.theme))
        return f"{template.id}　{' · '.join(parts)}"

    def _measure(self, measure: str, standing: Standing) -> Wording:
        model = library().measures[measure]
        match = standing.measure(model)
        unit = unit_words(model.unit, self._look)
        facts: dict[str, str | Words] = {"name": model.name, "unit": unit}
        if match.same is not None:
            return Said("library.measure.same", {**facts, "name": match.same.name})
        if match.other is not None:
            other = unit_words(match.other.unit, self._look)
            return Said("library.measure.other", {**facts, "other": other})
        return Said("library.measure.new", facts)

    def _target(self, template: Template) -> str:
        version, look = template.version, self._look
        way = look.say(f"panel.direction.{version.direction}")
        if version.amber:
            limit = aim_words(version.amber, version.unit, look)
            way = look.say("library.amber", way=way, limit=limit)
        lines = [target_words(template.target, version.unit, look), way]
        if template.target is not None and version.unit != "%":
            unit = unit_words(version.unit, look)
            lines[0] = look.say("library.target", target=lines[0], unit=unit)
        if template.company_target is not None:
            company = target_words(template.company_target, version.unit, look)
            lines.append(look.say("library.company_target", target=company))
        return "\n".join(lines if lines[0] != DASH else lines[1:])

    def _frequency(self, template: Template) -> str:
        own = template.version.frequency
        words = self._look.say(f"panel.frequency.{own}")
        if monthly(own) is own:
            return words
        return self._look.say("library.frequency.monthly", own=words)


class _Sheet(QWidget):
    """Headings and paragraphs, one below the other."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        self._column.setSpacing(4)

    def head(self, title: Wording, below: str) -> None:
        """What it is called, and where it stands."""
        self._column.addWidget(Label(self._look, title, role="h2", wrap=True))
        if below:
            self.say(below, "text2", role="secondary")

    def section(self, key: str, wording: Wording, *, role: str = "body") -> None:
        """A heading with its paragraph."""
        self.heading(key)
        self.say(wording, "text", role=role)

    def heading(self, key: str) -> None:
        """The heading of a section."""
        self._column.addSpacing(GAP)
        words = Said(f"library.section.{key}")
        self._column.addWidget(Label(self._look, words, role="secondary_medium", colour="text2"))

    def say(self, wording: Wording, colour: str, *, role: str = "body") -> None:
        """A paragraph; it can be marked and copied."""
        label = Label(self._look, wording, role=role, colour=colour, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(label)

    def add(self, widget: QWidget) -> None:
        """A control at the left."""
        row = QHBoxLayout()
        row.addWidget(widget)
        row.addStretch(1)
        self._column.addLayout(row)

    def finish(self) -> None:
        """What is left stays empty."""
        self._column.addStretch(1)
