"""The SMART check of a definition: five letters, each passed, doubtful or failed (R-TARGET-9)."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from scorecard.check.findings import lacks_target
from scorecard.governance.finding import Concern, Finding, listed
from scorecard.governance.subject import Subject
from scorecard.model.records import KpiVersion, Node
from scorecard.scoring import Criterion
from scorecard.shown import exact_of
from scorecard.target_advice import Advice, advise
from scorecard.text import LANGUAGES, Said
from scorecard.trouble import Level
from scorecard.vocabulary import Direction, Frequency, Words


class Grade(StrEnum):
    """How a letter is passed."""

    PASSED = "passed"
    DOUBTFUL = "doubtful"
    FAILED = "failed"


class Letter(NamedTuple):
    """One of S, M, A, R and T: its grade, with one sentence and the field that mends it."""

    letter: str
    grade: Grade
    sentence: Said
    field: str = ""


#: Letters that fail for what is a finding of its own.
_REPEATED = frozenset({"s.definition", "m.lacks", "a.no_target"})
_LEVELS = {Grade.DOUBTFUL: Level.NOTE, Grade.FAILED: Level.WARNING}


def smart(subject: Subject, line: Node | None) -> tuple[Letter, ...]:
    """The letters of a KPI as it stands at a line; None where it has none. It advises only."""
    version = subject.version
    return (
        _specific(version),
        _measurable(version),
        _achievable(subject, line),
        _relevant(line),
        _timely(version),
    )


def unpassed(subject: Subject) -> Iterator[Finding]:
    """A finding for each letter that is not passed; what is the same at all lines once."""
    told: set[str] = set()
    for line in subject.lines or (None,):
        for letter in smart(subject, line):
            key = letter.sentence.key
            is_general = letter.letter in "SMT"
            if letter.grade is Grade.PASSED or (is_general and key in told):
                continue
            told.add(key)
            said = Said("governance.smart", {"letter": letter.letter, "sentence": letter.sentence})
            at = None if is_general else line
            found = subject.finding(Concern.SMART, _LEVELS[letter.grade], said, letter.field, at)
            yield found._replace(repeats=key.removeprefix("governance.smart.") in _REPEATED)


def _specific(version: KpiVersion) -> Letter:
    if any(version.definition):
        return Letter("S", Grade.PASSED, Said("governance.smart.s"))
    return Letter("S", Grade.FAILED, Said("governance.smart.s.definition"), "definition")


def _measurable(version: KpiVersion) -> Letter:
    filled = {
        "formula": bool(version.formula),
        "unit": bool(version.unit) or version.direction is Direction.YES,
        "owner": any(version.owner),
    }
    empty = [key for key, is_filled in filled.items() if not is_filled]
    if not empty:
        return Letter("M", Grade.PASSED, Said("governance.smart.m"))
    names: list[Words | Said] = [Said(f"panel.field.{key}") for key in empty]
    said = Said("governance.smart.m.lacks", {"fields": listed(names)})
    return Letter("M", Grade.FAILED, said, empty[0])


def _achievable(subject: Subject, line: Node | None) -> Letter:
    org = line.org if line is not None else None
    if org is None or lacks_target(subject.board, subject.kpi, org):
        return Letter("A", Grade.DOUBTFUL, Said("governance.smart.a.no_target"), "target")
    cell = subject.cell(org)
    advice = _advice(subject, org, cell.criterion)
    if advice is None or advice.verdict != "needs_change":
        return Letter("A", Grade.PASSED, Said("governance.smart.a"))
    zh, en = (str(exact_of(advice.limit, cell, language)) for language in LANGUAGES)
    said = Said("governance.smart.a.needs_change", {"limit": Words(zh, en)})
    return Letter("A", Grade.FAILED, said, "target")


def _advice(subject: Subject, org: str, criterion: Criterion | None) -> Advice | None:
    """What the values say of the target in force; None where nothing can be said."""
    if criterion is None or criterion.target is None:
        return None
    if criterion.direction not in {Direction.HIGHER, Direction.LOWER}:
        return None
    return advise(subject.recent(org), criterion.direction, criterion.target)


def _relevant(line: Node | None) -> Letter:
    if line is not None and line.parent is not None:
        return Letter("R", Grade.PASSED, Said("governance.smart.r"))
    return Letter("R", Grade.FAILED, Said("governance.smart.r.alone"))


def _timely(version: KpiVersion) -> Letter:
    if version.frequency is Frequency.PROJECT and not version.planned:
        return Letter("T", Grade.DOUBTFUL, Said("governance.smart.t.planned"), "frequency")
    return Letter("T", Grade.PASSED, Said("governance.smart.t"))
