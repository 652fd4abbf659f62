"""What is said where a scorecard has nothing to show, and the one step that leads on."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout

from scorecard.text import Said
from scorecard.trouble import Trouble
from ui.look import Look
from ui.widgets.empty_state import EmptyState

#: What can be missing: an icon, the words of what one does about it, and its key.
_STATES = {
    "empty": ("list-tree", "window.empty.action", ""),
    "no_hit": ("search", "window.clear", ""),
    "no_kpi": ("circle-dashed", "panel.add_kpi", "Insert"),
}


class Emptiness:
    """Says what is missing: any line (`empty`), one that the filter lets through (`no_hit`), a
    KPI. `steps` are what one does about each; `read_only` says why a document cannot be begun."""

    def __init__(
        self,
        look: Look,
        read_only: Callable[[], Trouble | None],
        steps: Mapping[str, Callable[[], object]],
    ) -> None:
        self._look, self._read_only, self._steps = look, read_only, steps
        self._states: dict[str, EmptyState] = {}

    def show_missing(self, missing: str, column: QVBoxLayout) -> None:
        """Show the state of what is missing in `column`, or none."""
        if missing and missing not in self._states:
            self._states[missing] = self._made(missing)
            column.addWidget(self._states[missing], 1)
        for kind, state in self._states.items():
            state.setVisible(kind == missing)

    def _made(self, missing: str) -> EmptyState:
        """One of the three, made when it is first to be seen."""
        icon, action, keys = _STATES[missing]
        said = (Said(f"window.{missing}.title"), Said(f"window.{missing}.sentence"), Said(action))
        made = EmptyState(self._look, icon, *said, keys=keys)
        made.action_requested.connect(self._steps[missing])
        why = self._read_only()
        if missing != "no_hit" and why is not None and made.button is not None:
            made.button.refuse(Said(f"trouble.{why.code}", {**why.facts}))
        return made
