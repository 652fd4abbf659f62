"""Undoing an older step where nothing later depends on it; otherwise it is said what does."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from scorecard.board import Board
from scorecard.chronicle.listing import step_name
from scorecard.model.edits import Change, Edit
from scorecard.text import LANGUAGES, Said, tell
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Words
from scorecard.workspace import Step, Workspace

#: So many later steps are named.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Puts back what the edits of a step replaced, as a new step that can be undone itself."""

    step: Said
    edits: tuple[Edit, ...]

    def __call__(self, _board: Board) -> Change:
        back = tuple(edit.inverse for edit in reversed(self.edits))
        return Change(Said("command.take_back", {"what": self.step}), back)


def dependents(workspace: Workspace, step: Step) -> tuple[Step, ...]:
    """The later steps that stand and touched what `step` touched, newest first; also the one
    that undid it already. Empty where nothing on the same records is in the way."""
    undone: Counter[int] = Counter()
    found: list[Step] = []
    for later in workspace.chronicle.later_on_same(step.seq):
        about = later.of if later.of is not None else later.seq
        if later.kind == "undo":
            undone[about] += 1
            if about == step.seq:
                found.append(later)
        elif undone[about]:
            undone[about] -= 1
        elif about == step.seq:  # done again: what came between is of no account
            break
        else:
            found.append(later)
    return tuple(found)


def take_back(workspace: Workspace, step: Step) -> Step:
    """Undo `step` alone. Raises Refused: `step_built_on` with the names of what depends on it,
    `step_changes_nothing`, or what `check` says still uses or forbids what would be left."""
    later = dependents(workspace, step)
    if later:
        code = "step_built_on_one" if len(later) == 1 else "step_built_on"
        facts = {"seq": str(step.seq), "count": str(len(later))}
        raise Refused([Trouble(code, facts={**facts, "names": _names(later)})])
    done = workspace.run(TakeBack(step_name(step), step.edits))
    if done is None:
        raise Refused([Trouble("step_changes_nothing", facts={"seq": str(step.seq)})])
    return done


def _names(steps: Iterable[Step]) -> Words:
    """The newest of them with their numbers, in both languages."""
    shown = list(steps)
    told = []
    for language in LANGUAGES:
        texts = [
            tell(
                Said("history.numbered", {"seq": str(each.seq), "what": step_name(each)}), language
            )
            for each in shown[:_NAMED]
        ]
        more = [tell(Said("history.and_more"), language)] if len(shown) > _NAMED else []
        told.append(tell(Said("window.comma"), language).join([*texts, *more]))
    return Words(*told)
