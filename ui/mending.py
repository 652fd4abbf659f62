"""From a finding of governance to where it is mended: a field, a comment, a measure, a line."""

from typing import TYPE_CHECKING

from scorecard.commands.place_kpi import PlaceKpi
from scorecard.governance.finding import Concern, Finding
from ui.pages import SCORECARD
from ui.views.panel.definition_page import DefinitionPage
from ui.views.panel.measure_deeds import MeasureDeeds

if TYPE_CHECKING:
    from ui.look import Look
    from ui.room import Room


def mend(room: "Room", look: "Look", finding: Finding) -> None:
    """Go there. A KPI that no line shows is given one first."""
    if finding.measure:
        MeasureDeeds(look, room.bridge, room, lambda _before, _after: None).edit(finding.measure)
        return
    node = finding.node or _placed(room, finding)
    if not node:
        return
    room.page_requested.emit(SCORECARD.key)
    if finding.concern is Concern.MANY_STARS:
        room.page.filters.clear()
        room.page.filters.show_stars()
    room.page.show_line(node)
    if finding.concern is Concern.RED_UNANSWERED:
        room.comment()
    elif finding.field:
        go_to_field(room, finding.field)


def _placed(room: "Room", finding: Finding) -> str:
    """The line that the KPI has now; empty where the document did not take it."""
    before = room.bridge.board.nodes.keys()
    room.bridge.ask(PlaceKpi(finding.kpi))
    nodes = room.bridge.board.nodes
    return next((n for n in nodes.keys() - before if nodes[n].kpi == finding.kpi), "")


def go_to_field(room: "Room", field: str) -> None:
    """Give the keyboard to a field of the definition of the chosen KPI."""
    page = _definition(room)
    if page is not None:
        page.sheet.go_to(field)


def show_field(room: "Room", field: str) -> None:
    """Bring a field of the definition of the chosen KPI into view; the keyboard stays."""
    page = _definition(room)
    if page is not None:
        page.sheet.show_field(field)


def _definition(room: "Room") -> DefinitionPage | None:
    """The definition of the chosen KPI, in front."""
    if room.panel is None:
        return None
    room.page.open_panel()
    room.panel.show_tab("definition")
    page = room.panel.page("definition")
    return page if isinstance(page, DefinitionPage) else None
