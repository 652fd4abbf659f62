"""The rows of the list: what each column says of a finding."""

from enum import IntEnum

from PySide6.QtCore import Qt

from scorecard.governance.finding import Finding
from scorecard.model.records import Org
from scorecard.text import listed
from scorecard.vocabulary import Words
from ui.look import Look
from ui.widgets.rows import Index
from ui.widgets.rows_model import RowsModel, headed


class Column(IntEnum):
    """What a row tells of a finding."""

    CONCERN = 0
    NAME = 1
    ID = 2
    SENTENCE = 3
    ORG = 4


class FindingsModel(RowsModel[Finding, Column]):
    """The rows; units are shown by their names."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tuple(Column), headed("governance.column"), said=self.text, key=_key)
        self._orgs: dict[str, Org] = {}

    def know_units(self, orgs: dict[str, Org]) -> None:
        """Call the units of the document by their names."""
        self._orgs = orgs

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell in writing; a row speaks as a whole through what it is about."""
        if not index.isValid():
            return None
        finding, column = self.rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self.text(finding, column)
            case Qt.ItemDataRole.AccessibleTextRole if column is Column.CONCERN:
                return self._spoken(finding)
        return None

    def text(self, finding: Finding, column: Column) -> str:
        """What a cell says."""
        match column:
            case Column.CONCERN:
                return self._look.say(f"governance.concern.{finding.concern}")
            case Column.NAME:
                return self._look.tell(finding.name)
            case Column.ID:
                return finding.id
            case Column.SENTENCE:
                return self._look.tell(finding.sentence)
            case Column.ORG:
                names = [self._unit(org) for org in finding.orgs]
                return self._look.tell(listed([*names]))

    def _unit(self, org: str) -> Words:
        unit = self._orgs.get(org)
        return unit.name if unit is not None and any(unit.name) else Words(org, org)

    def _spoken(self, finding: Finding) -> str:
        level = self._look.say(f"governance.level.{finding.level}")
        parts = [level, *(self.text(finding, column) for column in Column)]
        return self._look.say("library.comma").join(part for part in parts if part)


def _key(finding: Finding) -> object:
    """What a finding is about, and of which unit."""
    return (finding.concern, finding.id, finding.orgs)
