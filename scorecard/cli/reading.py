"""`read`: what the program understands by a text."""

from argparse import ArgumentParser, Namespace

from scorecard.cli.answering import Exit, answer, line
from scorecard.cli.parsing import both
from scorecard.cli.verbs import Verb
from scorecard.reading.answer import FIELDS, to_json
from scorecard.reading.outcome import Wrong
from scorecard.trouble import Refused


def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", help=both("cli.option.text"))
    parser.add_argument(
        "--as", dest="field", required=True, choices=list(FIELDS), help=both("cli.option.as")
    )


def _run(options: Namespace) -> int:
    outcome = FIELDS[options.field](options.text)
    wrong = isinstance(outcome, Wrong)
    if options.json:
        answer(to_json(outcome, options.lang))
    elif isinstance(outcome, Wrong):
        raise Refused([outcome.trouble])
    else:
        for name, value in to_json(outcome, options.lang).items():
            line(f"{name}: {value}")
    return Exit.REFUSED if wrong else Exit.DONE


VERB = Verb(_add_options, _run)
