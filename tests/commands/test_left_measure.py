"""A new KPI is begun with a measure of its name; with a formula of other measures that one goes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from scorecard.board import Board
from scorecard.commands.entry import EnterValue
from scorecard.commands.measure import AddMeasure
from scorecard.commands.new_line import NewKpi
from scorecard.commands.revise_definition import ReviseDefinition
from scorecard.model.records import Measure
from scorecard.text import tell
from scorecard.vocabulary import Words
from scorecard.workspace import Workspace
from tests.ui.panels import sample

NAME = Words("客訴率", "Claim rate")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """The sample with a KPI that was just begun, and two measures to compute it of."""
    made = sample(tmp_path)
    made.run(NewKpi("t-qual", "co", NAME, "%", "2026-10"))
    for name in ("claims", "deliveries"):
        made.run(AddMeasure(Measure("", Words(en=name), "pcs")))
    yield made
    made.close()


def own(board: Board) -> str:
    """The id of the measure that the KPI was begun with; empty where it is gone."""
    return next((each.id for each in board.measures.values() if each.name == NAME), "")


def revise(workspace: Workspace, formula: str, *, correct: bool = True) -> None:
    version = workspace.board.versions["KPI-001"][-1]
    if not correct:
        version = replace(version, version="v1.1", effective="2026-11", change=Words(en="new"))
    workspace.run(ReviseDefinition(replace(version, formula=formula), correct=correct))


def test_it_goes_in_the_same_step_which_says_so_and_comes_back_with_it(
    workspace: Workspace,
) -> None:
    measure = own(workspace.board)
    assert measure

    revise(workspace, "claims / deliveries")

    assert not own(workspace.board)
    step = workspace.undo_step
    assert step is not None
    assert tell(step.name, "zh_TW") == "修訂客訴率版本 v1.0；不再用的數據「客訴率」一併移除"
    workspace.undo()
    assert own(workspace.board) == measure
    workspace.redo()
    assert not own(workspace.board)


def test_it_stays_where_the_formula_still_says_it(workspace: Workspace) -> None:
    revise(workspace, "[Claim rate] / deliveries")

    assert own(workspace.board)


def test_it_stays_where_somebody_has_kept_a_value_of_it(workspace: Workspace) -> None:
    workspace.run(EnterValue(own(workspace.board), "co", "2026-10", 0.02))

    revise(workspace, "claims / deliveries")

    assert own(workspace.board)


def test_it_stays_where_the_past_is_computed_of_it(workspace: Workspace) -> None:
    revise(workspace, "claims / deliveries", correct=False)

    assert own(workspace.board)


def test_it_stays_where_another_kpi_says_it(workspace: Workspace) -> None:
    other = replace(workspace.board.versions["KPI-001"][0], kpi="KPI-002", name=Words(en="Twice"))
    workspace.run(ReviseDefinition(replace(other, formula="[Claim rate] * 2")))

    revise(workspace, "claims / deliveries")

    assert own(workspace.board)
