"""Arguments of a verb, with mistakes as one sentence and help in both languages."""

import argparse
import re
from datetime import date
from typing import NoReturn

from scorecard.text import LANGUAGES, named, say, sentences
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Words

#: What argparse says in English alone, and what is said in its place.
_SAID = {
    "lacking": re.compile(r"the following arguments are required: (?P<names>.+)"),
    "unknown": re.compile(r"unrecognized arguments: (?P<names>.+)"),
    "without_value": re.compile(r"argument (?P<names>.+?): expected (?:one|at least one) argument"),
    "no_choice": re.compile(
        r"argument (?P<names>.+?): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<known>.+)\)"
    ),
}


class Parser(argparse.ArgumentParser):
    """Refuses a wrong argument with one sentence in place of a page of usage."""

    def error(self, message: str) -> NoReturn:
        """Raises Refused with what argparse found and the way to the help."""
        facts = {"message": _said(message), "help": Words(*[f"{self.prog} --help"] * 2)}
        raise Refused([Trouble("wrong_argument", facts=facts)])


def parser_of(verb: str) -> Parser:
    """The parser of a verb with the options that every verb has."""
    parser = Parser(
        prog=f"main.py {verb}",
        description=both(f"cli.verb.{verb}"),
        add_help=False,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    general = parser.add_argument_group(both("cli.general"))
    general.add_argument("-h", "--help", action="help", help=both("cli.option.help"))
    general.add_argument("--lang", choices=LANGUAGES, help=both("cli.option.lang"))
    general.add_argument("--json", action="store_true", help=both("cli.option.json"))
    return parser


def add_today(parser: argparse.ArgumentParser) -> None:
    """Declares `--today`."""
    parser.add_argument("--today", type=_day, help=both("cli.option.today"))


def day_of(options: argparse.Namespace) -> date:
    """The day that counts as today."""
    given: date | None = options.today
    return given or date.today()


def both(key: str) -> str:
    """A text in both languages, for the help; a percent sign is one for argparse."""
    words = sentences()[key]
    return f"{words.zh_TW} · {words.en}".replace("%", "%%")


def _said(message: str) -> Words:
    """A message of argparse in both languages; one that is not known here as it is."""
    for key, pattern in _SAID.items():
        found = pattern.fullmatch(message)
        if found is not None:
            lists = found.groupdict().items()
            facts = {name: named(text.replace("'", "").split(", ")) for name, text in lists}
            return Words(*(say(f"cli.argument.{key}", each, **facts) for each in LANGUAGES))
    return Words(message, message)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}: 2026-11-10") from None
