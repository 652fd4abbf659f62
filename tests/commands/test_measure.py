"""Measures: added where a formula needs one, changed, shared by name."""

from dataclasses import replace

from scorecard.commands.measure import AddMeasure, PutMeasure
from scorecard.commands.new_line import NewKpi
from scorecard.formula import parse
from scorecard.model.records import Measure
from scorecard.text import tell
from scorecard.vocabulary import Frequency, Method, Words
from tests.commands.boards import REVENUE, company, done, refused


def test_an_added_measure_can_be_said_in_a_formula_by_both_names() -> None:
    board = done(company(), AddMeasure(Measure("", Words("退貨數", "Returns"), "件")))

    assert board.names["退貨數"] == board.names["Returns"] == "measure:m_001"


def test_adding_a_measure_has_a_name_for_undo_in_both_languages() -> None:
    name = AddMeasure(Measure("", Words("退貨數", "Returns")))(company()).name

    assert [tell(name, "zh_TW"), tell(name, "en")] == ["新增數據退貨數", "New measure Returns"]


def test_a_measure_cannot_take_a_name_that_a_formula_already_knows() -> None:
    trouble = refused(company(), AddMeasure(Measure("", Words("Returns", "Revenue"))))

    assert (trouble.code, trouble.facts["name"]) == ("name_in_use", "Revenue")


def test_a_measure_needs_a_name() -> None:
    assert refused(company(), AddMeasure(Measure("", Words()))).code == "name_missing"


def test_the_frequency_of_a_measure_with_entries_stays() -> None:
    quarterly = replace(REVENUE, frequency=Frequency.QUARTER)

    assert refused(company(), PutMeasure(quarterly)).code == "entries_of_other_kind"


def _new_kpi(name: Words, unit: str = "%") -> NewKpi:
    return NewKpi("t", "co", name, unit, "2026-10")


def test_the_formula_of_a_new_kpi_says_its_measure_by_name() -> None:
    board = done(company(), _new_kpi(Words(en="Return rate")))

    assert board.latest("KPI-001").formula == "[Return rate]"
    assert parse(board.latest("KPI-001").formula)
    assert board.names["Return rate"] == "measure:m_001"


def test_a_percentage_that_is_typed_directly_is_averaged_and_not_added() -> None:
    """4 % in each of three months is 4 % of a quarter, not 12 %."""
    measure = done(company(), _new_kpi(Words("退貨率"))).measures["m_001"]

    assert (measure.over_time, measure.over_org) == (Method.AVERAGE, Method.AVERAGE)


def test_a_count_that_is_typed_directly_is_added() -> None:
    measure = done(company(), _new_kpi(Words("退貨數"), "件")).measures["m_001"]

    assert (measure.over_time, measure.over_org) == (Method.SUM, Method.SUM)


def test_a_new_kpi_with_the_name_of_a_measure_shares_it() -> None:
    board = done(company(), _new_kpi(Words("營收"), "TWD"))

    assert board.latest("KPI-001").formula == "營收"
    assert len(board.measures) == len(company().measures)


def test_a_new_kpi_that_counts_otherwise_has_a_measure_of_its_own() -> None:
    board = done(company(), _new_kpi(Words("營收"), "%"))

    assert board.latest("KPI-001").formula == "m_001"
    assert board.measures["m_001"].unit == "%"


def test_a_name_that_no_formula_can_say_is_said_by_its_id() -> None:
    board = done(company(), _new_kpi(Words("A [B]"), "件"))

    assert board.latest("KPI-001").formula == "m_001"
