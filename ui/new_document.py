"""The command that begins a document: one unit, a goal, the four perspectives."""

from dataclasses import dataclass

from scorecard.board import Board
from scorecard.model.edits import Change, Edit
from scorecard.model.records import Node, Org, Record, Setting
from scorecard.text import LANGUAGES, Said, say
from scorecard.vocabulary import NodeKind, Words

COMPANY, GOAL = "co", "goal"
PERSPECTIVES = ("financial", "customer", "internal", "learning")


@dataclass(frozen=True, slots=True)
class NewDocument:
    """Puts into a document without lines what every scorecard has; `language` is its own.

    What it says of that already, such as its units, stays.
    """

    language: str

    def __call__(self, board: Board) -> Change:
        new = [r for r in self._records(board) if board.find(r.table, r.key) is None]
        edits = tuple(Edit(None, record) for record in new)
        return Change(Said("window.command.new_document"), () if board.nodes else edits)

    def _records(self, board: Board) -> list[Record]:
        perspectives: list[Record] = [
            Node(name, GOAL, NodeKind.PERSPECTIVE, _words(name), weight=1.0, order=place)
            for place, name in enumerate(PERSPECTIVES, 1)
        ]
        company: list[Record] = [] if board.orgs else [Org(COMPANY, _words("company"))]
        return [
            Setting("language", self.language),
            *company,
            Node(GOAL, None, NodeKind.GOAL, _words("goal"), order=1),
            *perspectives,
        ]


def _words(name: str) -> Words:
    return Words(**{language: say(f"window.new.{name}", language) for language in LANGUAGES})
