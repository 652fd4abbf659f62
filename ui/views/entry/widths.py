"""How wide the columns of the sheet are, in px, and how many earlier periods have room."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHeaderView, QTableView

from scorecard.entering.sheet import COLUMNS
from ui.views.entry.sheet_model import Column

WIDTHS = {Column.STATE: 36, Column.NAME: 216, Column.UNIT: 44, Column.NOW: 120}
MONTH = 84
#: So wide is what is said of a row at least; the oldest periods give way to it.
LEAST_CHECK = 168
#: In a narrow window columns and what is said of a row give way first, as far as so many earlier
#: periods need.
NARROW = {**WIDTHS, Column.NAME: 184, Column.NOW: 112}
NARROW_CHECK, FEWEST = 88, 3


def fitted(width: int) -> tuple[Mapping[Column, int], int]:
    """The widths of the columns with a name in a sheet so wide, and how many earlier periods are
    shown between them: the oldest give way, the last one before now stays."""
    is_wide = width >= sum(WIDTHS.values()) + FEWEST * MONTH + LEAST_CHECK
    widths, check = (WIDTHS, LEAST_CHECK) if is_wide else (NARROW, NARROW_CHECK)
    most = COLUMNS if is_wide else FEWEST
    return widths, min(max((width - sum(widths.values()) - check) // MONTH, 1), most)


def lay_out(view: QTableView) -> None:
    """Give the columns of a sheet their widths; what is said of a row has what is left."""
    header = view.horizontalHeader()
    header.setMinimumSectionSize(24)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    for column in range(Column.FIRST, Column.NOW):
        view.setColumnWidth(column, MONTH)
    for column, width in WIDTHS.items():
        view.setColumnWidth(column, width)
    header.setSectionResizeMode(Column.CHECK, QHeaderView.ResizeMode.Stretch)
