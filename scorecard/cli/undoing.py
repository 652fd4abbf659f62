"""`undo` and `redo`: one step of the journal back or forth."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from functools import partial

from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.document import editing
from scorecard.cli.parsing import both
from scorecard.cli.verbs import Verb
from scorecard.store.journal import Step
from scorecard.text import LANGUAGES, say, tell
from scorecard.workspace import Workspace


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))


def _run(key: str, replay: Callable[[Workspace], Step], options: Namespace) -> int:
    with editing(options) as workspace:
        step = replay(workspace)
    if options.json:
        name = {language: tell(step.name, language) for language in LANGUAGES}
        answer({"seq": step.seq, "kind": step.kind, "of": step.of, "name": name})
    else:
        line(say(key, options.lang, what=tell(step.name, options.lang)))
    return Exit.DONE


UNDO = Verb(_add_options, partial(_run, "cli.undone", Workspace.undo))
REDO = Verb(_add_options, partial(_run, "cli.redone", Workspace.redo))
