"""The letters of SMART that a definition does not pass, as findings (R-TARGET-9)."""

from collections.abc import Iterator

from scorecard.check.findings import lacks_target
from scorecard.figures.smart import Letter, Verdict, smart
from scorecard.governance.finding import Concern, Finding
from scorecard.governance.subject import Subject
from scorecard.model.records import Node
from scorecard.scoring import Criterion
from scorecard.target_advice import Advice, advise
from scorecard.text import Said
from scorecard.trouble import Level
from scorecard.vocabulary import Direction

#: Letters that fail for what is a finding of its own.
_REPEATED = frozenset({"smart.S.fail", "smart.M.fail", "smart.A.no_target"})
#: That the values do not say anything yet is nothing to mend.
_UNKNOWN = "smart.A.unknown"
_LEVELS = {Verdict.WARN: Level.NOTE, Verdict.FAIL: Level.WARNING}


def letters(subject: Subject, line: Node | None) -> tuple[Letter, ...]:
    """The letters of a KPI as it stands at a line; None where it has none."""
    org = line.org if line is not None else None
    lacks = org is None or lacks_target(subject.board, subject.kpi, org)
    found = None if org is None or lacks else _advice(subject, org, subject.cell(org).criterion)
    return smart(subject.version, line, found, lacks_target=lacks)


def unpassed(subject: Subject) -> Iterator[Finding]:
    """A finding for each letter that is not passed and can be mended; what is the same at all
    lines once."""
    told: set[str] = set()
    for line in subject.lines or (None,):
        for letter in letters(subject, line):
            key = letter.why.key
            is_general = letter.letter in "SMT"
            if letter.verdict is Verdict.PASS or key == _UNKNOWN or (is_general and key in told):
                continue
            told.add(key)
            said = Said("governance.smart", {"letter": letter.letter, "sentence": letter.why})
            at = None if is_general else line
            found = subject.finding(Concern.SMART, _LEVELS[letter.verdict], said, letter.field, at)
            yield found._replace(repeats=key in _REPEATED)


def _advice(subject: Subject, org: str, criterion: Criterion | None) -> Advice | None:
    """What the values say of the target in force; None where nothing can be said."""
    if criterion is None or criterion.target is None:
        return None
    if criterion.direction not in {Direction.HIGHER, Direction.LOWER}:
        return None
    return advise(subject.recent(org), criterion.direction, criterion.target)
