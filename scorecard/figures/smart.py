"""Advice on a target: what a process itself suggests, and the five letters (R-TARGET-8, -9)."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from scorecard.evaluation import Cell, Evaluation, Line
from scorecard.figures.number_words import number_words
from scorecard.figures.variation import since_change, since_first
from scorecard.number import plain
from scorecard.target_advice import Advice, advise
from scorecard.text import LANGUAGES, Said, tell
from scorecard.vocabulary import Direction, Missing


class Verdict(StrEnum):
    """How a letter stands; it advises and never blocks."""

    PASS = "pass"  # noqa: S105  a verdict
    WARN = "warn"
    FAIL = "fail"


class Letter(NamedTuple):
    """One of S, M, A, R, T with its verdict and one sentence."""

    letter: str
    verdict: Verdict
    why: Said


def advice(evaluation: Evaluation, line: Line) -> Advice | None:
    """What the newest values of a KPI, up to the view and under one definition, suggest and say
    of the target of its newest own period. None where one does not go up or down, and from
    fewer than six values."""
    kpi, org = line.node.kpi, line.node.org
    if kpi is None or org is None or line.cell is None:
        return None
    cells = since_change(since_first(evaluation, kpi, org))
    criterion = cells[-1].criterion if cells else None
    if criterion is None or criterion.toward not in {Direction.HIGHER, Direction.LOWER}:
        return None
    history = [cell.value for cell in cells if not isinstance(cell.value, Missing)]
    return advise(history, criterion.toward, criterion.target)


def smart(line: Line, found: Advice | None) -> tuple[Letter, ...]:
    """The five letters of a KPI line; () of a parent."""
    if line.cell is None:
        return ()
    return tuple(_letters(line, line.cell, found))


def smart_json(evaluation: Evaluation, line: Line) -> dict[str, object]:
    """Both as `explain` answers them; nothing of a parent."""
    found = advice(evaluation, line)
    letters = smart(line, found)
    if not letters:
        return {}
    said = [
        {
            "letter": each.letter,
            "verdict": each.verdict.value,
            "sentence": {language: tell(each.why, language) for language in LANGUAGES},
        }
        for each in letters
    ]
    return {"advice": None if found is None else _advice_json(found), "smart": said}


def smart_said(evaluation: Evaluation, line: Line) -> Iterator[Said]:
    """The same in sentences: what a process suggests, and each letter."""
    found = advice(evaluation, line)
    if found is not None and line.cell is not None:
        numbers = {"keep": found.keep, "stretch": found.stretch, "limit": found.limit}
        yield Said("smart.advice", {k: number_words(v, line.cell) for k, v in numbers.items()})
    for each in smart(line, found):
        yield Said(f"smart.{each.verdict}", {"letter": each.letter, "why": each.why})


def _letters(line: Line, cell: Cell, found: Advice | None) -> Iterator[Letter]:
    version = cell.version
    defined = any(version.name) and any(version.definition)
    yield _letter("S", Verdict.PASS if defined else Verdict.FAIL)
    made = bool(version.formula) or any(version.source)
    whole = made and bool(version.unit) and any(version.owner)
    yield _letter("M", Verdict.PASS if whole else Verdict.WARN if made else Verdict.FAIL)
    yield _attainable(cell, found)
    yield _letter("R", Verdict.PASS if line.node.parent is not None else Verdict.FAIL)
    yield _letter("T", Verdict.PASS if version.effective else Verdict.FAIL)


def _attainable(cell: Cell, found: Advice | None) -> Letter:
    """What needs a change of the process needs an initiative, which no document links yet."""
    if cell.criterion is None or not cell.criterion.has_target:
        return Letter("A", Verdict.WARN, Said("smart.A.no_target"))
    if found is None or found.verdict is None:
        return Letter("A", Verdict.WARN, Said("smart.A.unknown"))
    verdict = Verdict.WARN if found.verdict == "needs_change" else Verdict.PASS
    return Letter("A", verdict, Said(f"smart.A.{found.verdict}"))


def _letter(letter: str, verdict: Verdict) -> Letter:
    return Letter(letter, verdict, Said(f"smart.{letter}.{verdict}"))


def _advice_json(found: Advice) -> dict[str, object]:
    numbers = {"keep": found.keep, "stretch": found.stretch, "limit": found.limit}
    return {**{name: plain(number) for name, number in numbers.items()}, "verdict": found.verdict}
