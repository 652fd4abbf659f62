"""How a value compares with an earlier one in words, or why it does not."""

from collections.abc import Iterator

from scorecard.board import Board
from scorecard.evaluation.line import Cell, Comparison, Line, Redefined
from scorecard.shown import change_said
from scorecard.text import LANGUAGES, Said, sentences
from scorecard.vocabulary import Missing, Words

#: The reasons that say more than that there is nothing to compare with.
GUARDED = frozenset({"definition_changed", "incomplete_period"})
_DATE = len("2026-03-15")


def compared_said(
    board: Board, found: Comparison, cell: Cell | None, *, previous: bool
) -> Iterator[Said]:
    """Why a line is not compared with the period before or with last year, and what is offered
    instead; of a change like for like over how many values it is."""
    base = Said(f"compare.base.{'previous' if previous else 'last_year'}")
    counts: dict[str, str | Words | Said] = {"pairs": str(found.pairs), "of": str(found.of)}
    if found.change.absolute is not None:
        if found.pairs < found.of:
            yield Said("compare.alike", counts)
        return
    facts = {**counts, "base": base}
    if found.redefined is not None:
        yield _redefined(board, found.redefined, cell, base)
    else:
        key = f"compare.none.{found.change.reason}"
        yield Said(key if key in sentences() else "compare.none.no_base", facts)
    if found.offered is not None and cell is not None:
        shown = (change_said(found.offered, cell, language) for language in LANGUAGES)
        kind = "definition" if found.redefined is not None else "pairs"
        yield Said(f"compare.offered.{kind}", {**counts, "change": Words(*shown)})


def not_compared(board: Board, line: Line, cell: Cell) -> Iterator[Said]:
    """What is left to say about comparing: of the period before where that has no value, and of
    the same period last year."""
    changes = line.changes
    if changes is None or isinstance(cell.value, Missing):
        return
    before = changes.previous.change
    if before.absolute is None and before.reason not in GUARDED:
        yield from compared_said(board, changes.previous, cell, previous=True)
    yield from compared_said(board, changes.last_year, cell, previous=False)


def _redefined(board: Board, found: Redefined, cell: Cell | None, base: Said) -> Said:
    """The change of definition: whose, from which version to which, from when on."""
    own = cell is not None and cell.version.kpi == found.kpi
    on = ".on" if len(found.start) == _DATE else ""
    return Said(
        f"compare.none.definition_changed{'' if own else '.of'}{on}",
        {
            "base": base,
            "name": board.latest(found.kpi).name,
            "before": found.before,
            "after": found.after,
            "start": found.start,
        },
    )
