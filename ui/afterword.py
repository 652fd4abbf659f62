"""What the window says after each step: what was done, the way back, where it is kept."""

from scorecard.closings import standing
from scorecard.store.journal import Step
from scorecard.text import Said
from ui.actions import Actions
from ui.bridge import Bridge
from ui.first_sight import Entered
from ui.look import Look, Wording
from ui.status_line import StatusLine
from ui.widgets.toast import Toast

#: By the kind of a step: its sentence in the toast, and the action that goes back from it.
_TOLD = {
    "do": ("window.done_what", "undo"),
    "redo": ("window.redone_what", "undo"),
    "undo": ("window.undone_what", "redo"),
}


class Afterword:
    """The toast, the foot of the window, and the names of undo and redo."""

    def __init__(self, look: Look, actions: Actions) -> None:
        self.toast, self.status = Toast(look), StatusLine(look)
        self._actions, self._way_back = actions, "undo"
        self.toast.action_requested.connect(self._go_back)

    def show_document(self, bridge: Bridge) -> None:
        """Tell of another document; what was said of the one before is over."""
        self.toast.hide()
        self.status.show_draft("")
        self.status.hide_progress()
        self.status.show_pasting(0)
        self._tell_standing(bridge)

    def show_start(self, bridge: Bridge, entered: Entered | None) -> None:
        """Tell of a document what is known of it at a start."""
        self.show_document(bridge)
        if entered is not None:
            self.status.show_progress(*entered)

    def tell_step(self, bridge: Bridge) -> None:
        """Tell of the step that was just done, taken back, or done again."""
        self._tell_standing(bridge)
        step = bridge.workspace.history(limit=1)[0]
        if step.kind not in _TOLD:
            self.toast.hide()
            return
        key, self._way_back = _TOLD[step.kind]
        action = Said(f"window.action.{self._way_back}")
        self.toast.show_message(Said(key, {"what": step.name}), action)

    def tell(self, wording: Wording) -> None:
        """Tell of something that is no step, and has no way back."""
        self.toast.show_message(wording)

    def tell_period(self, bridge: Bridge) -> None:
        """Tell whether the period that is looked at may still be changed."""
        self.status.show_period(standing(bridge.board, bridge.evaluation.view.period))

    def _go_back(self) -> None:
        self._actions[self._way_back].trigger()

    def _tell_standing(self, bridge: Bridge) -> None:
        workspace = bridge.workspace
        newest = workspace.history(limit=1)
        self.status.show_file(workspace.path, newest[0] if newest else None)
        self.status.show_undo(workspace.undo_step)
        self.tell_period(bridge)
        self._name("undo", workspace.undo_step, bridge)
        self._name("redo", workspace.redo_step, bridge)

    def _name(self, key: str, step: Step | None, bridge: Bridge) -> None:
        what = Said(f"window.{key}_what", {"what": step.name}) if step else None
        self._actions.set_wording(key, what)
        self._actions[key].setEnabled(step is not None and bridge.read_only is None)
