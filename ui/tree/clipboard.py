"""The scorecard as a table that a spreadsheet takes: numbers as numbers, texts as texts."""

from collections.abc import Iterable

from scorecard.evaluation.line import Line
from scorecard.number import plain
from scorecard.unit_words import unit_shown
from scorecard.vocabulary import Missing
from ui.tree.columns import LAYOUT, Column
from ui.tree.voice import Voice
from ui.tree.wording import status_word, texts

#: A text that begins like this would be a formula in a spreadsheet (S4).
_FORMULA = tuple("=+-@\t\r")


def table_text(lines: Iterable[tuple[int, Line]], voice: Voice) -> str:
    """Tab-separated lines, a heading first; `lines` come with how deep they stand."""
    columns = (Column.NAME, Column.ACTUAL, None, *_LATER)
    head = [
        voice.say("window.unit") if c is None else voice.tell(LAYOUT[c].heading) for c in columns
    ]
    return "\n".join("\t".join(row) for row in [head, *(_row(d, line, voice) for d, line in lines)])


_LATER = (Column.TARGET, Column.ATTAINMENT, Column.SCORE, Column.STATUS, Column.OWNER)


def _row(depth: int, line: Line, voice: Voice) -> list[str]:
    said = texts(line, None, voice)
    return [
        "　" * depth + _text(said.name),
        _number(line),
        _text(unit_shown(line.cell.version.unit, voice.language)) if line.cell is not None else "",
        _text(said.target),
        said.attainment,
        said.score if line.score is not None else "",
        _text(status_word(line, voice)),
        _text(said.owner),
    ]


def _number(line: Line) -> str:
    """The whole number, not the rounded one; a percent as such, a missing one empty."""
    if line.cell is None or isinstance(line.cell.value, Missing):
        return ""
    if line.cell.version.unit == "%":
        return f"{100 * line.cell.value:.12g}%"
    return str(plain(line.cell.value))


def _text(text: str) -> str:
    clean = " ".join(text.split("\t")).replace("\n", " ").replace("\r", " ")
    return f"'{clean}" if clean.startswith(_FORMULA) else clean
