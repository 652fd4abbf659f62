"""Advice on a target: what a process itself suggests, and the five letters (R-TARGET-8, -9)."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from scorecard.evaluation import Evaluation, Line
from scorecard.figures.number_words import number_words
from scorecard.figures.variation import since_change, since_first
from scorecard.model.records import KpiVersion, Node
from scorecard.number import plain
from scorecard.target_advice import Advice, advise
from scorecard.text import LANGUAGES, Said, listed, tell
from scorecard.vocabulary import Direction, Frequency, Missing


class Verdict(StrEnum):
    """How a letter stands; it advises and never blocks."""

    PASS = "pass"  # noqa: S105  a verdict
    WARN = "warn"
    FAIL = "fail"


class Letter(NamedTuple):
    """One of S, M, A, R, T with its verdict, one sentence, and the field that mends it."""

    letter: str
    verdict: Verdict
    why: Said
    field: str = ""


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


def smart(
    version: KpiVersion, line: Node | None, found: Advice | None, *, lacks_target: bool
) -> tuple[Letter, ...]:
    """The five letters of a definition at a line of the tree, None where it has none."""
    is_linked = line is not None and line.parent is not None
    return (
        _specific(version),
        _measurable(version),
        _attainable(found, lacks_target=lacks_target),
        _letter("R", Verdict.PASS if is_linked else Verdict.FAIL),
        _timely(version),
    )


def smart_json(evaluation: Evaluation, line: Line) -> dict[str, object]:
    """Both as `explain` answers them; nothing of a parent."""
    found = advice(evaluation, line)
    letters = _of_line(line, found)
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
    for each in _of_line(line, found):
        yield Said(f"smart.{each.verdict}", {"letter": each.letter, "why": each.why})


def _of_line(line: Line, found: Advice | None) -> tuple[Letter, ...]:
    """The letters of a KPI line; () of a parent."""
    cell = line.cell
    if cell is None:
        return ()
    lacks = cell.criterion is None or not cell.criterion.has_target
    return smart(cell.version, line.node, found, lacks_target=lacks)


def _specific(version: KpiVersion) -> Letter:
    filled = any(version.name) and any(version.definition)
    return _letter("S", Verdict.PASS if filled else Verdict.FAIL, "definition")


def _measurable(version: KpiVersion) -> Letter:
    filled = {
        "formula": bool(version.formula) or any(version.source),
        "unit": bool(version.unit) or version.direction is Direction.YES,
        "owner": any(version.owner),
    }
    empty = [key for key, is_filled in filled.items() if not is_filled]
    if not empty:
        return _letter("M", Verdict.PASS)
    facts = {"fields": listed([Said(f"panel.field.{key}") for key in empty])}
    return Letter("M", Verdict.FAIL, Said("smart.M.fail", facts), empty[0])


def _attainable(found: Advice | None, *, lacks_target: bool) -> Letter:
    """What lies beyond the process needs an initiative, which no document links yet."""
    if lacks_target:
        return Letter("A", Verdict.WARN, Said("smart.A.no_target"), "target")
    if found is None or found.verdict is None:
        return Letter("A", Verdict.WARN, Said("smart.A.unknown"))
    beyond = found.verdict == "needs_change"
    verdict, field = (Verdict.FAIL, "target") if beyond else (Verdict.PASS, "")
    return Letter("A", verdict, Said(f"smart.A.{found.verdict}"), field)


def _timely(version: KpiVersion) -> Letter:
    if version.frequency is Frequency.PROJECT and not version.planned:
        return Letter("T", Verdict.WARN, Said("smart.T.planned"), "frequency")
    return _letter("T", Verdict.PASS if version.effective else Verdict.FAIL, "frequency")


def _letter(letter: str, verdict: Verdict, field: str = "") -> Letter:
    mends = "" if verdict is Verdict.PASS else field
    return Letter(letter, verdict, Said(f"smart.{letter}.{verdict}"), mends)


def _advice_json(found: Advice) -> dict[str, object]:
    numbers = {"keep": found.keep, "stretch": found.stretch, "limit": found.limit}
    return {**{name: plain(number) for name, number in numbers.items()}, "verdict": found.verdict}
