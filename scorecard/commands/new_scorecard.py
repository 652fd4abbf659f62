"""Beginning a document: its unit, its goal, the perspectives, and KPIs of the library."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scorecard.board import Board
from scorecard.cleaning import clean_words
from scorecard.commands.add_kpis import AddKpis, Pick
from scorecard.commands.outline import words
from scorecard.commands.putting import put_all
from scorecard.model.edits import Change
from scorecard.model.records import Node, Org, Record, Setting
from scorecard.period import Calendar
from scorecard.text import Said
from scorecard.vocabulary import NO_WORDS, Category, Frequency, NodeKind, Words

UNIT, GOAL = "co", "goal"


@dataclass(frozen=True, slots=True)
class NewScorecard:
    """Puts into a document without lines what every scorecard has, ready for entry.

    `language` is the document's own, `unit` the name of the company or department (empty:
    simply that), `fiscal_start` the first month of its year, where that is said. `picks` are
    added as `AddKpis` does, from `start` on; `by_department` with a line for each.
    What the document says already, such as its units, stays.
    """

    language: str
    start: str
    picks: tuple[Pick, ...] = ()
    unit: Words = NO_WORDS
    fiscal_start: int | None = None
    by_department: bool = False

    def __call__(self, board: Board) -> Change:
        name = Said("command.new_scorecard")
        if board.nodes:
            return Change(name)
        fresh = [each for each in self._records(board) if board.find(each.table, each.key) is None]
        edits = put_all(board, fresh)
        begun = board.after(edits)
        unit = next(org.id for org in begun.orgs.values() if org.parent is None)
        picked = AddKpis(self.picks, unit, self.start, by_department=self.by_department)
        return Change(name, edits + picked.outcome(begun).edits)

    def _records(self, board: Board) -> Iterator[Record]:
        yield Setting("language", self.language)
        if self.fiscal_start is not None:
            yield Setting("fiscal_start", self.fiscal_start)
        if not board.orgs:
            named = clean_words(self.unit)
            yield Org(UNIT, named if any(named) else words("new.unit"))
        yield Node(GOAL, None, NodeKind.GOAL, words("new.goal"), order=1)
        for place, category in enumerate(Category, 1):
            name = words(f"perspective.{category}")
            yield Node(category.value, GOAL, NodeKind.PERSPECTIVE, name, order=place)


def beginning(today: date, fiscal_start: int = 1) -> str:
    """From when on the targets of a new scorecard count: the month in which the fiscal year
    before that of `today` begins, so that a year to compare with can be entered too."""
    calendar = Calendar(fiscal_start)
    before = calendar.containing(today, Frequency.YEAR).shifted(-1)
    return calendar.containing(calendar.span(before).first, Frequency.MONTH).code
