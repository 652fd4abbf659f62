"""The scorecard as a table that a spreadsheet takes: numbers as numbers, texts as texts."""

from collections.abc import Iterable

from scorecard.evaluation.line import Line
from scorecard.number import plain
from scorecard.unit_words import unit_shown
from scorecard.vocabulary import Missing, Value
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
    said, cell = texts(line, None, voice), line.cell
    return [
        "　" * depth + cell_text(said.name),
        number_text(cell.value, cell.version.unit) if cell is not None else "",
        cell_text(unit_shown(cell.version.unit, voice.language)) if cell is not None else "",
        cell_text(said.target),
        said.attainment,
        said.score if line.score is not None else "",
        cell_text(status_word(line, voice)),
        cell_text(said.owner),
    ]


def number_text(value: Value, unit: str) -> str:
    """The whole number, not the rounded one; a percent as such, a missing one empty."""
    if isinstance(value, Missing):
        return ""
    return f"{100 * value:.12g}%" if unit == "%" else str(plain(value))


def cell_text(text: str) -> str:
    """A text as one cell of a table, never read as a formula."""
    clean = " ".join(text.split("\t")).replace("\n", " ").replace("\r", " ")
    return f"'{clean}" if clean.startswith(_FORMULA) else clean
