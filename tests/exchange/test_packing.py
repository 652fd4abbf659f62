"""A large import of any form is written as blocks; it says and undoes the same."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.commands.importing import ImportBoard
from scorecard.exchange import packing
from scorecard.exchange.packing import packed
from scorecard.exchange.source_file import planned_file
from scorecard.model.edits import Edit, one_by_one
from scorecard.model.records import Entry, Record, Setting
from scorecard.period import NUMBERS
from scorecard.store.fitting import fits
from scorecard.workspace import Workspace
from tests.evaluation.boards import board, measure
from tests.store.documents import CLOCK

PERIODS = ("2025-01", "2025-02", "2025-03", "2025-11")
cells = st.tuples(st.none() | st.integers(0, 9).map(float), st.sampled_from(["", "a", "停產"]))
keys = st.tuples(st.sampled_from("mn"), st.just("co"), st.sampled_from(PERIODS))


@settings(deadline=None)
@given(st.dictionaries(keys, cells, max_size=6), st.dictionaries(keys, cells, min_size=1))
def test_blocks_do_what_their_entries_do(
    there: dict[tuple[str, str, str], tuple[float | None, str]],
    coming: dict[tuple[str, str, str], tuple[float | None, str]],
) -> None:
    start = board([measure("m"), measure("n")], {}).after(
        Edit(None, Entry(*key, *cell)) for key, cell in there.items()
    )
    edits = tuple(
        Edit(start.entry(*key), Entry(*key, *cell))
        for key, cell in coming.items()
        if start.entry(*key) != Entry(*key, *cell)
    )

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(packing, "MANY", 0)
        made = packed(edits)

    assert all(edit.is_block for edit in made)
    assert len(made) == len({edit.key[:2] for edit in edits})
    assert sorted(one_by_one(made), key=_place) == sorted(edits, key=_place)
    assert fits(start, made)
    after = start.after(made)
    assert after == start.after(edits)
    assert after.after(edit.inverse for edit in reversed(made)) == start


def test_what_also_makes_a_measure_stays_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "MANY", 0)
    edits = (Edit(None, measure("m")), Edit(None, Entry("m", "co", "2025-01", 1.0)))

    assert packed(edits) == edits


def test_what_a_workbook_remembers_comes_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "MANY", 0)
    entry, memory = (
        Edit(None, Entry("m", "co", "2025-01", 1.0)),
        Edit(None, Setting("import_map", {})),
    )

    first, second = packed((entry, memory))

    assert first == memory
    assert second.is_block


def test_few_entries_stay_as_they_are() -> None:
    edits = (Edit(None, Entry("m", "co", "2025-01", 1.0)),)

    assert packed(edits) is edits


def test_json_of_many_entries_is_one_step_of_blocks_that_is_taken_back_after_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing, "MANY", 3)
    path, source = tmp_path / "a.scorecard", tmp_path / "a.json"
    workspace = Workspace.create(path, author="amy", clock=CLOCK)
    records = board([measure("m")], {})
    both: tuple[Record, ...] = (*records.orgs.values(), *records.measures.values())
    workspace.run(ImportBoard("", lambda _: tuple(Edit(None, each) for each in both)))
    before = workspace.board
    entries = [
        {"measure": "m", "org": "co", "period": period, "value": at}
        for at, period in enumerate(PERIODS)
    ]
    source.write_text(json.dumps({"format": "scorecard.board/1", "entries": entries}), "utf-8")
    planned = planned_file(source, before)
    step = workspace.run(ImportBoard(source.name, planned.edits_on))
    assert step is not None
    assert (planned.created, step.count) == (4, 4)
    assert [edit.is_block for edit in step.edits] == [True]
    after = workspace.board
    workspace.close()

    again = Workspace.open(path, author="amy", clock=CLOCK)
    assert again.board == after
    assert again.provenance(("m", "co", PERIODS[1])) is not None
    again.undo()
    assert again.board == before
    again.redo()
    assert again.board == after
    again.close()


def _place(edit: Edit) -> tuple[str, int]:
    return edit.key[0], NUMBERS[edit.key[2]]
