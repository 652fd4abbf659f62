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
    """Puts into an empty document what every scorecard has; `language` is its own."""

    language: str

    def __call__(self, board: Board) -> Change:
        edits = tuple(Edit(None, record) for record in self._records())
        return Change(Said("window.command.new_document"), () if board.nodes else edits)

    def _records(self) -> list[Record]:
        perspectives: list[Record] = [
            Node(name, GOAL, NodeKind.PERSPECTIVE, _words(name), weight=1.0, order=place)
            for place, name in enumerate(PERSPECTIVES, 1)
        ]
        return [
            Setting("language", self.language),
            Org(COMPANY, _words("company")),
            Node(GOAL, None, NodeKind.GOAL, _words("goal"), order=1),
            *perspectives,
        ]


def _words(name: str) -> Words:
    return Words(**{language: say(f"window.new.{name}", language) for language in LANGUAGES})
