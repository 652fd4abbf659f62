"""A line or paragraph of plain text in a role of the type scale."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel

from scorecard.text import Said
from scorecard.vocabulary import Status
from ui.fonts import line_height
from ui.look import Look, Wording


class Label(QLabel):
    """Plain text; `colour` names a token of the palette, or the text colour of a `Status`."""

    def __init__(
        self,
        look: Look,
        wording: Wording,
        *,
        role: str = "body",
        colour: str | Status = "text",
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self._look, self._wording, self._chosen = look, wording, colour
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(role))
        self.setMinimumHeight(line_height(role))
        self.setWordWrap(wrap)
        look.changed.connect(self.retell)
        self.retell()

    @property
    def word(self) -> str:
        """The key of the sentence that it says; empty where it has none."""
        return self._wording.key if isinstance(self._wording, Said) else ""

    def set_wording(self, wording: Wording) -> None:
        """Say something else."""
        self._wording = wording
        self.retell()

    def set_colour(self, colour: str | Status) -> None:
        """Use another colour."""
        self._chosen = colour
        self.retell()

    def retell(self) -> None:
        """Take words and colour from the look again."""
        self.setText(self._look.tell(self._wording))
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.WindowText, self._colour())
        self.setPalette(colours)

    def _colour(self) -> QColor:
        palette = self._look.palette
        if isinstance(self._chosen, Status):
            return palette.tones[self._chosen].text
        return palette.token(self._chosen)
