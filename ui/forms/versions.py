"""Which version of a KPI a form is about, and the target that goes with it."""

from datetime import date, timedelta

from scorecard.board import Board
from scorecard.model.records import KpiVersion, Target
from scorecard.period import first_day
from scorecard.target import in_force
from ui.forms.definition import Definition


def version_named(board: Board, kpi: str, name: str | None) -> KpiVersion | None:
    """The version of that name, None where there is none (any more)."""
    return next((version for version in board.versions[kpi] if version.version == name), None)


def follower(board: Board, version: KpiVersion) -> KpiVersion | None:
    """The version that takes over from `version`, None where that is the newest."""
    there = board.versions.get(version.kpi, ())
    names = [each.version for each in there]
    place = names.index(version.version) + 1 if version.version in names else len(names)
    return there[place] if place < len(there) else None


def definition_of(board: Board, version: KpiVersion, org: str, day: date) -> Definition:
    """`version` with the target at `org` that holds on `day`, or on the day of its own time that
    is nearest: its first one where it is planned, its last one where it is over."""
    calendar = board.settings.calendar
    held = max(day, first_day(version.effective, calendar))
    after = follower(board, version)
    if after is not None:
        held = min(held, first_day(after.effective, calendar) - timedelta(days=1))
    return Definition(version, _target(board, version.kpi, org, held), org)


def _target(board: Board, kpi: str, org: str, day: date) -> Target | None:
    targets = board.targets.get((kpi, org), ())
    calendar = board.settings.calendar
    return in_force(((first_day(each.start, calendar), each) for each in targets), day)
