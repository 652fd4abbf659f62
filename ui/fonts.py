"""The typefaces that ship with the program, and the roles they play."""

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fonts"

#: Roboto first, so that digits and Latin letters are its own; it has no Chinese.
FAMILIES = ["Roboto", "Noto Sans TC"]
MONO_FAMILIES = ["Roboto Mono", "Noto Sans TC"]

_REGULAR, _MEDIUM = QFont.Weight.Normal, QFont.Weight.Medium
_SEMIBOLD, _BOLD = QFont.Weight.DemiBold, QFont.Weight.Bold

#: Role → size in px, line height in px, weight.
ROLES = {
    "kpi": (48, 56, _BOLD),
    "h1": (28, 36, _BOLD),
    "h2": (20, 28, _SEMIBOLD),
    "h3": (16, 24, _SEMIBOLD),
    "body": (14, 20, _REGULAR),
    "body_medium": (14, 20, _MEDIUM),
    "body_bold": (14, 20, _SEMIBOLD),
    "secondary": (12, 16, _REGULAR),
    "secondary_medium": (12, 16, _MEDIUM),
    "secondary_bold": (12, 16, _SEMIBOLD),
    "formula": (14, 24, _REGULAR),
    "mono": (12, 16, _REGULAR),
}


def load_fonts() -> None:
    """Make the shipped typefaces known to Qt; needs a QGuiApplication. Repeating it is harmless."""
    for file in sorted(FOLDER.glob("*.ttf")):
        _load(str(file))


@cache
def font(role: str) -> QFont:
    """The font of a role of `ROLES`; shared, so copy it before changing it."""
    size, _, weight = ROLES[role]
    found = QFont(MONO_FAMILIES if role in {"formula", "mono"} else FAMILIES)
    found.setPixelSize(size)
    found.setWeight(weight)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return found


def line_height(role: str) -> int:
    """The height of a line of a role, in px at 100 % scale."""
    return ROLES[role][1]


@cache
def _load(file: str) -> int:
    return QFontDatabase.addApplicationFont(file)
