"""One KPI for several units: lines in one step, a whole put together by the measures' rules."""

from dataclasses import replace

import pytest

from scorecard.board import Board
from scorecard.commands.for_units import AddForUnits
from scorecard.evaluation import View, of
from scorecard.figures.unit_shares import unit_shares
from scorecard.model.edits import Edit
from scorecard.model.records import Node, Org, Record, Target
from scorecard.period import Period
from scorecard.vocabulary import Method, NodeKind, Words, known
from tests.commands.boards import done, refused
from tests.evaluation.boards import LATER, board, kpi, measure

UNITS = [Org(unit, Words(unit), "co", n) for n, unit in enumerate(("north", "south", "east"))]
MONTH = View(Period.parse("2026-10"))


def _company(method: Method = Method.SUM, formula: str = "sales") -> Board:
    theme = Node("t", None, NodeKind.THEME, Words("主題"))
    entries = {
        "sales@north": {"2026-10": 50.0},
        "sales@south": {"2026-10": 30.0},
        "sales@east": {"2026-10": 20.0},
    }
    records: list[Record] = [*UNITS, theme, measure("sales", org=method), kpi(formula)]
    return board([*records, Target("K", "co", "2026-01", ">=90")], entries)


def _lines(found: Board) -> dict[str, str]:
    """The lines by unit."""
    return {node.org or "": node.id for node in found.nodes.values() if node.kpi}


ALL = AddForUnits("t", "K", "co", ("north", "south", "east"))


def test_one_step_makes_the_line_of_the_whole_and_one_for_each_unit_below_it() -> None:
    found = done(_company(), ALL)
    lines = _lines(found)

    assert found.children["t"] == (lines["co"],)
    assert found.children[lines["co"]] == tuple(lines[unit.id] for unit in UNITS)


def test_the_value_of_the_whole_is_put_together_by_the_rule_of_the_measure() -> None:
    values = []
    for method in (Method.SUM, Method.AVERAGE, Method.MAX):
        found = done(_company(method), ALL)
        cell = of(found, MONTH, LATER).line(_lines(found)["co"]).cell
        values.append(known(cell.value) if cell else None)

    assert values == [100.0, pytest.approx(33.3333333333), 50.0]


def test_shares_are_those_of_the_value_of_the_whole() -> None:
    found = done(_company(), ALL)
    evaluation, lines = of(found, MONTH, LATER), _lines(found)

    shares = unit_shares(evaluation, evaluation.lines())

    assert shares == {lines["north"]: 0.5, lines["south"]: 0.3, lines["east"]: 0.2}


@pytest.mark.parametrize(
    ("method", "formula"),
    [
        pytest.param(Method.AVERAGE, "sales", id="an average"),
        pytest.param(Method.SUM, "sales / 2 / sales", id="a ratio"),
    ],
)
def test_what_does_not_add_up_has_no_shares(method: Method, formula: str) -> None:
    found = done(_company(method, formula), ALL)
    evaluation = of(found, MONTH, LATER)

    assert unit_shares(evaluation, evaluation.lines()) == {}


def test_a_missing_unit_has_no_share_and_the_others_have_theirs() -> None:
    found = done(_company(), ALL)
    view = View(Period.parse("2026-09"))
    evaluation = of(found, view, LATER)

    assert unit_shares(evaluation, evaluation.lines()) == {}


def test_below_the_line_of_the_whole_only_units_that_lack_theirs_get_one() -> None:
    found = done(_company(), AddForUnits("t", "K", "co", ("north",)))
    whole = _lines(found)["co"]

    again = done(found, AddForUnits(whole, "K", "co", ("north", "south")))

    assert [again.nodes[node].org for node in again.children[whole]] == ["north", "south"]


def test_targets_of_the_whole_go_to_the_units_only_where_that_is_wished() -> None:
    without = done(_company(), ALL)
    along = done(_company(), AddForUnits("t", "K", "co", ("north",), targets=True))

    assert ("K", "north") not in without.targets
    assert [target.value for target in along.targets["K", "north"]] == [">=90"]


def test_a_line_of_a_unit_is_called_after_it_and_that_of_the_whole_after_the_kpi() -> None:
    found = done(_company(), ALL)
    lines = _lines(found)

    assert found.nodes[lines["north"]].name == Words("north：K", "north: K")
    assert found.nodes[lines["co"]].name == Words()


def test_the_definition_is_shared() -> None:
    assert done(_company(), ALL).versions == _company().versions


def test_lines_for_units_are_undone_exactly() -> None:
    before = _company()
    edits = AddForUnits("t", "K", "co", ("north",), targets=True)(before).edits

    assert before.after(edits).after(edit.inverse for edit in reversed(edits)) == before


@pytest.mark.parametrize(
    ("command", "code"),
    [
        pytest.param(AddForUnits("t", "K", "co", ()), "no_units", id="no unit"),
        pytest.param(AddForUnits("t", "K", "north", ("south",)), "not_a_part", id="no part"),
        pytest.param(AddForUnits("t", "K", "co", ("co",)), "not_a_part", id="the whole itself"),
        pytest.param(AddForUnits("t", "L", "co", ("north",)), "unknown_kpi", id="unknown KPI"),
        pytest.param(AddForUnits("x", "K", "co", ("north",)), "unknown_node", id="unknown line"),
        pytest.param(AddForUnits("t", "K", "co", ("west",)), "unknown_org", id="unknown unit"),
    ],
)
def test_what_cannot_be_is_refused(command: AddForUnits, code: str) -> None:
    assert refused(_company(), command).code == code


def test_a_unit_that_is_no_part_of_the_whole_has_no_share_of_it() -> None:
    found = done(_company(), ALL)
    lines = _lines(found)
    apart = replace(found.orgs["north"], parent=None)
    found = found.after([Edit(found.orgs["north"], apart)])
    evaluation = of(found, MONTH, LATER)

    assert lines["north"] not in unit_shares(evaluation, evaluation.lines())
