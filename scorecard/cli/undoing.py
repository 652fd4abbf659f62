"""`undo` and `redo`: one step of the journal back or forth."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from functools import partial

from scorecard.chronicle.taking_back import take_back
from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.document import editing
from scorecard.cli.parsing import both
from scorecard.cli.verbs import Verb
from scorecard.store.journal import Step
from scorecard.text import LANGUAGES, say, tell
from scorecard.trouble import Refused, Trouble
from scorecard.workspace import Workspace


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))


def _add_undo(parser: ArgumentParser) -> None:
    _add_options(parser)
    parser.add_argument("--step", type=int, metavar="N", help=both("cli.option.step"))


def _undo(options: Namespace) -> int:
    if options.step is None:
        return _run("cli.undone", Workspace.undo, options)
    # An undo alone is a step of its own, with a name that says so.
    return _run("cli.done", partial(_alone, options.step), options)


def _alone(seq: int, workspace: Workspace) -> Step:
    """Undo one step of the history alone. Raises Refused where there is none of that number."""
    found = next((each for each in workspace.history() if each.seq == seq), None)
    if found is None:
        raise Refused([Trouble("no_such_step", facts={"seq": str(seq)})])
    return take_back(workspace, found)


def _run(key: str, replay: Callable[[Workspace], Step], options: Namespace) -> int:
    with editing(options) as workspace:
        step = replay(workspace)
    if options.json:
        name = {language: tell(step.name, language) for language in LANGUAGES}
        answer({"seq": step.seq, "kind": step.kind, "of": step.of, "name": name})
    else:
        line(say(key, options.lang, what=tell(step.name, options.lang)))
    return Exit.DONE


UNDO = Verb(_add_undo, _undo)
REDO = Verb(_add_options, partial(_run, "cli.redone", Workspace.redo))
