"""What of governance `check` tells: contradictions and reds one by one, the rest in two counts."""

from collections.abc import Iterator, Sequence

from scorecard.governance.finding import Concern, Finding
from scorecard.trouble import Level, Trouble

#: Each of these is told with its place.
_ONE_BY_ONE = frozenset(
    {
        Concern.RED_UNANSWERED,
        Concern.TWO_FORMULAS,
        Concern.SAME_FORMULA,
        Concern.TO_RETIRE,
        Concern.MANY_STARS,
    }
)
#: Of these there may be one for each KPI: a line for all of them together.
_COUNTED = {Concern.SMART: "not_smart", Concern.NOT_REVIEWED: "not_reviewed"}
_NAMED = 3


def notes(findings: Sequence[Finding]) -> Iterator[Trouble]:
    """The findings that `check` adds to its own; what it finds itself is not said again."""
    for each in findings:
        if each.concern in _ONE_BY_ONE:
            yield _told(each)
    for concern, code in _COUNTED.items():
        ids = [each.id for each in findings if each.concern is concern and not each.repeats]
        kpis = list(dict.fromkeys(ids))
        if kpis:
            named = ", ".join(kpis[:_NAMED]) + (" …" if len(kpis) > _NAMED else "")
            yield Trouble(code, "", {"count": str(len(kpis)), "ids": named}, Level.NOTE)


def _told(finding: Finding) -> Trouble:
    facts = {name: fact for name, fact in finding.sentence.facts.items() if isinstance(fact, str)}
    facts |= {"org": ", ".join(finding.orgs), "department": " ".join(finding.name)}
    where = f"kpi {finding.kpi}" if finding.kpi else ""
    return Trouble(finding.concern.value, where, facts, finding.level)
