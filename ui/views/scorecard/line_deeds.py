"""What can be done to the chosen line: star, weight, name, place, removal, copying."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from scorecard.commands.branch import MoveNode, RemoveNode
from scorecard.commands.line import RenameNode, StarNode, WeighNode
from scorecard.commands.new_line import NewKpi, NewTheme
from scorecard.commands.new_scorecard import beginning
from scorecard.commands.org import PutOrg
from scorecard.model.records import Node, Org
from scorecard.number import plain
from scorecard.reading.entry import read_number
from scorecard.reading.outcome import Read, Wrong
from scorecard.text import LANGUAGES, Said, say, sentence
from scorecard.trouble import Refused
from scorecard.vocabulary import NodeKind, Words
from scorecard.workspace import Command
from ui.bridge import Bridge
from ui.dialogs.ask import Ask
from ui.dialogs.new_line import Make, NewLine
from ui.look import Look
from ui.selection import Selection
from ui.tree.clipboard import table_text
from ui.tree.voice import Voice
from ui.views.scorecard.page import ScorecardPage

#: What the company of a new document is called until somebody names it.
_ANY_COMPANY = Words(**{lang: say("new.unit", lang) for lang in LANGUAGES})


class LineDeeds:
    """Deeds on the line that `selection` names; each is one step that can be undone."""

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
        self._voice = Voice(look, lambda: bridge.board)

    def add(self) -> None:
        """Ask for a new line below the chosen one; below its parent where that is a KPI."""
        node = self._node
        if node is not None and node.kind is NodeKind.KPI:
            node = self._bridge.board.nodes.get(node.parent or "")
        if node is not None:
            title = Said("window.new_line.title", self._named(node))
            NewLine(self._look, self._parent, title, self._made(node)).open()

    def star(self) -> None:
        """Make it a key KPI, or an ordinary one again."""
        node = self._node
        if node is not None and node.kpi:
            self._bridge.ask(StarNode(node.id, not node.star))

    def weigh(self) -> None:
        """Ask for its weight among its brothers."""
        node = self._node
        if node is not None:
            text = str(plain(node.weight))
            self._ask(Said("window.ask.weigh", self._named(node)), text, self._weighed(node))

    def rename(self) -> None:
        """Ask for its name in the language of now."""
        node = self._node
        if node is not None:
            text = self._bridge.board.name_of(node).show(self._look.language)
            self._ask(Said("window.ask.rename", self._named(node)), text, self._renamed(node))

    def rename_unit(self, org: str) -> None:
        """Ask for the name of an org unit in the language of now."""
        unit = self._bridge.board.orgs.get(org)
        if unit is not None:
            text = unit.name.show(self._look.language)
            self._ask(
                Said("window.ask.rename", {"name": unit.name}), text, self._unit_renamed(unit)
            )

    def move(self, steps: int) -> None:
        """Move it that many places down among its brothers, up if negative."""
        node = self._node
        if node is None:
            return
        brothers = self._bridge.board.children.get(node.parent, ())
        place = brothers.index(node.id) + steps
        if 0 <= place < len(brothers):
            self._bridge.ask(MoveNode(node.id, node.parent, place))

    def remove(self) -> None:
        """Take it out of the tree with all below it; undo brings it back."""
        node = self._node
        if node is not None:
            self._bridge.ask(RemoveNode(node.id))
            self._selection.choose(node.parent)

    def copy_table(self) -> None:
        """Put what is shown on the clipboard, as a table."""
        model = self._page.model
        rows = ((model.depth_of(node), line) for node, line in model.rows.lines.items())
        QGuiApplication.clipboard().setText(table_text(rows, self._voice))

    @property
    def _node(self) -> Node | None:
        return self._bridge.board.nodes.get(self._selection.node or "")

    @property
    def _beginning(self) -> str:
        """From when on a new KPI counts: long enough to enter what was before it, as in a new
        scorecard."""
        return beginning(self._bridge.today(), self._bridge.board.settings.fiscal_start)

    def _named(self, node: Node) -> dict[str, str | Words | Said]:
        return {"name": self._bridge.board.name_of(node)}

    def _ask(self, title: Said, text: str, accept: Callable[[str], str]) -> None:
        Ask(self._look, self._parent, title, text, accept).open()

    def _weighed(self, node: Node) -> Callable[[str], str]:
        def accept(text: str) -> str:
            read = read_number(text)
            if isinstance(read, Wrong):
                return sentence(read.trouble, self._look.language)
            if not isinstance(read, Read):
                return self._look.say("window.ask.number")
            return self._try(WeighNode(node.id, read.value))

        return accept

    def _made(self, parent: Node) -> Make:
        def make(is_kpi: bool, name: str, unit: str, target: str) -> str:
            words = Words(**{self._look.language: name})
            if not is_kpi:
                return self._shown(NewTheme(parent.id, words))
            orgs = self._bridge.board.orgs.values()
            org = next((unit.id for unit in orgs if unit.parent is None), "")
            start = min(self._beginning, self._selection.month.code)
            return self._shown(NewKpi(parent.id, org, words, unit, start, target))

        return make

    def _renamed(self, node: Node) -> Callable[[str], str]:
        def accept(text: str) -> str:
            there = self._bridge.board.name_of(node)
            name = there._replace(**{self._look.language: text.strip()})
            return self._try(RenameNode(node.id, name))

        return accept

    def _unit_renamed(self, unit: Org) -> Callable[[str], str]:
        def accept(text: str) -> str:
            if not text.strip():
                return self._look.say("trouble.name_missing")
            # The word for any company, in the other language, is none for this one any more.
            kept = {lang: "" for lang in LANGUAGES if unit.name == _ANY_COMPANY}
            name = unit.name._replace(**{**kept, self._look.language: text.strip()})
            return self._try(PutOrg(replace(unit, name=name)))

        return accept

    def _shown(self, command: Command) -> str:
        """Do what makes a line, and go to it."""
        before = self._bridge.board.nodes.keys()
        refused = self._try(command)
        for node in self._bridge.board.nodes.keys() - before:
            self._page.show_line(node)
        return refused

    def _try(self, command: Command) -> str:
        try:
            self._bridge.run(command)
        except Refused as refusal:
            return sentence(refusal.troubles[0], self._look.language)
        return ""
