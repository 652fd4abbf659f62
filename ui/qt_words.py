"""Qt's own words, of file dialogs and of the menus of text fields, in the language of now."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from ui.look import Look

#: Qt itself speaks English; for any other language a file of its words comes with it.
_OWN = "en"
#: Names of keys stay as they are engraved: 左鍵 would be a button of the mouse.
_KEYS = "QShortcut"
#: Words that Qt asks for under another heading than they were translated under.
_MOVED = {"QAbstractFileIconProvider": "QFileDialog"}


class QtWords(QObject):
    """Follows the language of `look`. Where Qt has no words of it, they stay English."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._spoken = look, ""
        self._words = _words_of(QCoreApplication.instance())
        look.changed.connect(self._retell)
        self._retell()

    def _retell(self) -> None:
        language = self._look.language
        if language == self._spoken:
            return
        self._spoken = language
        QLocale.setDefault(QLocale(language))  # what kind a file is, in its list
        QCoreApplication.removeTranslator(self._words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != _OWN and self._words.load(f"qtbase_{language}", folder):
            QCoreApplication.installTranslator(self._words)


@cache
def _words_of(application: QCoreApplication | None) -> "_Words":
    """The one translator there is, so that what a window before has installed goes with it.

    Kept here: to look for it among the children of the application, PySide6 would build a Python
    type for each of them, the style's 566 names among those.
    """
    return _Words(application)


class _Words(QTranslator):
    """The words of one file, but for the names of keys."""

    def translate(
        self, context: str, text: str, about: str | None = None, count: int = -1
    ) -> str | None:
        """The translation, or None where there is none and the text is to stay. What has got a key
        since it was translated is told without."""
        if context == _KEYS:
            return None
        for place in (context, _MOVED.get(context, context)):
            for said in (text, text.replace("&", "")):
                if known := super().translate(place, said, about, count):
                    return known
        return None
