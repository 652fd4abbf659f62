"""Tool tips that show a user's text as it is written, never as markup."""

from html import escape

from PySide6.QtWidgets import QWidget


def set_tip(widget: QWidget, text: str) -> None:
    """Give `widget` a tool tip of plain text."""
    widget.setToolTip(f"<span>{escape(text)}</span>" if "<" in text else text)
