"""The limits of a definition on a bar, or in words where a bar would say less; its handles and the
fields are one value."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from scorecard.evaluation import Cell
from scorecard.figures import Band
from scorecard.figures.trend import bands, bands_of
from scorecard.scoring import Limits, limits
from scorecard.text import Said
from scorecard.vocabulary import Direction, Missing
from ui.fields.threshold_bar import Grip, Scale, ThresholdBar
from ui.forms.definition import Definition
from ui.forms.limit_handles import (
    LimitHandle,
    limit_handles,
    on_step,
    own_limits,
    step_of,
    stepped,
    text_after,
)
from ui.look import Look
from ui.views.panel.wording import number_shown, value_shown
from ui.widgets.label import Label

#: Told in words: one good value, or none.
_WORDED = {Direction.EXACT, Direction.ZERO, Direction.YES, Direction.NONE}


class LimitBar(QObject):
    """`bar` and `words`, of which one is shown. `moved(texts)` by part of the form when a handle
    was moved."""

    moved = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.bar = ThresholdBar(look)
        self.words = Label(look, "", role="secondary", colour="text2", wrap=True)
        self._cells: tuple[Cell, ...] = ()
        self._definition: Definition | None = None
        self._base: Definition | None = None
        self._editable = False
        self.bar.sought.connect(self._on_sought)
        self.bar.stepped.connect(self._on_stepped)
        self.bar.ended.connect(self._on_ended)

    def show_cells(self, cells: tuple[Cell, ...]) -> None:
        """Show the last periods, oldest first."""
        self._cells = cells
        self._draw()

    def show_definition(self, definition: Definition, base: Definition, *, editable: bool) -> None:
        """Show the limits of a definition, and those of `base` as the old ones."""
        self._definition, self._base, self._editable = definition, base, editable
        self._draw()

    def _draw(self) -> None:
        definition = self._definition
        if definition is None or not self._cells:
            return
        worded = definition.version.direction in _WORDED
        cell = self._cells[-1]
        self.words.set_wording(_in_words(cell, self._look) if worded else "")
        self.words.setVisible(worded and bool(self.words.text()))
        found = () if worded else self._bands(definition, cell)
        scale = self._scale(found, definition, cell) if len(found) > 1 else Scale()
        self.bar.show_scale(scale, editable=self._editable)

    def _bands(self, definition: Definition, cell: Cell) -> tuple[Band, ...]:
        """By the limits of the definition where they are numbers of its own period, else by what
        the newest value is judged against."""
        handles = limit_handles(definition)
        own = own_limits(definition) if handles else None
        return bands(cell.criterion) if own is None else bands_of(own)

    def _scale(self, found: tuple[Band, ...], definition: Definition, cell: Cell) -> Scale:
        look, handles = self._look, limit_handles(definition)
        edges = {edge for band in found for edge in (band.low, band.high) if edge is not None}
        there = {handle.value for handle in handles}
        base = limit_handles(self._base) if self._base is not None else ()
        known = [each.value for each in self._cells if not isinstance(each.value, Missing)]
        now = None
        if not isinstance(cell.value, Missing):
            now = (cell.value, f"{cell.period.code}  {value_shown(cell, look)}")
        return Scale(
            found,
            tuple(known),
            tuple((edge, number_shown(edge, cell, look)) for edge in sorted(edges)),
            now,
            tuple(Grip(each.key, each.value, self._said(each, cell)) for each in handles),
            tuple(each.value for each in base if handles and each.value not in there),
        )

    def _said(self, handle: LimitHandle, cell: Cell) -> str:
        """What a handle is and where it stands: 黃燈 72.0 %."""
        facts: dict[str, Said | str] = {
            "part": Said(f"panel.part.{handle.part}"),
            "value": number_shown(handle.value, cell, self._look),
        }
        return self._look.tell(Said(f"panel.limits.grip.{handle.end}", {**facts}))

    def _on_sought(self, key: str, value: float) -> None:
        if self._definition is not None:
            self._move(key, on_step(value, step_of(self._definition)))

    def _on_stepped(self, key: str, steps: int) -> None:
        handle = self._handle(key)
        if self._definition is not None and handle is not None:
            self._move(key, stepped(handle.value, steps, step_of(self._definition)))

    def _on_ended(self, key: str, up: bool) -> None:
        handle = self._handle(key)
        if handle is None:
            return
        bound = handle.most if up else handle.least
        if bound is None:
            self._on_sought(key, self.bar.ends[1 if up else 0])
        else:
            self._move(key, bound)

    def _move(self, key: str, value: float) -> None:
        definition, handle = self._definition, self._handle(key)
        if definition is None or handle is None or handle.bounded(value) == handle.value:
            return
        texts: Mapping[str, str] = {
            handle.part: text_after(definition, handle, handle.bounded(value))
        }
        self.moved.emit(texts)

    def _handle(self, key: str) -> LimitHandle | None:
        if self._definition is None:
            return None
        return next((h for h in limit_handles(self._definition) if h.key == key), None)


def _in_words(cell: Cell, look: Look) -> Said | str:
    """What is green and what is amber, where there is one good value."""
    criterion = cell.criterion
    if criterion is None or criterion.direction not in _WORDED - {Direction.NONE}:
        return ""  # the cells are still those of another definition
    if criterion.direction is Direction.YES:
        return Said("panel.limits.words.yes")
    used = limits(criterion)
    shown = _numbers(used, cell, look)
    kind = "zero" if criterion.direction is Direction.ZERO else "exact"
    key = f"{kind}.amber" if used.high is not None and used.high.amber != used.high.green else kind
    return Said(f"panel.limits.words.{key}", {**shown})


def _numbers(used: Limits, cell: Cell, look: Look) -> dict[str, str]:
    sides = {"low": used.low, "high": used.high}
    return {
        f"{name}_{limit}": number_shown(getattr(side, limit), cell, look)
        for name, side in sides.items()
        if side is not None
        for limit in ("green", "amber", "target")
    }
