"""Projects for the oracle: one milestone with a planned and an actual day (R-TIME-11)."""

from datetime import date

from tests.oracle.days import DAY, P, parsed
from tests.oracle.exact import No
from tests.oracle.judged import plain
from tests.oracle.judging import Judged
from tests.oracle.paper import Json, Paper, Scene
from tests.oracle.subject import Answer, Kpi


def is_project(versions: list[Json]) -> bool:
    """Whether a KPI is one milestone."""
    return versions[-1].get("frequency") == "project"


def project(paper: Paper, name: str, org: str, until: date) -> Answer:
    """A project in a view that ends on `until`: done by then, overdue, or not due."""
    versions = paper.kpis[name]
    done = _done(paper, Kpi(paper, name, org, versions[-1]), until)
    if done is None:
        return _waiting(paper, Kpi(paper, name, org, _in_force(paper, versions, until)), until)
    kpi = Kpi(paper, name, org, _in_force(paper, versions, done))
    found = plain(kpi, _on(paper, done))
    # It is done or not: no unit of it is lacking.
    found.of, found.partial = found.have, False
    return found


def _done(paper: Paper, kpi: Kpi, until: date) -> date | None:
    """The newest day up to `until` that has a value."""
    days = [
        parsed(code, paper.start).first
        for (measure, unit, code), value in paper.entries.items()
        if measure in kpi.inputs and unit in paper.speakers(measure, kpi.org) and value is not None
    ]
    return max((day for day in days if day <= until), default=None)


def _waiting(paper: Paper, kpi: Kpi, until: date) -> Answer:
    planned = kpi.about.get("planned")
    day = until if planned is None else date.fromisoformat(planned)
    overdue = planned is not None and day <= min(until, paper.today - DAY)
    found = plain(kpi, _on(paper, day))
    found.value = No("overdue" if overdue else "not_due")
    found.have, found.of, found.partial = 0, int(overdue), False
    found.judged = Judged("grey", None, None)
    return found


def _on(paper: Paper, day: date) -> Scene:
    own: P = parsed(day.isoformat(), paper.start)
    return paper.single(own, day)


def _in_force(paper: Paper, versions: list[Json], day: date) -> Json:
    return paper.in_force(versions, "effective", day) or versions[0]
