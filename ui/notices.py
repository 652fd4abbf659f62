"""Banners over a page: why editing is off, what was refused, what was found at the start."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scorecard.text import Said
from scorecard.vocabulary import Status
from ui.look import Look, Wording
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind


class Notices(QWidget):
    """One banner per subject, the newest below; a subject told again replaces its banner.
    `closed(subject)` when the user puts one away."""

    closed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._banners: dict[str, Banner] = {}
        self._before: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_notice(
        self,
        subject: str,
        title: Wording,
        sentence: Wording,
        status: Status = Status.BLUE,
        action: tuple[Wording, Callable[[], object]] | None = None,
    ) -> None:
        """Tell something; it stays until it is put away."""
        self.put_away(subject)
        icon = "triangle-alert" if status in {Status.RED, Status.AMBER} else "info"
        banner = Banner(self._look, title, sentence, status=status, icon=icon)
        if action is not None:
            button = Button(self._look, action[0], small=True)
            button.clicked.connect(lambda _on: action[1]())
            banner.add_action(button)
        close = Button(self._look, Said("window.put_away"), Kind.QUIET, icon="x", small=True)
        close.clicked.connect(lambda: self._on_closed(subject))
        banner.add_action(close)
        self._banners[subject] = banner
        self._column.addWidget(banner)
        self._order()
        self.show()

    def come_after(self, before: QWidget) -> None:
        """Have Tab come to the banners after `before`, where they stand: what is made later would
        come last."""
        self._before = before
        self._order()

    def put_away(self, subject: str) -> None:
        """Take a banner away, if it is there."""
        banner = self._banners.pop(subject, None)
        if banner is not None:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self.setVisible(bool(self._banners))

    def _order(self) -> None:
        before = self._before
        for banner in self._banners.values():
            for action in banner.deeds:
                if before is not None:
                    self.setTabOrder(before, action)
                    before = action

    def _on_closed(self, subject: str) -> None:
        self.put_away(subject)
        self.closed.emit(subject)

    @property
    def subjects(self) -> tuple[str, ...]:
        """What is told now."""
        return tuple(self._banners)
