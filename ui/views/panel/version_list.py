"""The versions of a definition, newest first: from when, and why; what changed is a click away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scorecard.model.records import KpiVersion
from scorecard.text import Said
from ui.look import Look
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label


class VersionList(QWidget):
    """Shows; nothing is edited here. `compare_wanted(version)` is the wish to see what changed in
    one."""

    compare_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[tuple[KpiVersion, ...], bool] = ((), False)
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_versions(self, versions: tuple[KpiVersion, ...], *, corrected: bool) -> None:
        """Show other versions, given oldest first; `corrected` where one stood otherwise before."""
        if (versions, corrected) == self._shown:
            return
        self._shown, self.buttons = (versions, corrected), []
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        oldest = None if corrected else versions[0]
        for version in reversed(versions):
            self._column.addWidget(self._heading(version, can_compare=version is not oldest))
            words = Label(self._look, version.change, role="secondary", colour="text2", wrap=True)
            self._column.addWidget(words)
            self._column.addSpacing(8)

    def _heading(self, version: KpiVersion, *, can_compare: bool) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        facts = {"version": version.version, "start": version.effective}
        since = Said("panel.version.since", {**facts})
        row.addWidget(Label(self._look, since, role="secondary_medium"), 1)
        if can_compare:
            words = Said("difference.with", {"version": version.version})
            button = Button(self._look, words, Kind.LINK, small=True)
            button.clicked.connect(lambda _on=False: self.compare_wanted.emit(version.version))
            self.buttons.append(button)
            row.addWidget(button)
        return made
