"""Steps of the journal in words, as far as they are about one line."""

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.commands.revise_definition import next_version
from scorecard.entry_text import entry_shown
from scorecard.evaluation.view import grain
from scorecard.governance.reviews import review_said
from scorecard.model.edits import Edit, one_by_one
from scorecard.model.records import (
    Comment,
    Entry,
    Key,
    KpiVersion,
    Measure,
    Node,
    Record,
    Review,
    SegmentStart,
    Target,
)
from scorecard.period import first_day
from scorecard.text import Said, run_on
from scorecard.trouble import Refused
from scorecard.workspace import Step
from ui.forms.aim_text import aim_shown
from ui.forms.definition import Context, Definition
from ui.forms.definition_fields import FIELDS, Kind
from ui.forms.editions import CORRECTION
from ui.look import Look
from ui.views.panel.entries_model import COUNT
from ui.views.panel.subject import Subject
from ui.views.panel.wording import signed_by

#: How many changed fields of one record are told, and how many changes of an import.
MOST_LINES, MOST_IMPORTED = 8, 200
_IMPORT = "command.import"
_DEFINING = {"command.new_version", CORRECTION}


@dataclass(frozen=True, slots=True)
class Told:
    """One step: its name, what it changed here, who and when. `version` is the one that it wrote,
    where it was about a definition; `corrected` the ISO time of it, where that was there before."""

    name: str
    lines: tuple[str, ...]
    signed: str
    version: str = ""
    corrected: str = ""


#: What imports changed of a line: the edits that are told, and how many there are, by the number
#: of the step and the places of the line. Steps never change, and large ones take long to read.
Imported = dict[tuple[int, tuple[tuple[str, str], ...]], tuple[tuple[Edit, ...], int]]


def told(subject: Subject, look: Look, most: int, imported: Imported) -> list[Told]:
    """At most `most` steps that touched the line, newest first; `imported` keeps what was read."""
    keys = list(_keys(subject))
    workspace = subject.bridge.workspace
    found = {
        step.seq: step
        for table, key in keys
        for step in workspace.history(limit=most, table=table, key=key)
    }
    # A start of limits that was taken back is on no board any more.
    for step in workspace.history(limit=most, table="segment"):
        if _starts_limits(step, subject):
            found[step.seq] = step
    newest = sorted(found.values(), key=lambda step: step.seq, reverse=True)[:most]
    return [
        Told(
            _name(step.kind, step.name, look),
            _lines_of(step, set(keys), subject, look, imported),
            signed_by(subject.person(step.by), step.at, look),
            *_version_of(step, subject),
        )
        for step in newest
    ]


def _version_of(step: Step, subject: Subject) -> tuple[str, str]:
    """The version that a step wrote and that is still there, and when it corrected it."""
    version = step.name.facts.get("version")
    there = {each.version for each in subject.board.versions.get(subject.kpi, ())}
    if step.kind != "do" or step.name.key not in _DEFINING or version not in there:
        return ("", "")
    return (str(version), step.at if step.name.key == CORRECTION else "")


def _starts_limits(step: Step, subject: Subject) -> bool:
    try:
        return any(edit.table == "segment" and _is_of(edit, subject) for edit in step.edits)
    except Refused:  # a damaged record is about nobody's limits
        return False


def _keys(subject: Subject) -> Iterator[tuple[str, Key]]:
    """What belongs to a line: itself, its definition, targets, comments, entries of two years."""
    yield "node", (subject.node,)
    board = subject.board
    if not subject.kpi:
        return
    for version in board.versions.get(subject.kpi, ()):
        yield "kpi_version", version.key
    # A new version that was undone is not on the board any more; it had the next name.
    yield "kpi_version", (subject.kpi, next_version(board, subject.kpi))
    for target in board.targets.get((subject.kpi, subject.org), ()):
        yield "target", target.key
    for comment in board.comments.values():
        if (comment.kpi, comment.org) == (subject.kpi, subject.org):
            yield "comment", comment.key
    for start in board.segments.get((subject.kpi, subject.org), ()):
        yield "segment", start.key
    for review in board.reviews.get(subject.kpi, ()):
        yield "review", review.key
    for measure, unit in subject.places:
        kind = grain(board.measures[measure].frequency)
        newest = board.settings.calendar.containing(
            subject.evaluation.view.last_day(board.settings.calendar), kind
        )
        for back in range(COUNT):
            yield "entry", (measure, unit, newest.shifted(-back).code)


def _name(kind: str, name: Said, look: Look) -> str:
    said = name if kind == "do" else Said(f"panel.history.{kind}", {"name": name})
    return look.tell(said)


def _lines_of(
    step: Step, keys: set[tuple[str, Key]], subject: Subject, look: Look, imported: Imported
) -> tuple[str, ...]:
    try:
        if step.name.key == _IMPORT:
            return _imported_lines(step, subject, look, imported)
        edits = step.edits
    except Refused as refusal:  # a damaged record is said, and the rest of the history stands
        trouble = refusal.troubles[0]
        return (look.say(f"trouble.{trouble.code}", **trouble.facts),)
    near = (edit for edit in edits if not edit.is_block or edit.key in subject.places)
    ours = [e for e in one_by_one(near) if (e.table, e.key) in keys or _is_of(e, subject)]
    lines = [line for edit in ours for line in _lines(edit, subject, look)]
    return tuple(lines[:MOST_LINES])


def _imported_lines(
    step: Step, subject: Subject, look: Look, imported: Imported
) -> tuple[str, ...]:
    """The entries of the KPI's measures among all that a file brought, the newest period first;
    the rest is counted."""
    place = (step.seq, subject.places)
    if place not in imported:
        imported[place] = _entries(step, subject)
    edits, count = imported[place]
    lines = [line for edit in edits for line in _lines(edit, subject, look)]
    if count > len(edits):
        lines.append(look.say("panel.history.rest", count=str(count - len(edits))))
    return tuple(lines)


def _entries(step: Step, subject: Subject) -> tuple[tuple[Edit, ...], int]:
    workspace = subject.bridge.workspace
    there = (
        edit for place in subject.places for edit in workspace.chronicle.entries_of(step.seq, place)
    )
    ours = sorted(one_by_one(there), key=lambda edit: edit.key[2], reverse=True)
    return tuple(ours[:MOST_IMPORTED]), len(ours)


def _is_of(edit: Edit, subject: Subject) -> bool:
    """Whether an edit is about the definition, the targets or the limits, also of those undone
    since."""
    if edit.table in {"target", "segment"}:
        return edit.key[:2] == (subject.kpi, subject.org)
    return edit.table in {"kpi_version", "review"} and edit.key[0] == subject.kpi


def _lines(edit: Edit, subject: Subject, look: Look) -> Iterator[str]:
    either = edit.after or edit.before
    if isinstance(either, KpiVersion):
        yield from _version_lines(edit, subject, look)
    elif isinstance(either, Target):
        yield _target_line(edit, either, subject, look)
    elif isinstance(either, Entry):
        measure = subject.board.measures[either.measure]
        name = f"{measure.name.show(look.language)} {either.period}"
        yield _named(name, entry_told(edit.before, measure), entry_told(edit.after, measure), look)
    elif isinstance(either, Node):
        yield from _node_lines(edit, look)
    elif isinstance(either, Comment):
        yield look.tell(either.text)
    elif isinstance(either, SegmentStart):
        yield look.tell(either.reason)
    elif isinstance(either, Review):
        yield look.tell(review_said(either))


def _target_line(edit: Edit, target: Target, subject: Subject, look: Look) -> str:
    """A new target is told against the one before it."""
    unit, before = subject.board.latest(subject.kpi).unit, edit.before
    if before is None:
        calendar = subject.board.settings.calendar
        first = first_day(target.start, calendar)
        others = subject.board.targets.get((target.kpi, target.org), ())
        earlier = [other for other in others if first_day(other.start, calendar) < first]
        before = earlier[-1] if earlier else None
    return _arrow("target", _aim(before, unit), _aim(edit.after, unit), look)


def _version_lines(edit: Edit, subject: Subject, look: Look) -> Iterator[str]:
    """Which fields of a definition changed; those of a new one against the one before it."""
    after = edit.after if isinstance(edit.after, KpiVersion) else None
    before = edit.before if isinstance(edit.before, KpiVersion) else _earlier(after, subject)
    if after is None or before is None:
        return
    at = Context(subject.board, look.language)
    for field in FIELDS:
        if field.key in {"target", "change"}:
            continue
        for part in field.parts:
            texts = [part.shown(Definition(v, None, subject.org), at) for v in (before, after)]
            if part.kind is Kind.CHOICE:
                texts = [look.say(f"panel.{part.key}.{text or 'none'}") for text in texts]
            if texts[0] != texts[1]:
                name = look.say(f"panel.field.{field.key}")
                if part.key != field.key:
                    name = run_on([name, look.say(f"panel.part.{part.key}")])
                yield _named(name, texts[0], texts[1], look)
    if after.change != before.change:
        yield look.tell(after.change)


def _earlier(version: KpiVersion | None, subject: Subject) -> KpiVersion | None:
    versions = subject.board.versions.get(subject.kpi, ())
    if version is None or version not in versions:
        return None
    at = versions.index(version)
    return versions[at - 1] if at else None


def _node_lines(edit: Edit, look: Look) -> Iterator[str]:
    before, after = edit.before, edit.after
    if not isinstance(before, Node) or not isinstance(after, Node):
        return
    if before.weight != after.weight:
        yield _arrow("weight", f"{before.weight:g}", f"{after.weight:g}", look)
    if before.name != after.name:
        yield _arrow("name", look.tell(before.name), look.tell(after.name), look)


def _aim(record: Record | None, unit: str) -> str:
    return aim_shown(record.value, unit) if isinstance(record, Target) else ""


def entry_told(record: Record | None, measure: Measure) -> str:
    """An entry as value and note, empty where there is none."""
    if not isinstance(record, Entry):
        return ""
    value = "" if record.value is None else entry_shown(record.value, measure.unit, yes=False)
    return " · ".join(filter(None, (value, record.note)))


def _arrow(field: str, before: str, after: str, look: Look) -> str:
    return _named(look.say(f"panel.field.{field}"), before, after, look)


def _named(name: str, before: str, after: str, look: Look) -> str:
    facts = {"name": name, "before": before or "–", "after": after or "–"}
    return look.say("panel.history.line", **facts)
