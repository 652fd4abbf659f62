"""An entry as it is typed and shown: every digit, a percent with its sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from scorecard.model.records import Measure
from scorecard.number import unlikely
from scorecard.reading.entry import read_number, read_percent, read_yes
from scorecard.reading.outcome import Ask, MissingText, Read, Wrong
from scorecard.text import Said
from scorecard.trouble import Trouble

_PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Typed:
    """What a text means as an entry.

    `value` where it is one; `cleared` where nothing is typed, `none` where a word says that there
    is no value. Else `trouble`, or the question `why` with its `choices`.
    """

    value: float | None = None
    cleared: bool = False
    none: bool = False
    trouble: Trouble | None = None
    why: Said | None = None
    choices: tuple[float, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether it can be kept as it is."""
        return self.trouble is None and self.why is None


def typed_entry(
    text: str, measure: Measure, currency: str, earlier: Sequence[float], *, yes: bool
) -> Typed:
    """What `text` means for a measure; `earlier` are the known values before it, oldest first.

    `yes` says that the field asks for yes or no.
    """
    if yes:
        return _of(read_yes(text), text)
    percent = measure.unit == _PERCENT
    found = _of(read_percent(text) if percent else read_number(text, currency), text)
    if found.value is not None and found.is_sound and unlikely(earlier, found.value):
        shown = entry_shown(found.value, measure.unit, yes=False)
        why = Said("panel.ask.unlikely", {"value": shown})
        return Typed(why=why, choices=(found.value,))
    return found


def entry_shown(value: float, unit: str, *, yes: bool) -> str:
    """A value with all its digits, so that typing it again means the same."""
    if yes:
        return "1" if value >= 1 else "0"
    exact = Decimal(repr(value))
    if unit == _PERCENT:
        exact *= 100
    text = f"{exact.normalize():,f}"
    return f"{text}%" if unit == _PERCENT else text


def _of(found: object, text: str) -> Typed:
    match found:
        case Read(value):
            return Typed(value=float(value))
        case MissingText():
            return Typed(cleared=not text.strip(), none=bool(text.strip()))
        case Ask(choices, why):
            return Typed(why=why, choices=tuple(float(choice) for choice in choices))
        case Wrong(trouble):
            return Typed(trouble=trouble)
    raise AssertionError(found)
