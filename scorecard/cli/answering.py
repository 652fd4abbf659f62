"""Answers: one JSON value or plain lines on standard output, troubles on standard error."""

import json
import sys
from collections.abc import Iterable
from enum import IntEnum

from scorecard.text import sentence
from scorecard.trouble import Trouble


class Exit(IntEnum):
    """How a verb ended."""

    DONE = 0
    WARNED = 1
    REFUSED = 2
    CANNOT_OPEN = 3
    #: By Ctrl+C, as shells say it.
    STOPPED = 130


def answer(value: object) -> None:
    """One JSON value on standard output and nothing else."""
    print(json.dumps(value, ensure_ascii=False, allow_nan=False))


def line(text: str) -> None:
    """One line on standard output."""
    print(text)


def complain(troubles: Iterable[Trouble], language: str) -> None:
    """Each trouble as one sentence with its place and its remedy on standard error."""
    for trouble in troubles:
        print(sentence(trouble, language), file=sys.stderr)
