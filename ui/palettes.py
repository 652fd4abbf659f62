"""The colours of the window and of paper, by token (resources/palettes)."""

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QColor

from scorecard.vocabulary import Status

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "palettes"

#: light and dark are for the screen; paper and mono (black and white) for print.
NAMES = ("light", "dark", "paper", "mono")


class Tone(NamedTuple):
    """The colours of one status; text is never set in `fill`."""

    fill: QColor
    edge: QColor
    text: QColor
    tint: QColor
    border: QColor


class Palette(NamedTuple):
    """Every token of one palette; `tones` by status, `bands` behind a line by red, amber, green."""

    name: str
    bg: QColor
    surface: QColor
    sunken: QColor
    hover: QColor
    press: QColor
    line: QColor
    line2: QColor
    ctl: QColor
    grid: QColor
    text: QColor
    text2: QColor
    text3: QColor
    dis: QColor
    ink: QColor
    onink: QColor
    ink_hover: QColor
    ink_press: QColor
    accent: QColor
    sel: QColor
    sel2: QColor
    now: QColor
    cone: QColor
    muteline: QColor
    tones: dict[Status, Tone]
    bands: dict[Status, QColor]

    @property
    def dark(self) -> bool:
        """Whether text is lighter than its ground."""
        return self.text.lightness() > self.surface.lightness()

    def token(self, name: str) -> QColor:
        """The colour of a token by its name; KeyError if it is none."""
        found = getattr(self, name, None) if name in self._fields else None
        if not isinstance(found, QColor):
            raise KeyError(name)
        return found

    def tokens(self) -> dict[str, QColor]:
        """Every token with its colour, without tones and bands."""
        found = self._asdict().items()
        return {name: value for name, value in found if isinstance(value, QColor)}


@cache
def palette(name: str) -> Palette:
    """The palette `name`, one of `NAMES`."""
    data = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return Palette(
        name=name,
        tones={Status(key): _tone(tone) for key, tone in data["tones"].items()},
        bands={Status(key): QColor(colour) for key, colour in data["bands"].items()},
        **{token: QColor(colour) for token, colour in data["colours"].items()},
    )


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two opaque colours, 1 to 21 (WCAG 2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _tone(colours: dict[str, str]) -> Tone:
    return Tone(**{part: QColor(colour) for part, colour in colours.items()})


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.red(), colour.green(), colour.blue()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
