"""What an import would do, shown before it is done: all of it or nothing (R12)."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from scorecard.exchange.plan import Plan
from scorecard.text import Said, sentence
from scorecard.trouble import Trouble
from ui.dialogs.frame import Frame
from ui.look import Look
from ui.widgets.button import Button, Kind

#: Does the import; gives the sentence that says why not, or nothing.
Do = Callable[[], str]
WIDTH, LIST_HEIGHT = 640, 240


class ImportPlan(Frame):
    """Shows a plan; `do` is called once somebody agrees."""

    def __init__(self, look: Look, parent: QWidget | None, planned: Plan, do: Do) -> None:
        name = planned.source.name
        super().__init__(look, parent, Said("window.import.title", {"name": name}), WIDTH)
        self._do = do
        self.counts = self.say(_counts(planned), colour="text")
        self.verdict = self.say(_verdict(planned))
        self.listed = QPlainTextEdit("\n".join(_problems(planned, look)))
        self.listed.setReadOnly(True)
        self.listed.setMinimumHeight(LIST_HEIGHT)
        self.listed.setAccessibleName(look.say("window.import.list"))
        self.add(self.listed)
        self.listed.setVisible(bool(self.listed.toPlainText()))
        self.refusal = self.say("", role="secondary")
        self.refusal.setProperty("tone", "error")
        self.refusal.hide()
        cancel = Button(look, Said("window.cancel"))
        self.done_button = Button(look, Said("window.import.do"), Kind.PRIMARY)
        self.done_button.refuse(_why_not(planned))
        cancel.clicked.connect(self.reject)
        self.done_button.clicked.connect(self.try_it)
        self.close_with([cancel, self.done_button])

    def try_it(self) -> None:
        """Do it and close, or say why not."""
        refused = self._do()
        if not refused:
            self.accept()
            return
        self.refusal.set_wording(refused)
        self.refusal.show()


def _counts(planned: Plan) -> Said:
    counts = {"created": planned.created, "updated": planned.updated, "same": planned.same}
    facts = {**counts, "refused": len(planned.refused)}
    return Said("window.import.counts", {name: str(count) for name, count in facts.items()})


def _verdict(planned: Plan) -> Said:
    if planned.refused:
        return Said("window.import.refused")
    if not planned.edits:
        return Said("window.import.nothing")
    doubtful = len(planned.unlikely) + len(planned.unknown)
    return Said("window.import.doubtful" if doubtful else "window.import.sound")


def _why_not(planned: Plan) -> Said | None:
    if planned.refused or not planned.edits:
        return _verdict(planned)
    return None


def _problems(planned: Plan, look: Look) -> Iterator[str]:
    """Each with its address: what is refused, what no document keeps, what is unlikely."""
    troubles = [refusal.why for refusal in planned.refused]
    troubles += [Trouble("unknown_field", where) for where in planned.unknown]
    troubles += planned.unlikely
    yield from (sentence(trouble, look.language) for trouble in troubles)
    if planned.settings:
        names = look.say("window.comma").join(planned.settings)
        yield look.say("window.import.settings", names=names)
