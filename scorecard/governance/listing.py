"""Findings as a list to work down: chosen by what they are about, by unit and by a text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scorecard.board import Board
from scorecard.catalogue.folding import folded
from scorecard.governance.finding import Concern, Finding
from scorecard.org_units import below
from scorecard.text import LANGUAGES, tell


class Wanted(NamedTuple):
    """What to show; the default is everything, each thing once. `org` stands for a unit with all
    below it; `text` is looked for in ids, names and sentences of both languages."""

    concern: Concern | None = None
    org: str = ""
    text: str = ""


def found(findings: Sequence[Finding], wanted: Wanted, board: Board) -> tuple[Finding, ...]:
    """The findings that are wanted. What SMART says again that another finding says too is only
    shown where SMART is asked for."""
    return tuple(
        each
        for each in _of_place(findings, wanted, board)
        if (not each.repeats if wanted.concern is None else each.concern is wanted.concern)
    )


def counts(
    findings: Sequence[Finding], wanted: Wanted, board: Board
) -> Mapping[Concern | None, int]:
    """How many findings each choice of a concern would show; None for everything."""
    there = tuple(_of_place(findings, wanted, board))
    counted: dict[Concern | None, int] = dict.fromkeys(Concern, 0)
    for each in there:
        counted[each.concern] += 1
    return {None: sum(not each.repeats for each in there), **counted}


def _of_place(findings: Sequence[Finding], wanted: Wanted, board: Board) -> Iterator[Finding]:
    units = below(board, wanted.org) if wanted.org else ()
    text = folded(wanted.text)
    for each in findings:
        if wanted.org and not any(org in units for org in each.orgs):
            continue
        if not text or text in _words_of(each):
            yield each


def _words_of(finding: Finding) -> str:
    said = [tell(finding.sentence, language) for language in LANGUAGES]
    return folded(" ".join((finding.id, *finding.name, *said)))
