"""What was typed over a definition: kept word for word, and what it makes of the definition."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from scorecard.board import Board
from scorecard.check.edits import faults
from scorecard.check.fault import Fault
from scorecard.commands.putting import put
from scorecard.commands.renaming import followed
from scorecard.commands.revise_definition import is_blank, next_version
from scorecard.evaluation.view import grain
from scorecard.model.edits import Edit
from scorecard.period import first_day
from scorecard.text import Said
from scorecard.trouble import Level, Refused, Trouble
from scorecard.vocabulary import NO_WORDS
from ui.forms.aim_text import Unsure
from ui.forms.definition import Context, Definition
from ui.forms.definition_fields import FIELD_OF, PARTS, Part
from ui.forms.limit_words import in_unit
from ui.forms.versions import follower

#: The field of the form for a field of the interchange form.
_FORM_FIELDS = {
    "name": "name_zh",
    "value": "target",
    "from": "effective",
    "table": "table",
    "decimals": "unit",
}
#: Parts that only the act of making a version asks for.
_OF_THE_ACT = ("effective", "change")
#: Fields on which no number depends.
_UNTRIED = frozenset({*_OF_THE_ACT, ""})
ORDER = "threshold_order"


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed can mean several things: a text for each of them."""

    part: str
    why: Said
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a draft makes of a definition. `troubles` and `questions` are by field; the empty one
    is for what belongs to no field. It can be done where there are none of either."""

    definition: Definition
    troubles: Mapping[str, Trouble] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        """Whether it can be done."""
        return not self.troubles and not self.questions

    @property
    def can_be_tried(self) -> bool:
        """Whether it gives numbers; its date and its reason do not matter for that."""
        return not (self.troubles.keys() | self.questions.keys()) - _UNTRIED


@dataclass(frozen=True, slots=True)
class Draft:
    """Texts typed over `base`, by the key of their part (with language or unit behind a dot)."""

    base: Definition
    typed: Mapping[str, str]

    def text(self, part: Part, at: Context) -> str:
        """What stands in the editor of a part."""
        return self.typed.get(self.key(part, at), part.shown(self.base, at))

    def key(self, part: Part, at: Context) -> str:
        """Under which key the text of a part is kept."""
        of = {"language": at.language, "org": self.base.org}.get(part.by)
        return f"{part.key}.{of}" if of else part.key

    def with_text(self, part: Part, text: str, at: Context) -> "Draft":
        """After typing: a text that is as it was is no change."""
        key = self.key(part, at)
        typed = {other: kept for other, kept in self.typed.items() if other != key}
        untouched = replace(self, typed=typed)
        if text == untouched.text(part, at):
            return untouched
        return replace(self, typed={**typed, key: text})

    @property
    def changed(self) -> frozenset[str]:
        """The fields that were changed, the date and the reason of the act among them."""
        parts = (key.partition(".")[0] for key in self.typed)
        return frozenset(FIELD_OF[part] for part in parts if part in FIELD_OF)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.typed

    @property
    def changes_meaning(self) -> bool:
        """Whether more than the date and the reason of the act was changed."""
        return bool(self.changed - set(_OF_THE_ACT))


def outcome_of(draft: Draft, at: Context, today: date) -> Outcome:
    """What the draft makes of the definition: a new version, or the old one corrected where no
    other can come between it and the next, or where it has no values yet."""
    if is_over_blank(draft, at.board) or not can_follow(draft, at.board, today):
        return outcome_correction(draft, at)
    return outcome_new(draft, at, today)


def is_over_blank(draft: Draft, board: Board) -> bool:
    """Whether the draft is simply written into a version without values; not where somebody
    typed a date, for a version from then on."""
    return "effective" not in draft.typed and is_blank(board, draft.base.version)


def outcome_new(draft: Draft, at: Context, today: date) -> Outcome:
    """What a new version would be: from its date on, with its reason."""
    base, board = draft.base, at.board
    fresh = replace(
        base.version,
        version=next_version(board, base.version.kpi),
        effective=default_start(base, board, today),
        change=NO_WORDS,
    )
    found = _applied(draft, replace(base, version=fresh), at)
    troubles = dict(found.troubles)
    late = _too_early(found.definition, base, board)
    if late is not None and "effective" not in troubles:
        troubles["effective"] = late
    version = found.definition.version
    reached = _too_late(found.definition, base, board)
    if reached is not None:
        troubles.setdefault("effective", reached)
    if not any(version.change):
        troubles["change"] = Trouble("reason_missing")
    target = found.definition.target
    if target is not None and target != base.target:
        target = replace(target, start=version.effective)
    definition = replace(found.definition, target=target)
    return _checked(replace(found, definition=definition, troubles=troubles), board)


def outcome_correction(draft: Draft, at: Context) -> Outcome:
    """What the version that the draft is over would be if it had been so from its date on.

    A target that began before that date stays as it was until then.
    """
    kept = {k: v for k, v in draft.typed.items() if k.partition(".")[0] not in {"effective"}}
    found = _applied(replace(draft, typed=kept), draft.base, at)
    version, target = found.definition.version, found.definition.target
    calendar = at.board.settings.calendar
    if target is not None and target != draft.base.target:
        late = first_day(target.start, calendar) < first_day(version.effective, calendar)
        target = replace(target, start=version.effective) if late else target
    return _checked(replace(found, definition=replace(found.definition, target=target)), at.board)


def can_follow(draft: Draft, board: Board, today: date) -> bool:
    """Whether a new version can come between the one that the draft is over and the next one;
    always where that is the newest, or where a date was typed."""
    after = follower(board, draft.base.version)
    if after is None or "effective" in draft.typed:
        return True
    calendar = board.settings.calendar
    start = default_start(draft.base, board, today)
    return first_day(start, calendar) < first_day(after.effective, calendar)


def default_start(base: Definition, board: Board, today: date) -> str:
    """The first of the KPI's own periods that has not begun."""
    calendar = board.settings.calendar
    start = calendar.containing(today, grain(base.version.frequency)).shifted(1)
    while calendar.span(start).first <= first_day(base.version.effective, calendar):
        start = start.shifted(1)
    return start.code


def edits_of(definition: Definition, base: Definition, board: Board) -> tuple[Edit, ...]:
    """The edits that make `definition` stand on the board."""
    edits = put(board, definition.version)
    if definition.target is not None and definition.target != base.target:
        edits += put(board, definition.target)
    return edits


def _applied(draft: Draft, definition: Definition, at: Context) -> Outcome:
    troubles: dict[str, Trouble] = {}
    questions: dict[str, Question] = {}
    # The unit and the direction come first: numbers are read by them.
    order = {"unit": 0, "direction": 1}
    texts = sorted(draft.typed.items(), key=lambda item: order.get(item[0].partition(".")[0], 2))
    for key, text in texts:
        name, _, of = key.partition(".")
        part = PARTS.get(name)
        if part is None or (part.by == "org" and of != definition.org):
            continue
        where = Context(at.board, of) if part.by == "language" else at
        try:
            definition = part.put(definition, text, where)
        except Refused as refusal:
            troubles[FIELD_OF[name]] = refusal.troubles[0]
        except Unsure as unsure:
            questions[FIELD_OF[name]] = Question(name, unsure.why, unsure.choices)
    return Outcome(definition, troubles, questions)


def _checked(outcome: Outcome, board: Board) -> Outcome:
    """With what the document would refuse, beside the field that it is about."""
    definition = outcome.definition
    edits = put(board, definition.version)
    if definition.target is not None:
        edits += put(board, definition.target)
    edits = followed(board, edits)
    found = _by_field(faults(board.after(edits), edits), definition)
    troubles = {**dict(found), **outcome.troubles}
    return replace(outcome, troubles=troubles)


def _by_field(found: Iterator[Fault], definition: Definition) -> Iterator[tuple[str, Trouble]]:
    for fault in found:
        if fault.level is Level.ERROR:
            first = fault.field.partition(".")[0]
            # Limits in the wrong order are said once, beside the limits.
            name = "thresholds" if fault.code == ORDER else _FORM_FIELDS.get(first, first)
            yield name if name in FIELD_OF.values() else "", in_unit(fault.at(""), definition)


def _too_early(definition: Definition, base: Definition, board: Board) -> Trouble | None:
    """A new version starts after the one it follows, so that no past is coloured anew."""
    calendar = board.settings.calendar
    start, before = definition.version.effective, base.version.effective
    if first_day(start, calendar) > first_day(before, calendar):
        return None
    return Trouble("version_too_early", facts={"version": base.version.version, "start": before})


def _too_late(definition: Definition, base: Definition, board: Board) -> Trouble | None:
    """A new version ends where a version that is planned already begins."""
    after, calendar = follower(board, base.version), board.settings.calendar
    if after is None:
        return None
    if first_day(definition.version.effective, calendar) < first_day(after.effective, calendar):
        return None
    return Trouble("version_too_late", facts={"next": after.version, "start": after.effective})
