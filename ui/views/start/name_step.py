"""The last step: what the scorecard is of, when its year begins, and where its file lies."""

import re
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QWidget

from scorecard.catalogue.library import library
from scorecard.text import Said
from ui.dialogs.files import ask_to_save
from ui.fields.editor import ChoiceField, LineField
from ui.fields.trouble_line import TroubleLine
from ui.look import Look, Wording
from ui.opening import ENDING, with_ending
from ui.views.start.plan import Plan
from ui.widgets.button import Button
from ui.widgets.elided import Elided
from ui.widgets.label import Label

WIDTH, LABEL = 640, 160
#: What no file system takes in a name.
_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class NameStep(QWidget):
    """`accepted` when Enter was pressed in a field. The file is called as the unit is until
    somebody chooses another place."""

    accepted = Signal()

    def __init__(self, look: Look, folder: Path) -> None:
        super().__init__()
        self._look, self._folder = look, folder
        self._chosen: Path | None = None
        self.unit = LineField()
        self.year = ChoiceField(look, [(str(m), Said(f"start.month.{m}")) for m in range(1, 13)])
        self.year.set_words("1")
        self._place = Elided(look, "")
        self.change = Button(look, Said("start.place.change"), icon="folder-open", small=True)
        self.refusal = TroubleLine(look)
        self._proposed: Wording = ""
        self._lay_out()
        self.unit.typed.connect(lambda _text: self._tell())
        self.unit.returnPressed.connect(self.accepted)
        self.change.clicked.connect(lambda _on=False: self.ask_place())
        look.changed.connect(self.retell)
        self.retell()

    @property
    def path(self) -> Path:
        """Where the file will lie."""
        return self._chosen or _free(self._folder / f"{self._file_name()}{ENDING}")

    @property
    def fiscal_start(self) -> int:
        """The first month of the fiscal year."""
        return int(self.year.words() or 1)

    @property
    def name(self) -> str:
        """What the unit is called; as it is proposed where nothing was typed."""
        return self.unit.words().strip()

    def show_plan(self, plan: Plan) -> None:
        """Propose the name of the only department, or simply the company."""
        names = {shelf.id: shelf.name for shelf in library().departments}
        alone = len(plan.departments) == 1
        self._proposed = names[plan.departments[0]] if alone else Said("new.unit")
        self.refusal.show_trouble(None)
        self.retell()

    def clear(self) -> None:
        """Forget what was typed and chosen."""
        self.unit.set_words("")
        self.year.set_words("1")
        self._chosen = None

    def set_place(self, path: Path) -> None:
        """Have the file lie there."""
        self._chosen = path
        self._tell()

    def ask_place(self) -> None:
        """Ask where the file is to lie."""
        kinds = f"{self._look.say('window.documents')} (*{ENDING})"
        title = self._look.say("start.place")
        name = ask_to_save(self._look, self, title, self.path, kinds)
        if name:
            self.set_place(with_ending(name))

    def retell(self) -> None:
        """Take words from the look again."""
        proposed = self._look.tell(self._proposed)
        self.unit.set_example(proposed or self._look.say("new.unit"))
        self._tell()

    def _tell(self) -> None:
        self._place.set_wording(str(self.path))

    def _file_name(self) -> str:
        text = self.name or self._look.tell(self._proposed) or self._look.say("new.unit")
        return _NO_NAME.sub(" ", text).strip(" .") or self._look.say("new.unit")

    def _lay_out(self) -> None:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._place, 1)
        row.addWidget(self.change)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(4)
        fields = (("unit", self.unit), ("year", self.year), ("place", place))
        for key, field in fields:
            label = Label(self._look, Said(f"start.{key}"), colour="text2")
            label.setMinimumWidth(LABEL)
            label.setBuddy(self.change if field is place else field)
            form.addRow(label, field)
            hint = Label(self._look, Said(f"start.{key}.hint"), role="secondary", colour="text2")
            hint.setContentsMargins(0, 0, 0, 16)
            form.addRow("", hint)
        form.addRow("", self.refusal)
        self.setMaximumWidth(WIDTH)


def _free(path: Path) -> Path:
    """A path that is not taken: the name, or the name with the first free number."""
    found, number = path, 2
    while found.exists():
        found, number = path.with_stem(f"{path.stem} {number}"), number + 1
    return found
