"""What is kept of a half-written definition: its texts, and the version they were typed over."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from scorecard.workspace import Workspace

if TYPE_CHECKING:
    from ui.forms.draft import Draft

#: The key beside the texts under which the version is kept; no part of a form has this key.
OVER = "over"


class Kept(NamedTuple):
    """`over` names a version, empty where the document does not say; `typed` as in `Draft`."""

    over: str
    typed: Mapping[str, str]

    @property
    def fields(self) -> int:
        """How many fields were changed."""
        from ui.forms.definition_fields import FIELD_OF  # the form is made when it is looked at

        return len({FIELD_OF.get(key.partition(".")[0], key) for key in self.typed})


def kept_of(draft: "Draft") -> Kept:
    """What is to be kept of a draft."""
    return Kept(draft.base.version.version, draft.typed)


def kept_draft(workspace: Workspace, kpi: str) -> Kept | None:
    """What is kept of a KPI's draft; None where there is none."""
    found = workspace.draft(kpi)
    if found is None:
        return None
    texts = {key: text for key, text in found.items() if isinstance(text, str)}
    over = texts.pop(OVER, "")
    return Kept(over, texts) if texts else None


def keep(workspace: Workspace, kpi: str, kept: Kept) -> None:
    """Keep it in place of what was kept before, or forget it where nothing is typed. Raises
    Refused."""
    if kept.typed:
        workspace.keep_draft(kpi, {**kept.typed, OVER: kept.over})
    else:
        workspace.drop_draft(kpi)
