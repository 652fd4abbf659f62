"""What a definition lacks: its fields, its owner, its source, a target at each unit."""

from collections.abc import Callable, Iterator, Mapping

from scorecard.board import Board
from scorecard.check.findings import lacks_target
from scorecard.check.formulas import named
from scorecard.governance.finding import Concern, Finding
from scorecard.governance.subject import Subject
from scorecard.model.records import KpiVersion
from scorecard.text import Said, listed
from scorecard.trouble import Level
from scorecard.vocabulary import Direction, Words

#: Fields of the form that every definition needs, by whether they are filled. Those that may
#: rightly be empty are not among them: dashboards, related KPIs, notes, derived limits.
_FILLED: Mapping[str, Callable[[KpiVersion], bool]] = {
    "category": lambda version: version.category is not None,
    "definition": lambda version: any(version.definition),
    "formula": lambda version: bool(version.formula),
    "unit": lambda version: bool(version.unit) or version.direction is Direction.YES,
    "table": lambda version: bool(version.table_name),
}
_NAMES = {"name_zh": "zh_TW", "name_en": "en"}


def languages_of(board: Board) -> frozenset[str]:
    """The languages in which some KPI of the document has its name: nobody who writes in one
    language has to be told of the other at each KPI."""
    names = [board.latest(kpi).name._asdict() for kpi in board.versions]
    return frozenset(language for name in names for language, text in name.items() if text)


def lacking(subject: Subject, languages: frozenset[str]) -> Iterator[Finding]:
    """One finding for all fields that are empty, and one each for owner, source and targets."""
    version = subject.version
    fields = [key for key, language in _NAMES.items() if language in languages]
    empty = [key for key in fields if not getattr(version.name, _NAMES[key])]
    empty += [key for key, is_filled in _FILLED.items() if not is_filled(version)]
    if empty:
        names: list[Words | Said] = [Said(f"panel.field.{key}") for key in empty]
        said = Said("governance.missing", {"fields": listed(names)})
        yield subject.finding(Concern.MISSING, Level.NOTE, said, empty[0])
    if not any(version.owner):
        said = Said("governance.no_owner")
        yield subject.finding(Concern.NO_OWNER, Level.WARNING, said, "owner")
    if not any(version.source) and not _fed_by_sources(subject):
        said = Said("governance.no_source")
        yield subject.finding(Concern.NO_SOURCE, Level.NOTE, said, "source")
    for line in subject.lines:
        if line.org and lacks_target(subject.board, subject.kpi, line.org):
            facts = {"org": subject.board.orgs[line.org].name}
            said = Said("governance.no_target", {**facts})
            yield subject.finding(Concern.NO_TARGET, Level.WARNING, said, "target", line)


def _fed_by_sources(subject: Subject) -> bool:
    """Whether every measure of the formula says where it comes from."""
    board = subject.board
    ids = (name.removeprefix("measure:") for name in named(subject.version, board))
    measures = [board.measures[each] for each in ids if each in board.measures]
    return bool(measures) and all(any(measure.source) for measure in measures)
