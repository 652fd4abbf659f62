"""What is told of a document as it is opened: how old it was, why it cannot be edited, that it is
the sample."""

from collections.abc import Callable, Container

from scorecard.text import Said
from scorecard.trouble import Trouble
from scorecard.vocabulary import Status
from scorecard.workspace import Workspace
from ui.notices import Notices
from ui.opening import is_sample

Deed = Callable[[], object]


def tell_state(
    notices: Notices,
    workspace: Workspace,
    put_away: Container[str],
    *,
    start_own: Deed,
    show_backups: Deed,
) -> None:
    """Tell it; `put_away` are subjects of which nobody wants to hear again."""
    if workspace.older is not None:
        _tell_older(notices, workspace.older, show_backups)
    if workspace.read_only is not None:
        title, why = Said("window.read_only"), trouble_said(workspace.read_only)
        notices.show_notice("read_only", title, why, Status.AMBER)
    elif is_sample(workspace.path) and "sample" not in put_away:
        title, why = Said("window.sample.title"), Said("window.sample.sentence")
        action = (Said("window.sample.start"), start_own)
        notices.show_notice("sample", title, why, action=action)


def tell_next(notices: Notices, enter: Deed) -> None:
    """What comes after the KPIs of a new scorecard were picked: their targets, their numbers."""
    title, why = Said("window.begun.title"), Said("window.begun.sentence")
    notices.show_notice("begun", title, why, action=(Said("window.begun.action"), enter))


def trouble_said(trouble: Trouble) -> Said:
    """A trouble as a sentence that follows the language."""
    return Said(f"trouble.{trouble.code}", {**trouble.facts})


def _tell_older(notices: Notices, older: Trouble, show_backups: Deed) -> None:
    """What was done with a document of an older version, and the way to how it was."""
    why = Said(f"window.older.{older.code}", {**older.facts})
    action = (Said("window.action.backups"), show_backups) if "backup" in older.facts else None
    notices.show_notice("older", Said("window.older"), why, action=action)
