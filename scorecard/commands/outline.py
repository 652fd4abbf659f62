"""Where lines of the library go: under their perspective, and there under their department."""

from scorecard.board import Board
from scorecard.commands.free_id import free_id
from scorecard.model.records import Node
from scorecard.text import LANGUAGES, say
from scorecard.vocabulary import Category, NodeKind, Words

#: By what a perspective is known, whatever else its name says.
KNOWN_BY = {
    Category.FINANCIAL: ("財務", "financ"),
    Category.CUSTOMER: ("客戶", "顧客", "customer"),
    Category.INTERNAL_PROCESS: ("內部", "流程", "營運", "internal", "process"),
    Category.LEARNING_GROWTH: ("學習", "成長", "learning", "growth"),
}


class Outline:
    """The tree of a board with the lines that a command adds to it, before they are there."""

    def __init__(self, board: Board) -> None:
        self._nodes = dict(board.nodes)
        self.added: list[Node] = []

    def has(self, kpi: str, org: str) -> bool:
        """Whether the KPI has a line for that unit."""
        return any(node.kpi == kpi and node.org == org for node in self._nodes.values())

    def add(self, parent: str | None, kind: NodeKind, name: Words) -> str:
        """A line at the end of those below `parent`; its id."""
        return self.put(Node("", parent, kind, name))

    def add_kpi(self, parent: str, kpi: str, org: str, *, star: bool) -> None:
        """A line of a KPI at the end of those below `parent`."""
        self.put(Node("", parent, NodeKind.KPI, kpi=kpi, org=org, star=star))

    def perspective(self, category: Category) -> str:
        """The line of a perspective, the first in the tree; made where there is none."""
        known_by = KNOWN_BY[category]
        for node in self._nodes.values():
            said = " ".join(node.name).casefold()
            if node.kind is NodeKind.PERSPECTIVE and any(word in said for word in known_by):
                return node.id
        goals = [node.id for node in self._nodes.values() if node.kind is NodeKind.GOAL]
        return self.add(
            goals[0] if goals else None, NodeKind.PERSPECTIVE, words(f"perspective.{category}")
        )

    def level(self, parent: str, name: Words) -> str:
        """The line of that name below `parent`; made where there is none."""
        for node in self._nodes.values():
            if node.parent == parent and node.name == name:
                return node.id
        return self.add(parent, NodeKind.LEVEL, name)

    def goal(self) -> str:
        """The first goal of the tree; made where there is none."""
        found = next((n.id for n in self._nodes.values() if n.kind is NodeKind.GOAL), "")
        return found or self.add(None, NodeKind.GOAL, words("new.goal"))

    def put(self, unnamed: Node) -> str:
        """A line without an id and an order, at the end of those below its parent; its id."""
        brothers = [n.order for n in self._nodes.values() if n.parent == unnamed.parent]
        node = Node(
            free_id("N-", self._nodes),
            unnamed.parent,
            unnamed.kind,
            unnamed.name,
            kpi=unnamed.kpi,
            org=unnamed.org,
            star=unnamed.star,
            order=max(brothers, default=0) + 1,
        )
        self._nodes[node.id] = node
        self.added.append(node)
        return node.id


def words(key: str) -> Words:
    """A text of resources/words in both languages."""
    return Words(**{language: say(key, language) for language in LANGUAGES})
