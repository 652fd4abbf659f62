"""How the program looks now: theme, language, density; one signal when any of them changes."""

from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from scorecard.text import LANGUAGES, Said, say, tell
from scorecard.vocabulary import Words
from ui.fonts import font, load_fonts
from ui.icons import icon
from ui.palettes import FOLDER, Palette, palette

#: A text for a widget: a sentence with a key, the user's own words, or the user's own plain text.
Wording = Said | Words | str


class Theme(StrEnum):
    """Which palette the window uses."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Density(StrEnum):
    """How high a scorecard row is."""

    COMPACT = "compact"
    COMFORTABLE = "comfortable"


#: Half of the lightness of white.
_HALF = 128
_ROW_HEIGHT = {Density.COMPACT: 24, Density.COMFORTABLE: 28}
_SCHEMES = {
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
}


class Look(QObject):
    """Theme, language and density. Widgets read it anew at `changed`."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme = Theme.SYSTEM,
        language: str = "zh_TW",
        density: Density = Density.COMPACT,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._density = theme, _known(language), density
        self._palette = self._palette_of_now()  # the painters ask for it 400 times at a start
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)

    @property
    def theme(self) -> Theme:
        """The theme as chosen; `palette` says which colours that means now."""
        return self._theme

    @property
    def language(self) -> str:
        """The language of the interface, `zh_TW` or `en`."""
        return self._language

    @property
    def density(self) -> Density:
        """How high rows are."""
        return self._density

    @property
    def row_height(self) -> int:
        """The height of a scorecard row, px."""
        return _ROW_HEIGHT[self._density]

    @property
    def palette(self) -> Palette:
        """The colours to paint with now."""
        return self._palette

    def set_theme(self, theme: Theme) -> None:
        """Use another theme from now on."""
        if theme is not self._theme:
            self._theme = theme
            self._dress()

    def set_language(self, language: str) -> None:
        """Speak `zh_TW` or `en` from now on; ValueError for any other."""
        if _known(language) != self._language:
            self._language = language
            self.changed.emit()

    def set_density(self, density: Density) -> None:
        """Use another row height from now on."""
        if density is not self._density:
            self._density = density
            self.changed.emit()

    def dress(self) -> None:
        """Load the fonts and give the application its palette and style sheet."""
        load_fonts()
        QApplication.setFont(font("body"))
        self._dress()

    def say(self, key: str, **facts: str | Words | Said) -> str:
        """The sentence `key` in the language of the interface."""
        return say(key, self._language, **facts)

    def tell(self, wording: Wording) -> str:
        """A text in the language of the interface."""
        if isinstance(wording, str):
            return wording
        if isinstance(wording, Words):
            return wording.show(self._language)
        return tell(wording, self._language)

    def font(self, role: str) -> QFont:
        """The font of a role of `ui.fonts.ROLES`."""
        return font(role)

    def icon(self, name: str) -> QIcon:
        """The icon `name` of resources/icons in the colours of now."""
        return icon(name, self.palette)

    def _dress(self) -> None:
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[self._theme])
        colours = self._palette = self._palette_of_now()
        QApplication.setPalette(qt_palette(colours))
        application = QApplication.instance()
        # A widget that is moved to another parent gets the palette back that it had when the
        # style sheet came, so that one has to come after the widgets took their new colours.
        if isinstance(application, QApplication):
            application.setStyleSheet("")
        self.changed.emit()
        if isinstance(application, QApplication):
            application.setStyleSheet(style_sheet(colours))

    def _palette_of_now(self) -> Palette:
        if self._theme is not Theme.SYSTEM:
            return palette(self._theme.value)
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return palette("dark" if dark else "light")

    def _on_system_scheme(self) -> None:
        if self._theme is Theme.SYSTEM:
            self._dress()


def qt_palette(colours: Palette) -> QPalette:
    """The same colours in Qt's roles, for what the style sheet leaves to Fusion."""
    made = QPalette()
    role = QPalette.ColorRole
    pairs: tuple[tuple[QPalette.ColorRole, QColor], ...] = (
        (role.Window, colours.bg),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.sunken),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.text3),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.onink),
        (role.Highlight, colours.sel2),
        (role.HighlightedText, colours.text),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.Light, colours.surface),
        (role.Midlight, colours.hover),
        (role.Mid, colours.line2),
        (role.Dark, colours.ctl),
    )
    for name, colour in pairs:
        made.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, name, colours.dis)
    return made


def style_sheet(colours: Palette) -> str:
    """The style sheet of resources/palettes in these colours."""
    tokens = {name: colour.name() for name, colour in colours.tokens().items()}
    for status, tone in colours.tones.items():
        tokens |= {f"{status}_{part}": colour.name() for part, colour in tone._asdict().items()}
    ground = "dark" if colours.surface.lightness() < _HALF else "light"
    for drawing in ("arrow", "check"):
        tokens[drawing] = (FOLDER / f"{drawing}-{ground}.svg").as_posix()
    return Template((FOLDER / "style.qss").read_text("utf-8")).substitute(tokens)


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError(language)
    return language
