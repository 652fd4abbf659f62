"""Tool tips that show a user's text as it is written, never as markup."""

from PySide6.QtWidgets import QWidget

#: The dynamic property that holds what a screen reader is told in place of the tip.
_SPOKEN = "spokenTip"


def set_tip(widget: QWidget, text: str) -> None:
    """Give `widget` a tool tip of plain text. A screen reader would read the markup that Qt needs
    for some: where nothing else describes the widget, it is told the text."""
    tip, spoken = plain_tip(text), widget.property(_SPOKEN)
    widget.setToolTip(tip)
    if (tip != text or spoken) and widget.accessibleDescription() in {"", spoken}:
        widget.setAccessibleDescription(text if tip != text else "")
        widget.setProperty(_SPOKEN, widget.accessibleDescription())


def plain_tip(text: str) -> str:
    """A tool tip that Qt shows as `text`."""
    written = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<span style='white-space: pre-wrap'>{written}</span>" if "<" in text else text


def long_tip(text: str) -> str:
    """A tool tip of `text` whose lines are broken where they grow too long."""
    written = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<span>{written}</span>"
