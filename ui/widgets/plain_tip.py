"""Tool tips that show a user's text as it is written, never as markup."""

from PySide6.QtWidgets import QWidget


def set_tip(widget: QWidget, text: str) -> None:
    """Give `widget` a tool tip of plain text."""
    written = text.replace("&", "&amp;").replace("<", "&lt;")
    widget.setToolTip(f"<span>{written}</span>" if "<" in text else text)
