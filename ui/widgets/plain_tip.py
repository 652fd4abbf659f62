"""Tool tips that show a user's text as it is written, never as markup."""

from PySide6.QtWidgets import QWidget


def set_tip(widget: QWidget, text: str) -> None:
    """Give `widget` a tool tip of plain text."""
    widget.setToolTip(plain_tip(text))


def plain_tip(text: str) -> str:
    """A tool tip that Qt shows as `text`."""
    written = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<span style='white-space: pre-wrap'>{written}</span>" if "<" in text else text


def long_tip(text: str) -> str:
    """A tool tip of `text` whose lines are broken where they grow too long."""
    written = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<span>{written}</span>"
