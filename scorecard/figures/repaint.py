"""How many coloured periods an edit of a definition or target would paint anew, told before."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scorecard.board import Board
from scorecard.evaluation import Evaluation, View
from scorecard.evaluation.reuse import dependants
from scorecard.evaluation.view import grain
from scorecard.model.edits import Edit
from scorecard.model.records import KpiVersion, Target
from scorecard.period import Period, first_day
from scorecard.text import LANGUAGES, Said, tell
from scorecard.vocabulary import Frequency, Status, Words

#: So many periods are looked back at; nobody has more of them on a screen.
_REACH = 120
_COLOURED = (Status.GREEN, Status.AMBER, Status.RED)

#: From which colour to which; a period that keeps its own is counted too.
Change = tuple[Status, Status]
Counts = Mapping[Change, int]


class Repaint(NamedTuple):
    """`periods` that have a colour, or would have one, at `places`: a KPI at a unit each. `changes`
    are those that would have another one."""

    periods: int
    places: int
    changes: Counts

    @property
    def changed(self) -> int:
        """How many would have another colour."""
        return sum(self.changes.values())


def repainting(evaluation: Evaluation, edits: Sequence[Edit]) -> Iterator[Counts]:
    """The changes at one place after the other: every unit of the KPI, and of those whose formulas
    name it. Nothing is written."""
    begun = _begin(evaluation.board, edits)
    kpis = {edit.key[0] for edit in edits if edit.table in {"kpi_version", "target"}}
    if begun is None or not kpis:
        return
    after = evaluation.after(evaluation.board.after(edits), edits)
    concerned = dependants(kpis, evaluation.users)
    for kpi, org in dict.fromkeys(_places(evaluation.board)):
        if kpi in concerned:
            yield _counted(evaluation, after, (kpi, org), begun)


def repaint(parts: Iterable[Counts]) -> Repaint:
    """All of `repainting` together."""
    whole: Counter[Change] = Counter()
    places = 0
    for part in parts:
        whole.update(part)
        places += bool(part)
    changes = {change: count for change, count in whole.items() if change[0] is not change[1]}
    return Repaint(whole.total(), places, changes)


def repaint_said(found: Repaint) -> Said:
    """A repaint as one sentence: how many of how many, and from which colour to which."""
    facts: dict[str, str | Words | Said] = {
        "count": str(found.periods),
        "changed": str(found.changed),
        "places": str(found.places),
        "changes": _listed(found.changes),
    }
    key = "repaint.some" if found.changed else "repaint.none"
    return Said(key if found.places < 2 else f"{key}.places", facts)  # noqa: PLR2004  more than one


def _listed(changes: Counts) -> Words:
    most = sorted(changes.items(), key=lambda item: -item[1])
    said = [
        Said("repaint.change", {"count": str(count), "was": _colour(was), "now": _colour(now)})
        for (was, now), count in most
    ]
    zh, en = ([tell(each, language) for each in said] for language in LANGUAGES)
    return Words("、".join(zh), ", ".join(en))


def _colour(status: Status) -> Said:
    return Said(f"cli.status.{status}")


def _begin(board: Board, edits: Sequence[Edit]) -> Period | None:
    """The day from which something may be coloured otherwise."""
    calendar = board.settings.calendar
    starts = []
    for record in (each for edit in edits for each in (edit.before, edit.after)):
        if isinstance(record, KpiVersion):
            starts.append(record.effective)
        elif isinstance(record, Target):
            starts.append(record.start)
    days = [first_day(start, calendar) for start in starts]
    return calendar.containing(min(days), Frequency.DAY) if days else None


def _places(board: Board) -> Iterator[tuple[str, str]]:
    for node in board.nodes.values():
        if node.kpi is not None and node.org is not None:
            yield node.kpi, node.org


def _counted(
    before: Evaluation, after: Evaluation, place: tuple[str, str], begun: Period
) -> Counts:
    board, today = before.board, before.valuation.today
    calendar = board.settings.calendar
    kind = grain(board.latest(place[0]).frequency)
    if board.latest(place[0]).frequency is Frequency.PROJECT:
        return _changes([(before.cell(*place).status, after.cell(*place).status)])
    newest = calendar.containing(today, kind).number
    oldest = calendar.containing(calendar.span(begun).first, kind).number
    views = [View(Period(kind, n)) for n in range(max(oldest, newest - _REACH), newest + 1)]
    return _changes(
        [(before.cell(*place, view).status, after.cell(*place, view).status) for view in views]
    )


def _changes(pairs: Iterable[Change]) -> Counts:
    return Counter(pair for pair in pairs if any(status in _COLOURED for status in pair))
