"""An older step is undone alone where nothing later depends on it; else it is said what does."""

from pathlib import Path

import pytest

from scorecard.chronicle.taking_back import dependents, take_back
from scorecard.model.records import Entry, Measure
from scorecard.text import LANGUAGES, sentence, tell
from scorecard.trouble import Refused
from scorecard.vocabulary import Words
from scorecard.workspace import Step, Workspace
from tests.store.documents import CLOCK, FOUNDATION, closed, put, take


def entry(period: str, value: float) -> Entry:
    return Entry("revenue", "co", period, value)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Step 1: units and measures; 2: October; 3: November; checked as the window does."""
    made = reopened(closed(tmp_path, *FOUNDATION))
    made.run(put(entry("2026-10", 10)))
    made.run(put(entry("2026-11", 11)))
    return made


def reopened(path: Path) -> Workspace:
    return Workspace.open(path, author="bob", clock=CLOCK)


def step(workspace: Workspace, seq: int) -> Step:
    return next(each for each in workspace.history() if each.seq == seq)


def value(workspace: Workspace, period: str) -> float | None:
    found = workspace.board.entry("revenue", "co", period)
    return None if found is None else found.value


def refusal(workspace: Workspace, seq: int) -> str:
    """Why a step is not undone alone, in English."""
    with pytest.raises(Refused) as refused:
        take_back(workspace, step(workspace, seq))
    (trouble,) = refused.value.troubles
    return sentence(trouble, "en")


def test_an_older_step_goes_and_the_later_ones_stay(workspace: Workspace) -> None:
    done = take_back(workspace, step(workspace, 2))

    assert (value(workspace, "2026-10"), value(workspace, "2026-11")) == (None, 11)
    assert tell(done.name, "en").startswith("Undo of “Revenue")


def test_it_is_a_step_that_undo_takes_back_also_after_a_restart(workspace: Workspace) -> None:
    take_back(workspace, step(workspace, 2))
    workspace.close()
    again = reopened(workspace.path)

    again.undo()

    assert value(again, "2026-10") == 10


def test_undo_goes_on_to_the_steps_before_it(workspace: Workspace) -> None:
    take_back(workspace, step(workspace, 2))

    for _ in range(3):
        workspace.undo()

    assert (value(workspace, "2026-10"), value(workspace, "2026-11")) == (None, None)
    workspace.redo()
    assert value(workspace, "2026-10") == 10


def test_what_was_changed_again_is_refused_with_the_step_that_did(workspace: Workspace) -> None:
    workspace.run(put(entry("2026-10", 100)))

    assert refusal(workspace, 2).startswith(
        "Step 2 cannot be undone alone, because a later one touched the same: step 4 “"
    )
    assert value(workspace, "2026-10") == 100


def test_the_newest_three_of_many_are_named(workspace: Workspace) -> None:
    for number in range(5):
        workspace.run(put(entry("2026-10", 100 + number)))

    told = refusal(workspace, 2)

    assert "5 later steps" in told
    assert [f"step {seq}" in told for seq in (8, 7, 6, 5)] == [True, True, True, False]


def test_a_value_that_came_back_by_other_steps_is_theirs(workspace: Workspace) -> None:
    workspace.run(put(entry("2026-10", 100)))
    workspace.run(put(entry("2026-10", 10)))

    assert [each.seq for each in dependents(workspace, step(workspace, 2))] == [5, 4]


def test_later_steps_that_were_undone_are_in_nobodys_way(workspace: Workspace) -> None:
    workspace.run(put(entry("2026-10", 100)))
    workspace.undo()

    take_back(workspace, step(workspace, 2))

    assert value(workspace, "2026-10") is None


def test_a_step_that_was_done_again_can_be_undone_alone(workspace: Workspace) -> None:
    for _ in range(2):
        workspace.undo()
    for _ in range(2):
        workspace.redo()

    take_back(workspace, step(workspace, 2))

    assert (value(workspace, "2026-10"), value(workspace, "2026-11")) == (None, 11)


def test_a_step_that_is_undone_already_says_by_which(workspace: Workspace) -> None:
    workspace.undo()

    assert "step 4 “Undone: " in refusal(workspace, 3)


def test_it_is_not_done_twice(workspace: Workspace) -> None:
    take_back(workspace, step(workspace, 2))

    assert "step 4 “Undo of “" in refusal(workspace, 2)


def test_a_measure_that_has_entries_since_says_so(workspace: Workspace) -> None:
    workspace.run(put(Measure("hours", Words("工時", "Hours"))))
    workspace.run(put(Entry("hours", "co", "2026-10", 1.0)))

    told = refusal(workspace, 4)

    assert "entry hours co" in told
    assert "hours" in workspace.board.measures


def test_a_removal_is_taken_back_as_well(workspace: Workspace) -> None:
    workspace.run(take(entry("2026-10", 10)))
    workspace.run(put(entry("2026-11", 12)))

    take_back(workspace, step(workspace, 4))

    assert (value(workspace, "2026-10"), value(workspace, "2026-11")) == (10, 12)


def test_both_languages_say_what_depends_on_it(workspace: Workspace) -> None:
    workspace.run(put(entry("2026-10", 100)))
    with pytest.raises(Refused) as refused:
        take_back(workspace, step(workspace, 2))

    said = {sentence(refused.value.troubles[0], language) for language in LANGUAGES}

    assert len(said) == 2
    assert all("4" in each for each in said)
