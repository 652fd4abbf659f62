"""What each cell of the scorecard says in words: shown, read out, and in the tool tip."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scorecard.evaluation.line import Cell, Line
from scorecard.narrow import narrow_attainment, narrow_change, narrow_target, narrow_value
from scorecard.shown import (
    Shown,
    attainment_of,
    change_of,
    change_said,
    target_of,
    target_said,
    value_of,
)
from scorecard.shown_scores import coverage_of, score_of
from scorecard.text import Said
from scorecard.vocabulary import WORRY, Direction, Missing, NodeKind, Status
from ui.tree.columns import LAYOUT, Column
from ui.tree.voice import Voice

DASH = "–"
#: So many changes under which a line has another colour are told in its tool tip.
MOST_FLIPS = 3


class Texts(NamedTuple):
    """One line in the language of now; empty where there is nothing to say."""

    name: str
    share: str
    value: Shown | None
    missing: str
    target: str
    attainment: str
    score: str
    previous: str
    last_year: str
    owner: str


class Narrow(NamedTuple):
    """The numbers of a line where a column has no room for all of their digits."""

    value: Shown | None
    target: str
    attainment: str
    previous: str
    last_year: str


def narrow(line: Line, voice: Voice) -> Narrow:
    """The numbers of a KPI line in few digits; yes and no have none."""
    cell, language = line.cell, voice.language
    if cell is None or cell.version.direction is Direction.YES:
        said = texts(line, None, voice)
        return Narrow(said.value, said.target, said.attainment, said.previous, said.last_year)
    return Narrow(
        value=narrow_value(cell, language),
        target=narrow_target(cell, language),
        attainment=narrow_attainment(cell),
        previous=narrow_change(line.previous, cell, language),
        last_year=narrow_change(line.last_year, cell, language),
    )


def texts(line: Line, share: float | None, voice: Voice) -> Texts:
    """The words of a line; `share` is its part of its brothers' weights or, of a KPI at a unit, of
    the value of the whole, where that is shown."""
    cell, language = line.cell, voice.language
    return Texts(
        name=line.name.show(language),
        share=_share(cell, share),
        value=_value(cell, voice),
        missing=_missing(line, voice),
        target=_target(cell, voice),
        attainment=attainment_of(cell) if cell is not None else "",
        score=_score(line, voice),
        previous=change_of(line.previous, cell, language),
        last_year=change_of(line.last_year, cell, language),
        owner=cell.version.owner.show(language) if cell is not None else "",
    )


def shown(line: Line, said: Texts, column: Column, voice: Voice) -> str:
    """What the cell of `column` shows, as plain text; also what a search or a copy finds."""
    match column:
        case Column.STATUS:
            return status_word(line, voice)
        case Column.NAME:
            return said.name
        case Column.ACTUAL:
            return str(said.value) if said.value is not None else said.missing
        case Column.SPARK:
            return ""
        case Column.LATE:
            return late_word(line, voice)
    return str(getattr(said, column.name.lower()))


def spoken(line: Line, said: Texts, column: Column, voice: Voice) -> str:
    """The cell for a screen reader; the name says the whole line."""
    if column is Column.NAME:
        return sentence(line, said, voice)
    heading = voice.tell(LAYOUT[column].heading)
    text = shown(line, said, column, voice) or DASH
    return voice.say("window.cell", heading=heading, text=text)


def tip(line: Line, said: Texts, column: Column, voice: Voice) -> str:
    """What a cell says when asked for more; lines of plain text."""
    match column:
        case Column.STATUS | Column.NAME | Column.LATE:
            return sentence(line, said, voice)
        case Column.ACTUAL:
            return _value_tip(line, said, voice)
        case Column.SCORE:
            return _score_tip(line, said, voice)
        case Column.PREVIOUS:
            return _change_tip(line, voice, previous=True)
        case Column.LAST_YEAR:
            return _change_tip(line, voice, previous=False)
    return spoken(line, said, column, voice)


def status_word(line: Line, voice: Voice) -> str:
    """達標, 接近門檻 …; a grey line says why it is grey."""
    if line.status is Status.GREY and line.reason:
        return voice.why(line.reason)
    return voice.say(f"look.status.{line.status.value}")


def late_word(line: Line, voice: Voice) -> str:
    """沿用 2026-06 for a line that shows an older value; else empty."""
    if not line.stale or line.cell is None:
        return ""
    return voice.say("window.carried", period=voice.called(line.cell.period))


def hanging(flips: Sequence[Said], voice: Voice) -> str:
    """What would give a line another colour, a few of them in a line each; empty where nothing
    would."""
    if not flips:
        return ""
    lines = [voice.say("flip.tip"), *map(voice.tell, flips[:MOST_FLIPS])]
    if len(flips) > MOST_FLIPS:
        lines.append(voice.say("flip.tip.more", count=str(len(flips) - MOST_FLIPS)))
    return "\n".join(lines)


def counts_words(counts: Mapping[Status, int], voice: Voice) -> str:
    """未達標 5、接近門檻 14 …, the most worrying first."""
    said = [
        voice.say("window.count", status=voice.say(f"look.status.{s.value}"), n=str(counts[s]))
        for s in WORRY
        if counts.get(s)
    ]
    return voice.say("window.comma").join(said)


def sentence(line: Line, said: Texts, voice: Voice) -> str:
    """The whole line: name, key, value, status, target, score, what is below, whether late."""
    parts = [said.name]
    if line.node.star:
        parts.append(voice.say("window.key_kpi"))
    if line.cell is not None:
        parts.append(str(said.value) if said.value is not None else said.missing)
        if said.share:
            parts.append(voice.say("window.share_is", share=said.share))
    parts.append(status_word(line, voice))
    if said.target and line.cell is not None:
        target = _target_said(line.cell, voice)
        parts.append(voice.say("window.target_is", target=target))
    if line.score is not None:
        parts.append(voice.say("window.score_is", score=said.score))
    if line.capped:
        parts.append(voice.say("window.capped"))
    parts += [part for part in (counts_words(line.counts, voice), late_word(line, voice)) if part]
    return voice.say("window.comma").join(dict.fromkeys(parts))


def _share(cell: Cell | None, share: float | None) -> str:
    if share is None:
        return ""
    return f"{round(100 * share)}%" if cell is None else f"{100 * share:.1f} %"


def _value(cell: Cell | None, voice: Voice) -> Shown | None:
    if cell is None or isinstance(cell.value, Missing):
        return None
    if cell.version.direction is Direction.YES:
        return Shown(voice.say("window.yes" if cell.value >= 1 else "window.no"))
    return value_of(cell, voice.language)


def _missing(line: Line, voice: Voice) -> str:
    if line.cell is None or not isinstance(line.cell.value, Missing):
        return ""
    return voice.why(line.cell.value.reason)


def _target(cell: Cell | None, voice: Voice) -> str:
    if cell is None:
        return ""
    return _yes(cell, voice) or target_of(cell, voice.language)


def _target_said(cell: Cell, voice: Voice) -> str:
    return _yes(cell, voice) or target_said(cell, voice.language)


def _yes(cell: Cell, voice: Voice) -> str:
    wanted = cell.version.direction is Direction.YES and cell.criterion is not None
    return voice.say("window.yes") if wanted else ""


def _score(line: Line, voice: Voice) -> str:
    if line.score is None and line.status is Status.BLUE and line.cell is not None:
        return voice.say("window.no_target")
    return score_of(line.score)


def _value_tip(line: Line, said: Texts, voice: Voice) -> str:
    if line.cell is None:
        return counts_words(line.counts, voice)
    lines = [spoken(line, said, Column.ACTUAL, voice)]
    if line.cell.partial:
        facts = {"have": str(line.cell.have), "of": str(line.cell.of)}
        lines.append(voice.say("window.partial", **facts))
    lines.append(voice.say("window.value_period", period=voice.called(line.cell.period)))
    return "\n".join(lines)


def _score_tip(line: Line, said: Texts, voice: Voice) -> str:
    lines = [spoken(line, said, Column.SCORE, voice)]
    if line.coverage is not None and line.node.kind is not NodeKind.KPI:
        lines.append(voice.say("window.coverage", share=coverage_of(line.coverage)))
    if line.capped:
        lines.append(voice.say("window.capped"))
    return "\n".join(lines)


def _change_tip(line: Line, voice: Voice, *, previous: bool) -> str:
    """The change and whether it is good, or why there is none and what is offered instead."""
    if line.changes is None:
        return voice.say("window.no_comparison")
    # Seldom asked for, so that what this takes is loaded after the first picture.
    from scorecard.figures.compared import compared_said

    found = line.changes.previous if previous else line.changes.last_year
    said = change_said(found.change, line.cell, voice.language)
    lines = []
    if said:
        key = {True: "window.better", False: "window.worse", None: "window.same"}
        lines.append(voice.say(key[found.change.better], change=said))
    more = compared_said(voice.board(), found, line.cell, previous=previous)
    return "\n".join([*lines, *map(voice.tell, more)])
