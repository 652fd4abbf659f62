"""Asking for a file; where the dialog is Qt's own, it has the dates and icons of the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileInfo, QModelIndex, QPersistentModelIndex, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFileSystemModel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QWidget,
)

from ui.look import Look

_DATES, _MOMENT = 3, "yyyy-MM-dd HH:mm"
#: The buttons of Qt's dialog, whose own icons are black on any ground.
_ICONS = {
    "backButton": "chevron-left",
    "forwardButton": "chevron-right",
    "toParentButton": "chevron-up",
    "newFolderButton": "plus",
    "listModeButton": "columns-3",
    "detailModeButton": "list",
}


def ask_to_save(look: Look, parent: QWidget, title: str, proposed: Path, kinds: str) -> str:
    """The name of a file to write, empty where nobody wants one."""
    return _asked(look, lambda: QFileDialog.getSaveFileName(parent, title, str(proposed), kinds))


def ask_to_open(look: Look, parent: QWidget, title: str, folder: Path, kinds: str) -> str:
    """The name of a file to read, empty where nobody wants one."""
    return _asked(look, lambda: QFileDialog.getOpenFileName(parent, title, str(folder), kinds))


def dress(look: Look, dialog: QFileDialog) -> None:
    """Give Qt's dialog the icons of the window, and dates as the window writes them."""
    for button in dialog.findChildren(QToolButton):
        if button.objectName() in _ICONS:
            button.setIcon(look.icon(_ICONS[button.objectName()]))
    view = dialog.findChild(QTreeView, "treeView")
    if isinstance(view, QTreeView):
        view.setItemDelegateForColumn(_DATES, _Dates(view))


def _asked(look: Look, ask: Callable[[], tuple[str, str]]) -> str:
    def dress_it() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            dress(look, dialog)

    QTimer.singleShot(0, dress_it)  # once the dialog is there; it waits for its answer
    name, _ = ask()
    return name


class _Dates(QStyledItemDelegate):
    """Qt writes dates as the system does, whatever the language of the window."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Year, month, day, as everywhere in the window."""
        super().initStyleOption(option, index)
        path = str(index.data(QFileSystemModel.Roles.FilePathRole) or "")
        moment = QFileInfo(path).lastModified()
        option.text = moment.toString(_MOMENT)
