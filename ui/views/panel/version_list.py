"""The versions of a definition, newest first: from when, and what changed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.model.records import KpiVersion
from scorecard.text import Said
from ui.look import Look
from ui.widgets.label import Label


class VersionList(QWidget):
    """Shows; nothing is edited here."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[KpiVersion, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_versions(self, versions: tuple[KpiVersion, ...]) -> None:
        """Show other versions, given oldest first."""
        if versions == self._shown:
            return
        self._shown = versions
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for version in reversed(versions):
            facts = {"version": version.version, "start": version.effective}
            since = Said("panel.version.since", {**facts})
            self._column.addWidget(Label(self._look, since, role="secondary_medium"))
            words = Label(self._look, version.change, role="secondary", colour="text2", wrap=True)
            self._column.addWidget(words)
            self._column.addSpacing(8)
