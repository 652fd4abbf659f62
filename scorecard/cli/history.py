"""`history`: the journal, newest first."""

from argparse import ArgumentParser, Namespace

from scorecard.chronicle.listing import asked_of
from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.document import reading
from scorecard.cli.parsing import add_today, both, day_of
from scorecard.cli.verbs import Verb
from scorecard.commands.lookup import kpi_of
from scorecard.figures.people import people
from scorecard.store.journal import Step
from scorecard.text import LANGUAGES, say, tell
from scorecard.vocabulary import Words


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=both("cli.option.file"))
    parser.add_argument("--limit", type=int, metavar="N", help=both("cli.option.limit"))
    parser.add_argument("--kpi", default="", metavar="ID", help=both("cli.option.of_kpi"))
    parser.add_argument("--by", metavar="NAME", help=both("cli.option.by"))
    parser.add_argument("--day", default="", metavar="DAY", help=both("cli.option.day"))
    add_today(parser)


def _run(options: Namespace) -> int:
    with reading(options) as workspace:
        board = workspace.board
        if options.kpi:
            kpi_of(board, options.kpi)
        asked = asked_of(board, day_of(options), options.kpi, options.by, options.day)
        steps = workspace.chronicle.steps(asked, options.limit)
        if options.json:
            answer([step_json(step) for step in steps])
        else:
            known = people(board)
            for step in steps:
                by = known.get(step.by, Words(step.by)).show(options.lang)
                line(_line(step, by, options.lang))
    return Exit.DONE


def step_json(step: Step) -> dict[str, object]:
    """A step with its name in both languages and what it touched."""
    return {
        "seq": step.seq,
        "kind": step.kind,
        "of": step.of,
        "at": step.at,
        "by": step.by,
        "host": step.host,
        "name": {language: tell(step.name, language) for language in LANGUAGES},
        "changes": step.count,
    }


def _line(step: Step, by: str, language: str) -> str:
    what = say(f"cli.history_{step.kind}", language, what=tell(step.name, language))
    return f"{step.seq:>5}  {step.at}  {by or '–'}  {what}"


VERB = Verb(_add_options, _run)
