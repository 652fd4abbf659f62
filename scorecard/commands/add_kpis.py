"""Adding KPIs of the library to a scorecard, with the measures that they need."""

from dataclasses import dataclass
from typing import NamedTuple

from scorecard.board import Board
from scorecard.catalogue.library import library
from scorecard.catalogue.template import Template
from scorecard.commands.borrowing import Borrowing
from scorecard.commands.lookup import node_of, org_of, start_of
from scorecard.commands.outline import Outline
from scorecard.commands.renaming import followed
from scorecard.model.edits import Change, Edit
from scorecard.model.records import Measure, Record, Target
from scorecard.text import Said
from scorecard.trouble import Level, Refused, Trouble

#: How many key KPIs (★) a department is advised to have.
FEWEST_STARS, MOST_STARS = 3, 5


class Pick(NamedTuple):
    """One KPI of the library by its id, as key KPI or not."""

    template: str
    star: bool = False


class Outcome(NamedTuple):
    """What adding does. `kpis` are the ids of those that get a line, `measures` come along,
    `reused` were there; `notes` are what a reader should know, none of them forbids it."""

    edits: tuple[Edit, ...]
    kpis: tuple[str, ...]
    measures: tuple[Measure, ...]
    reused: tuple[Measure, ...]
    notes: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True)
class AddKpis:
    """`picks` at the unit `org`, each under the line `parent`, or under its perspective where
    that is None; `by_department` puts a line for each department between.

    Definitions and targets count from `start` on. `as_updated` keeps them by day or week
    where the library says so, otherwise everything is entered by month at the quickest. A KPI
    that the document has already only gets its line, a line that is there stays. Refused: no
    such template, unit, line or period.
    """

    picks: tuple[Pick, ...]
    org: str
    start: str
    parent: str | None = None
    by_department: bool = False
    as_updated: bool = False

    def __call__(self, board: Board) -> Change:
        outcome = self.outcome(board)
        return Change(_name(board, outcome), outcome.edits)

    def outcome(self, board: Board) -> Outcome:
        """What it would do on `board`."""
        org_of(board, self.org)
        start_of(self.start)
        if self.parent is not None:
            node_of(board, self.parent)
        borrowing = Borrowing(board, as_updated=self.as_updated, start=self.start)
        outline = Outline(board)
        targets: list[Target] = []
        placed: list[str] = []
        for pick in self.picks:
            template = template_of(pick.template)
            kpi = borrowing.borrow(template)
            if not outline.has(kpi, self.org):
                placed.append(kpi)
                outline.add_kpi(self._below(outline, template), kpi, self.org, star=pick.star)
                targets += borrowing.target(template, kpi, self.org)
        lending = borrowing.lent()
        records: list[Record] = [*lending.measures, *lending.versions, *outline.added, *targets]
        edits = followed(board, [Edit(None, record) for record in records])
        return Outcome(edits, tuple(placed), lending.measures, lending.reused, tuple(lending.notes))

    def _below(self, outline: Outline, template: Template) -> str:
        if self.parent is not None:
            return self.parent
        category = template.version.category
        if category is None:
            raise ValueError(template.id)
        above = outline.perspective(category)
        if not self.by_department:
            return above
        shelves = {shelf.id: shelf.name for shelf in library().departments}
        return outline.level(above, shelves[template.department])


def template_of(template: str) -> Template:
    """The template. Raises Refused(unknown_template)."""
    known = library().templates
    if template not in known:
        raise Refused([Trouble("unknown_template", facts={"id": template[:60]})])
    return known[template]


def star_notes(board: Board) -> tuple[Trouble, ...]:
    """A note for each department of the library with more key KPIs than is advised."""
    known = library().templates
    starred = {n.kpi for n in board.nodes.values() if n.star and n.kpi}
    departments = [known[kpi].department for kpi in starred if kpi in known]
    return tuple(
        Trouble(
            "many_stars",
            facts={
                "department": " ".join(shelf.name),
                "count": str(departments.count(shelf.id)),
                "most": str(MOST_STARS),
            },
            level=Level.WARNING,
        )
        for shelf in library().departments
        if departments.count(shelf.id) > MOST_STARS
    )


def _name(board: Board, outcome: Outcome) -> Said:
    if len(outcome.kpis) != 1:
        return Said("command.add_library_kpis", {"count": str(len(outcome.kpis))})
    after = board.after(outcome.edits)
    return Said("command.add_library_kpi", {"kpi": after.latest(outcome.kpis[0]).name})
