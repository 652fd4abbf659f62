"""In which cells of a document a text waits that means no single value."""

from scorecard.model.records import Key
from scorecard.workspace import Workspace

#: Under this name the texts are kept beside the definitions that are being written; no KPI has it.
KEPT_AS = ""


def waiting_in(workspace: Workspace) -> tuple[Key, ...]:
    """Measure, unit and period of each such cell."""
    return tuple(tuple(name.split("\t")) for name in workspace.draft(KEPT_AS) or {})
