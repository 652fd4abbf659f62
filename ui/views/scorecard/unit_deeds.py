"""What concerns units: copies of a branch for another one, a KPI for several, the units
themselves; and what comes back from the archive."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scorecard.commands.archive import archived_lines
from scorecard.commands.archiving import RestoreLines
from scorecard.commands.duplicating import DuplicateBranch
from scorecard.commands.for_units import AddForUnits
from scorecard.commands.org import PutOrg
from scorecard.model.records import Node, Org
from scorecard.text import LANGUAGES, Said, say, sentence
from scorecard.trouble import Refused
from scorecard.vocabulary import NodeKind, Words
from scorecard.workspace import Command
from ui.bridge import Bridge
from ui.dialogs.archived import ArchivedLines
from ui.dialogs.ask import Ask
from ui.dialogs.duplicate import Duplicate
from ui.dialogs.for_units import ForUnits
from ui.dialogs.units import OrgUnits
from ui.look import Look
from ui.selection import Selection
from ui.views.scorecard.page import ScorecardPage

#: What the company of a new document is called until somebody names it.
_ANY_COMPANY = Words(**{lang: say("new.unit", lang) for lang in LANGUAGES})


class UnitDeeds:
    """Each is one step that can be undone; what is made is gone to."""

    def __init__(
        self,
        bridge: Bridge,
        selection: Selection,
        look: Look,
        page: ScorecardPage,
        parent: QWidget,
    ) -> None:
        self._bridge, self._selection, self._look = bridge, selection, look
        self._page, self._parent = page, parent

    def duplicate(self) -> None:
        """Ask for which unit the chosen branch is copied."""
        node = self._node
        if node is not None:
            title = Said("window.duplicate.title", self._named(node))
            Duplicate(
                self._look,
                self._parent,
                title,
                self._bridge.board,
                lambda unit, targets: self._shown(DuplicateBranch(node.id, unit, targets)),
            ).open()

    def for_units(self) -> None:
        """Ask for which units the chosen KPI has lines below it; below another line, for which
        KPI of which unit too."""
        node = self._node
        if node is None:
            return
        is_kpi = node.kind is NodeKind.KPI
        line = (node.kpi or "", node.org or "") if is_kpi else None
        ForUnits(
            self._look,
            self._parent,
            Said("window.for_units.title", self._named(node))
            if is_kpi
            else Said("window.for_units.title.any"),
            self._bridge.board,
            line=line,
            there=lambda kpi, whole: self._there(node, kpi, whole),
            make=lambda kpi, whole, units, targets: self._shown(
                AddForUnits(node.id, kpi, whole, units, targets)
            ),
        ).open()

    def show_archived(self) -> None:
        """List what is archived, to have it back."""
        lines = archived_lines(self._bridge.board)
        ArchivedLines(self._look, self._parent, lines, self._restored).open()

    def show_units(self) -> None:
        """Show the org units."""
        OrgUnits(self._look, self._parent, lambda: self._bridge.board, self._try).open()

    def rename(self, org: str) -> None:
        """Ask for the name of an org unit in the language of now."""
        unit = self._bridge.board.orgs.get(org)
        if unit is not None:
            title = Said("window.ask.rename", {"name": unit.name})
            text = unit.name.show(self._look.language)
            accept, example = self._renamed(unit), Said("window.units.example")
            Ask(self._look, self._parent, title, text, accept, example=example).open()

    @property
    def _node(self) -> Node | None:
        return self._bridge.board.nodes.get(self._selection.node or "")

    def _named(self, node: Node) -> dict[str, str | Words | Said]:
        return {"name": self._bridge.board.name_of(node)}

    def _there(self, node: Node, kpi: str, whole: str) -> Iterable[str]:
        """The units that have their line below a line already."""
        if (node.kpi, node.org) != (kpi, whole):
            return ()
        nodes = self._bridge.board.nodes
        below = (nodes[child] for child in self._bridge.board.children.get(node.id, ()))
        return [line.org or "" for line in below if line.kpi == kpi and not line.archived]

    def _renamed(self, unit: Org) -> Callable[[str], str]:
        def accept(text: str) -> str:
            if not text.strip():
                return self._look.say("trouble.name_missing")
            # The word for any company, in the other language, is none for this one any more.
            kept = {lang: "" for lang in LANGUAGES if unit.name == _ANY_COMPANY}
            name = unit.name._replace(**{**kept, self._look.language: text.strip()})
            return self._try(PutOrg(replace(unit, name=name)))

        return accept

    def _restored(self, nodes: tuple[str, ...]) -> str:
        refused = self._try(RestoreLines(nodes))
        if not refused and nodes[0] in self._page.model.rows.lines:
            self._page.show_line(nodes[0])
        return refused

    def _shown(self, command: Command) -> str:
        """Do what makes lines, and go to the first of them."""
        before = self._bridge.board.nodes.keys()
        refused = self._try(command)
        made = [node for node in self._page.model.rows.lines if node not in before]
        if made and not refused:
            self._page.tree.expand(self._page.model.index_of(made[0]))
            self._page.show_line(made[0])
        return refused

    def _try(self, command: Command) -> str:
        try:
            self._bridge.run(command)
        except Refused as refusal:
            return sentence(refusal.troubles[0], self._look.language)
        return ""
