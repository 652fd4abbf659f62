"""What a model says of a heading beside its words: its key in the glossary, and what it means."""

from PySide6.QtCore import Qt

from ui.look import Look
from ui.widgets.plain_tip import long_tip

#: Under which a model tells the key of the sentence that a heading says.
WORD = Qt.ItemDataRole.UserRole + 40


def heading_tip(key: str, look: Look, own: str = "") -> str | None:
    """The tool tip of a heading: its `own` words, then what it means; None without either."""
    from scorecard.glossary import term_on  # read when the mouse first rests on a heading

    term = term_on(key)
    meant = [look.tell(term.meaning)] if term is not None else []
    lines = [line for line in (own, *meant) if line]
    return long_tip("\n".join(lines)) if lines else None
