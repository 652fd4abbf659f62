"""What can be done to the picked lines: star, weight, owner, archive, copying; to the one that
is gone to: name, new lines."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from scorecard.commands.archiving import ArchiveLines
from scorecard.commands.branch import RemoveLines
from scorecard.commands.line import OwnLines, RenameNode, StarLines, WeighLines, kpis_of
from scorecard.commands.new_line import NewKpi, NewTheme
from scorecard.commands.new_scorecard import beginning
from scorecard.figures.siblings import weighing_said
from scorecard.model.records import Node
from scorecard.number import plain
from scorecard.org_units import in_order, unit_of_line
from scorecard.reading.entry import read_number
from scorecard.reading.outcome import Read, Wrong
from scorecard.reading.span import read_period
from scorecard.text import Said, sentence
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import NodeKind, Words
from scorecard.workspace import Command
from ui.bridge import Bridge
from ui.dialogs.ask import Ask, Tell
from ui.dialogs.new_line import Make, NewLine
from ui.look import Look, Wording
from ui.selection import Selection
from ui.tree.clipboard import table_text
from ui.tree.voice import Voice
from ui.views.scorecard.page import ScorecardPage


class LineDeeds:
    """Deeds on the lines that are picked in the tree; each is one step that can be undone. `define`
    shows where the formula of a KPI that was just begun is written."""

    def __init__(
        self,
        bridge: Bridge,
        selection: Selection,
        look: Look,
        page: ScorecardPage,
        parent: QWidget,
        *,
        define: Callable[[], None],
    ) -> None:
        self._define = define
        self._bridge, self._selection, self._look = bridge, selection, look
        self._page, self._parent = page, parent
        self._voice = Voice(look, lambda: bridge.board)

    def add(self) -> None:
        """Ask for a new line below the chosen one; below its parent where that is a KPI."""
        board, node = self._bridge.board, self._node
        if node is None:
            return
        above = board.nodes.get(node.parent or "") if node.kind is NodeKind.KPI else node
        if above is not None:
            title = Said("window.new_line.title", self._named(above))
            orgs, org = in_order(board), unit_of_line(board, node.id)
            NewLine(self._look, self._parent, title, self._made(above), orgs=orgs, org=org).open()

    def star(self) -> None:
        """Make KPIs key KPIs, or ordinary ones again where all of them are."""
        nodes = self._bridge.board.nodes
        kpis = tuple(node for node in self._picked if nodes[node].kpi)
        if kpis:
            self._bridge.ask(StarLines(kpis, not all(nodes[node].star for node in kpis)))

    def weigh(self) -> None:
        """Ask for their weight among their siblings, whose sum is told at each key."""
        nodes = self._picked
        if nodes:
            weights = {self._bridge.board.nodes[node].weight for node in nodes}
            text = str(plain(weights.pop())) if len(weights) == 1 else ""
            self._ask("weigh", nodes, text, self._weighed(nodes), self._weighing(nodes))

    def own(self) -> None:
        """Ask for the owner of their KPIs, in the language of now."""
        nodes, board = self._picked, self._bridge.board
        kpis = kpis_of(board, nodes)
        if not kpis:
            self._bridge.show_refused((Trouble("no_kpi_among"),))
            return
        owners = {board.latest(kpi).owner.show(self._look.language) for kpi in kpis}
        text = owners.pop() if len(owners) == 1 else ""
        self._ask("own", nodes, text, self._owned(nodes), _always("window.ask.own.says"))

    def archive(self) -> None:
        """Ask from when on they are archived."""
        nodes = self._picked
        if nodes:
            month = self._selection.month.code
            says = _always("window.ask.archive.says")
            self._ask("archive", nodes, month, self._archived(nodes), says)

    def rename(self) -> None:
        """Ask for its name in the language of now."""
        node = self._node
        if node is not None:
            text = self._bridge.board.name_of(node).show(self._look.language)
            self._ask("rename", (node.id,), text, self._renamed(node))

    def remove(self) -> None:
        """Take them out of the tree with all below them; undo brings them back."""
        nodes = self._picked
        if nodes:
            beside = self._beside(nodes)
            if self._bridge.ask(RemoveLines(nodes)):
                self._selection.choose(beside)

    def copy_table(self) -> None:
        """Put what is shown on the clipboard, as a table; only the picked lines, if several."""
        model, picked = self._page.model, self._picked
        lines = model.rows.lines
        nodes = picked if len(picked) > 1 else tuple(lines)
        rows = ((model.depth_of(node), lines[node]) for node in nodes)
        QGuiApplication.clipboard().setText(table_text(rows, self._voice))

    @property
    def _node(self) -> Node | None:
        return self._bridge.board.nodes.get(self._selection.node or "")

    @property
    def _beginning(self) -> str:
        """From when on a new KPI counts: long enough to enter what was before it, as in a new
        scorecard."""
        return beginning(self._bridge.today(), self._bridge.board.settings.fiscal_start)

    @property
    def _picked(self) -> tuple[str, ...]:
        """The picked lines, in the order of the tree."""
        return tuple(n for n in self._page.tree.picked if n in self._bridge.board.nodes)

    def _beside(self, nodes: tuple[str, ...]) -> str | None:
        """Where one stands when lines are gone: on the parent of the first of them."""
        return self._bridge.board.nodes[nodes[0]].parent

    def _named(self, node: Node) -> dict[str, str | Words | Said]:
        return {"name": self._bridge.board.name_of(node)}

    def _ask(
        self,
        what: str,
        nodes: tuple[str, ...],
        text: str,
        accept: Callable[[str], str],
        tell: Tell | None = None,
    ) -> None:
        """Ask about one line by its name, about several by their number."""
        title = Said(f"window.ask.{what}", self._named(self._bridge.board.nodes[nodes[0]]))
        if len(nodes) > 1:
            title = Said(f"window.ask.{what}_several", {"count": str(len(nodes))})
        example = Said(f"window.ask.{what}.example")
        Ask(self._look, self._parent, title, text, accept, tell=tell, example=example).open()

    def _weighed(self, nodes: tuple[str, ...]) -> Callable[[str], str]:
        def accept(text: str) -> str:
            read = read_number(text)
            if isinstance(read, Wrong):
                return sentence(read.trouble, self._look.language)
            if not isinstance(read, Read):
                return self._look.say("window.ask.number")
            return self._try(WeighLines(nodes, read.value))

        return accept

    def _weighing(self, nodes: tuple[str, ...]) -> Tell:
        def tell(text: str) -> Wording:
            read = read_number(text)
            if not isinstance(read, Read) or read.value < 0:
                return ""
            return weighing_said(self._bridge.evaluation, nodes, read.value)

        return tell

    def _owned(self, nodes: tuple[str, ...]) -> Callable[[str], str]:
        def accept(text: str) -> str:
            return self._try(OwnLines(nodes, Words(**{self._look.language: text.strip()})))

        return accept

    def _archived(self, nodes: tuple[str, ...]) -> Callable[[str], str]:
        def accept(text: str) -> str:
            beside, read = self._beside(nodes), read_period(text)
            start = read.value.code if isinstance(read, Read) else text.strip()
            refused = self._try(ArchiveLines(nodes, start))
            if not refused and nodes[0] not in self._page.model.rows.lines:
                self._selection.choose(beside)
            return refused

        return accept

    def _made(self, parent: Node) -> Make:
        def make(is_kpi: bool, org: str, name: str, unit: str, target: str) -> str:
            words = Words(**{self._look.language: name})
            if not is_kpi:
                return self._shown(NewTheme(parent.id, words))
            start = min(self._beginning, self._selection.month.code)
            refused = self._shown(NewKpi(parent.id, org, words, unit, start, target))
            if not refused:
                self._define()
            return refused

        return make

    def _renamed(self, node: Node) -> Callable[[str], str]:
        def accept(text: str) -> str:
            there = self._bridge.board.name_of(node)
            name = there._replace(**{self._look.language: text.strip()})
            return self._try(RenameNode(node.id, name))

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


def _always(key: str) -> Tell:
    return lambda _text: Said(key)
