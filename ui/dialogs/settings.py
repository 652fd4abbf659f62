"""Who signs, and what holds for the whole document: its year, days of grace, bands, coverage."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QWidget

from scorecard.model.settings import Settings
from scorecard.number import plain
from scorecard.reading.setting import read_bands, read_days, read_holidays, read_share
from scorecard.shown_scores import coverage_of
from scorecard.text import Said
from scorecard.trouble import Refused
from scorecard.vocabulary import Frequency
from ui.dialogs.frame import Frame
from ui.fields.editor import ChoiceField, Editor, LineField, mark_refused
from ui.fields.trouble_line import TroubleLine
from ui.look import Look
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label

#: Keeps a name and the settings that changed; gives the sentence that says why not, or nothing.
Keep = Callable[[str, Mapping[str, object]], str]
_LABEL = 168


class SettingsForm(Frame):
    """What was typed stays until it is right. `settings` are None where no document is open, and
    `locked` where it is only read; `kinds` are the frequencies that it has values of."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        author: tuple[str, str],
        settings: Settings | None,
        kinds: Sequence[Frequency],
        *,
        locked: bool,
        keep: Keep,
    ) -> None:
        super().__init__(look, parent, Said("settings.title"), 560)
        self._settings, self._kinds, self._keep = settings, kinds, keep
        self.author = self._line("settings.author")
        self.texts = self._fields()
        months = [(str(month), Said(f"start.month.{month}")) for month in range(1, 13)]
        ways = [(way, Said(f"settings.limits.{way}")) for way in ("mean", "median")]
        self.fiscal_start, self.limits = ChoiceField(look, months), ChoiceField(look, ways)
        self.refusal = TroubleLine(look)
        if settings is not None:
            self.texts["holidays"].set_example(look.say("settings.holidays.example"))
        self._lay_out()
        name, account = author
        self.author.set_words(name)
        self.author.set_example(account)
        if settings is not None:
            self._show(settings, locked=locked)
        self.author.setFocus()

    def try_it(self) -> None:
        """Keep everything and close, or say why not beside what is wrong."""
        changed: dict[str, object] = {}
        for field in self.texts.values():
            mark_refused(field, False)
        if self._settings is not None:
            for fields, read in self._readings(self._settings):
                try:
                    changed |= read()
                except Refused as refusal:
                    self._refuse(fields, refusal)
                    return
        refused = self._keep(self.author.words().strip(), changed)
        self.refusal.show_question(refused, ())
        if not refused:
            self.accept()

    def _fields(self) -> dict[str, LineField]:
        """A field for each number, called by its label and by what stands before it."""
        named = [(name, f"settings.{name}", "settings.bands") for name in ("green", "amber")]
        named += [(name, "", f"settings.{name}") for name in ("coverage", "holidays")]
        kinds = self._kinds if self._settings is not None else ()
        named += [(kind.value, f"panel.frequency.{kind}", "settings.grace") for kind in kinds]
        return {name: self._line(row, before) for name, before, row in named}

    def _readings(
        self, now: Settings
    ) -> Iterator[tuple[Sequence[QLineEdit], Callable[[], dict[str, object]]]]:
        """The fields that are read together, and what of them is no longer as it was."""
        green, amber, coverage = (self.texts[name] for name in ("green", "amber", "coverage"))
        choices = {"fiscal_start": int(self.fiscal_start.words()), "limits": self.limits.words()}
        yield (), lambda: _other(now, choices)
        yield (green, amber), lambda: _bands(now, green.words(), amber.words())
        yield (coverage,), lambda: _other(now, {"coverage": read_share(coverage.words())})
        holidays = self.texts["holidays"]
        yield (holidays,), lambda: _holidays(now, holidays.words())
        days: dict[str, int] = {}
        for kind in self._kinds:
            field = self.texts[kind.value]
            yield (field,), partial(_note, days, kind, now, field.words())
        yield (), lambda: {"grace_days": {**now.grace_days, **days}} if days else {}

    def _refuse(self, fields: Sequence[QLineEdit], refusal: Refused) -> None:
        self.refusal.show_trouble(refusal.troubles[0])
        for field in fields:
            mark_refused(field, True)
        fields[0].setFocus()

    def _show(self, settings: Settings, *, locked: bool) -> None:
        self.fiscal_start.set_words(str(settings.fiscal_start))
        self.limits.set_words(settings.limits)
        shown = {
            "green": str(plain(settings.green_from)),
            "amber": str(plain(settings.amber_from)),
            "coverage": f"{coverage_of(settings.coverage)}%",
            "holidays": " ".join(settings.holidays),
            **{kind.value: str(settings.grace(kind)) for kind in self._kinds},
        }
        for name, text in shown.items():
            self.texts[name].set_words(text)
        fields: tuple[Editor, ...] = (*self.texts.values(), self.fiscal_start, self.limits)
        for field in fields:
            field.set_locked(locked)

    def _lay_out(self) -> None:
        self._group("computer", [("author", self.author)])
        if self._settings is not None:
            self._group("document", self._rows())
        self.add(self.refusal)
        cancel = Button(self._look, Said("window.cancel"))
        done = Button(self._look, Said("window.done"), Kind.PRIMARY)
        cancel.clicked.connect(self.reject)
        done.clicked.connect(self.try_it)
        for field in (self.author, *self.texts.values()):
            field.returnPressed.connect(self.try_it)
        self.close_with([cancel, done])

    def _rows(self) -> Iterator[tuple[str, QWidget]]:
        """What each row of the document is called, and its fields."""
        yield "fiscal_start", self.fiscal_start
        yield "bands", self._beside({name: f"settings.{name}" for name in ("green", "amber")})
        yield "coverage", self.texts["coverage"]
        kinds = {kind.value: f"panel.frequency.{kind}" for kind in self._kinds}
        yield "grace", self._beside(kinds)
        yield "holidays", self.texts["holidays"]
        yield "limits", self.limits

    def _beside(self, names: Mapping[str, str]) -> QWidget:
        """Fields in one row, each behind its own words."""
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        for name, words in names.items():
            label = Label(self._look, Said(words), role="secondary", colour="text2")
            label.setBuddy(self.texts[name])
            across.addWidget(label)
            across.addWidget(self.texts[name], 1)
        row.setFocusProxy(self.texts[next(iter(names))])
        return row

    def _group(self, title: str, rows: Iterable[tuple[str, QWidget]]) -> None:
        self.say(Said(f"settings.{title}"), role="h3", colour="text")
        frame = QWidget()
        form = QFormLayout(frame)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(4)
        for name, field in rows:
            label = Label(self._look, Said(f"settings.{name}"), colour="text2")
            label.setMinimumWidth(_LABEL)
            label.setBuddy(field)
            form.addRow(label, field)
            if name == "holidays":  # says in itself how it is written
                continue
            hint = Label(
                self._look, Said(f"settings.{name}.hint"), role="secondary", colour="text2"
            )
            hint.setContentsMargins(0, 0, 0, 8)
            form.addRow("", hint)
        self.add(frame)

    def _line(self, row: str, before: str = "") -> LineField:
        field = LineField()
        said = [self._look.say(key) for key in (row, before) if key]
        field.setAccessibleName(" ".join(said))
        return field


def _other(now: Settings, typed: Mapping[str, object]) -> dict[str, object]:
    """Those of `typed` that are not as they are now."""
    return {name: value for name, value in typed.items() if getattr(now, name) != value}


def _bands(now: Settings, green: str, amber: str) -> dict[str, object]:
    bands = read_bands(green, amber)
    same = (bands["green"], bands["amber"]) == (now.green_from, now.amber_from)
    return {} if same else {"bands": bands}


def _holidays(now: Settings, text: str) -> dict[str, object]:
    found = read_holidays(text)
    return {} if found == sorted(now.holidays) else {"holidays": found}


def _note(days: dict[str, int], kind: Frequency, now: Settings, text: str) -> dict[str, object]:
    """Add the days of a kind where they changed; they are kept together afterwards."""
    found = read_days(text)
    if found != now.grace(kind):
        days[kind.value] = found
    return {}
