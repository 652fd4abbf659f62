"""The values that are late or will be due soon, by the one who owns them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from scorecard.board import Board, Place
from scorecard.check.formulas import named
from scorecard.check.retired import Retired, line_archived
from scorecard.closings import closing_of
from scorecard.due.working_days import WorkingDays
from scorecard.evaluation.lineage import Ways
from scorecard.model.records import Key, KpiVersion
from scorecard.period import Period
from scorecard.vocabulary import NO_WORDS, Frequency, Words

#: Values due in so many days are listed beforehand.
AHEAD = 14


class Owed(NamedTuple):
    """One value that is lacking. `last_day` is the last day on which it is not late (R-TIME-10),
    `by` the newest working day until then; `late` counts the working days after `last_day` up to
    today, `days` all of them, below 0 before. Where its period is `closed` it can be handed in only
    once that is opened again."""

    name: Words
    measure: str
    kpi: str
    org: Words
    period: Period
    owner: Words
    last_day: date
    by: date
    late: int
    days: int
    closed: bool = False

    @property
    def is_late(self) -> bool:
        """Whether it is lacking though it was due."""
        return self.days > 0


class Owner(NamedTuple):
    """Somebody, and what they owe, the latest first; no words where nobody owns it."""

    name: Words
    owed: tuple[Owed, ...]

    @property
    def late(self) -> int:
        """How many values are late."""
        return sum(each.is_late for each in self.owed)


def owners(board: Board, today: date, ahead: int = AHEAD) -> tuple[Owner, ...]:
    """Who owes values on `today`, or within `ahead` days; who owes the most late ones first, what
    nobody owns last. A measure is owed at a unit from the period after its first entry on, as long
    as a line that is not archived reads it; "none, because" is an answer."""
    found: dict[Words, list[Owed]] = {}
    for each in (*_entries(board, today, ahead), *_projects(board, today, ahead)):
        found.setdefault(each.owner, []).append(each)
    made = [Owner(name, tuple(sorted(owed, key=_urgency))) for name, owed in found.items()]
    return tuple(sorted(made, key=lambda each: (not any(each.name), -each.late, each.name)))


def line_of(board: Board, owed: Owed, today: date) -> str | None:
    """The line that a value is for, one of the same unit where there is one; None without any."""
    thing = f"kpi:{owed.kpi}" if owed.kpi else f"measure:{owed.measure}"
    kpis = [owed.kpi, *(link.id for link in Ways(board, today).lineage(thing).used_by)]
    lines = [each for each in board.nodes.values() if each.kpi and each.kpi in kpis]
    lines.sort(
        key=lambda each: (_unit(board, each.org or "") != owed.org, kpis.index(each.kpi or ""))
    )
    return lines[0].id if lines else None


def _urgency(owed: Owed) -> tuple[int, Words, Words]:
    return -owed.days, owed.name, owed.org


def _entries(board: Board, today: date, ahead: int) -> Iterator[Owed]:
    settings, calendar = board.settings, board.settings.calendar
    working, retired = WorkingDays(settings.holidays), Retired(board)
    owned = _owners(board, today)
    for (measure, org), series in sorted(board.series.items()):
        kind = board.measures[measure].frequency
        if kind is Frequency.PROJECT or not series:
            continue
        grace = timedelta(days=settings.grace(kind))
        # The newest period whose last day is not farther away than we look.
        newest = calendar.containing(today + timedelta(days=ahead) - grace, kind).number
        for number in range(min(series) + 1, newest + 1):
            period = Period(kind, number)
            last_day = calendar.span(period).last + grace
            if number in series or retired((measure, org), period):
                continue
            if last_day <= today + timedelta(days=ahead):
                name, unit = board.measures[measure].name, _unit(board, org)
                by, late = working.last_until(last_day), working.between(last_day, today)
                days = (today - last_day).days
                named_so = name if any(name) else Words(measure, measure)
                yield Owed(
                    *(named_so, measure, "", unit, period, owned[measure]),
                    *(last_day, by, late, days, _is_closed(board, (measure, org, period.code))),
                )


def _is_closed(board: Board, entry: Key) -> bool:
    closing = closing_of(board, entry) if board.closings else None
    return closing is not None and closing.closed


def _projects(board: Board, today: date, ahead: int) -> Iterator[Owed]:
    """Milestones whose planned day has come or is near, and that are not done (R-TIME-11); what
    is archived by today is not waited for."""
    working = WorkingDays(board.settings.holidays)
    for kpi, org in sorted({(n.kpi, n.org) for n in board.nodes.values() if n.kpi and n.org}):
        if kpi not in board.versions or org is None:
            continue
        version = board.latest(kpi)
        if version.frequency is not Frequency.PROJECT or not version.planned:
            continue
        period = Period.parse(version.planned)
        planned = board.settings.calendar.span(period).last
        is_near = planned <= today + timedelta(days=ahead)
        if is_near and not _is_done(version, board) and _is_watched(board, kpi, org, today):
            by, late = working.last_until(planned), working.between(planned, today)
            yield Owed(
                *(version.name, "", kpi, _unit(board, org), period, version.owner),
                *(planned, by, late, (today - planned).days),
            )


def _is_watched(board: Board, kpi: str, org: str, day: date) -> bool:
    """Whether a line of a KPI at a unit is not archived on a day."""
    days = [
        line_archived(board, n.id) for n in board.nodes.values() if (n.kpi, n.org) == (kpi, org)
    ]
    return any(archived is None or archived > day for archived in days)


def _is_done(version: KpiVersion, board: Board) -> bool:
    measures = {name.removeprefix("measure:") for name in named(version, board)}
    places: list[Place] = [place for place in board.series if place[0] in measures]
    return any(value is not None for place in places for value in board.series[place].values())


def _owners(board: Board, today: date) -> dict[str, Words]:
    """Who owns each measure: whom it names, else the owner of the KPI nearest to it."""
    ways = Ways(board, today)
    return {
        measure.id: measure.owner if any(measure.owner) else _of_kpi(board, ways, measure.id)
        for measure in board.measures.values()
    }


def _of_kpi(board: Board, ways: Ways, measure: str) -> Words:
    users = ways.lineage(f"measure:{measure}").used_by
    named_by = (board.latest(link.id).owner for link in users if link.kind == "kpi")
    return next((owner for owner in named_by if any(owner)), NO_WORDS)


def _unit(board: Board, org: str) -> Words:
    found = board.orgs.get(org)
    return found.name if found is not None and any(found.name) else Words(org, org)
