"""Each KPI of the library, added to an empty document, gives its example."""

import pytest

from scorecard.catalogue.library import library
from scorecard.check.edits import refusals
from scorecard.check.findings import findings
from scorecard.model.edits import Edit
from scorecard.model.records import Record
from tests.catalogue.worked import TODAY, Worked, begun, entered, examples, line_of

EXAMPLES = examples()
#: What every new definition lacks until somebody says it.
OPEN = {"no_owner", "no_entries", "no_target"}


def test_every_template_has_its_example() -> None:
    assert sorted(worked.id for worked in EXAMPLES) == sorted(library().templates)


@pytest.mark.parametrize("worked", EXAMPLES, ids=lambda worked: worked.id)
def test_an_added_kpi_shows_the_value_unit_and_colour_of_its_example(worked: Worked) -> None:
    board = begun(worked.id)

    line = line_of(entered(board, worked), worked.id)

    assert line["value"] == pytest.approx(worked.value, rel=5e-9, abs=5e-9)
    assert line["unit"] == library().templates[worked.id].version.unit
    assert line["status"] == worked.status


@pytest.mark.parametrize("worked", EXAMPLES, ids=lambda worked: worked.id)
def test_the_example_beside_a_template_is_the_worked_one(worked: Worked) -> None:
    shown = library().templates[worked.id].example

    assert (dict(shown.inputs), shown.value) == (worked.inputs, worked.value)


@pytest.mark.parametrize("worked", EXAMPLES, ids=lambda worked: worked.id)
def test_nothing_is_wrong_with_an_added_kpi(worked: Worked) -> None:
    board = begun(worked.id)

    found = {trouble.code for trouble in findings(board, TODAY)}

    assert found <= OPEN


def test_nothing_is_wrong_with_all_of_them_together() -> None:
    board = begun(*library().templates)
    versions = [version for group in board.versions.values() for version in group]
    everything: list[Record] = [*board.measures.values(), *versions]

    assert refusals(board, [Edit(None, record) for record in everything]) == ()
    assert {trouble.code for trouble in findings(board, TODAY)} <= OPEN
    assert len(board.versions) == len(library().templates)
    assert len(board.measures) == len(library().measures)
