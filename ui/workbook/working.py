"""Work beside the window: what takes long is done in a thread, and told when it is there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.threads import begin, tell_window

Job = Callable[[], object]


class Working(QObject):
    """Does jobs, of which the newest counts; `done` carries what came of it. A job answers for its
    own troubles and does not touch the window."""

    done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest, self.is_busy = 0, False

    def start(self, job: Job) -> None:
        """Begin a job; one that is on its way is not waited for any more."""
        self._newest += 1
        self.is_busy = True
        number = self._newest

        def work() -> None:
            found = job()
            tell_window(self, lambda: self._on_ended(number, found))

        begin(work, "workbook", stays=True)

    def leave(self) -> None:
        """Whatever is on its way is not told any more."""
        self._newest += 1
        self.is_busy = False

    def _on_ended(self, number: int, found: object) -> None:
        if number == self._newest:
            self.is_busy = False
            self.done.emit(found)
