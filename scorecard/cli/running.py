"""From arguments to an exit code: the one place where troubles become sentences."""

import sys
from collections.abc import Sequence

from scorecard.cli.answering import Exit, complain
from scorecard.cli.language import language_of
from scorecard.cli.parsing import both, parser_of
from scorecard.cli.verbs import VERBS
from scorecard.text import named
from scorecard.trouble import CannotOpen, Refused, Trouble


def main(argv: Sequence[str]) -> int:
    """Runs the verb `argv[0]` and gives the exit code: 0 done, 1 done with warnings, 2 refused
    and nothing changed, 3 the document cannot be opened."""
    language = language_of(argv)
    if argv and argv[0] == "--lang":  # a verb's option, which some say before it
        argv = [*argv[2:], *argv[:2]]
    if not argv or argv[0] in ("-h", "--help"):
        print(_help())
        return Exit.DONE
    if argv[0] not in VERBS:
        complain([unknown_verb(argv[0])], language)
        return Exit.REFUSED
    try:
        return _run(argv[0], argv[1:], language)
    except Refused as refused:
        complain(refused.troubles, language)
        return Exit.REFUSED
    except CannotOpen as refused:
        complain([refused.trouble], language)
        return Exit.CANNOT_OPEN


def unknown_verb(word: str) -> Trouble:
    """The trouble of a word that is no verb, with those that look like it."""
    from difflib import get_close_matches  # takes a tenth of the start, and is for mistakes only

    near = get_close_matches(word, VERBS, n=2)
    code = "unknown_verb" if near else "unlike_verb"
    return Trouble(code, facts={"verb": word[:60], "near": named(near or VERBS)})


def _run(name: str, given: Sequence[str], language: str) -> int:
    verb = VERBS[name]()
    parser = parser_of(name)
    verb.add_options(parser)
    try:
        options = parser.parse_args(list(given))
    except SystemExit:  # argparse ends the program after it has printed the help
        return Exit.DONE
    options.asked_lang, options.lang = options.lang, language
    try:
        return verb.run(options)
    except BrokenPipeError:  # the reader of the answer has gone, as `head` does
        sys.stderr.close()
        return Exit.DONE


def _help() -> str:
    lines = [both("cli.title"), "", "main.py [FILE]", f"    {both('cli.window')}", ""]
    lines += [f"main.py {verb:<9} {both(f'cli.verb.{verb}')}" for verb in VERBS]
    return "\n".join([*lines, "", both("cli.more"), both("cli.exits")]).replace("%%", "%")
