"""Adding KPIs of the library: the measures that come along, the line, the target, the star."""

from datetime import date
from pathlib import Path

import pytest

from scorecard.board import Board, assembled
from scorecard.catalogue.library import library
from scorecard.check.findings import findings
from scorecard.clock import SystemClock
from scorecard.commands.add_kpis import MOST_STARS, AddKpis, Outcome, Pick, star_notes
from scorecard.commands.new_scorecard import NewScorecard
from scorecard.model.records import KpiVersion, Measure, Node, Org, Record, Setting, Target
from scorecard.text import LANGUAGES, sentence, tell
from scorecard.vocabulary import Direction, Frequency, Method, NodeKind, Words
from scorecard.workspace import Workspace
from tests.commands.boards import company, done, refused

START = "2026-01"
UNITS = (Org("co", Words("公司", "Company")), Org("qa", Words("品管部", "Quality"), "co"))


def added(*templates: str, org: str = "co", parent: str | None = None) -> AddKpis:
    return AddKpis(tuple(Pick(each) for each in templates), org, START, parent)


def outcome(board: Board, *templates: str, org: str = "co") -> Outcome:
    """What adding does; each note can be told in both languages."""
    found = added(*templates, org=org).outcome(board)
    assert all(sentence(note, language) for note in found.notes for language in LANGUAGES)
    return found


def a_board(*records: Record) -> Board:
    return assembled([*UNITS, *records])


def lines(board: Board) -> list[tuple[str | None, str | None]]:
    """Each KPI line as (name of what is above, KPI)."""
    kpis = [node for node in board.nodes.values() if node.kind is NodeKind.KPI]
    return [(board.nodes[node.parent or ""].name.en, node.kpi) for node in kpis]


def test_a_kpi_comes_with_its_measures_its_line_and_its_target() -> None:
    board = done(a_board(), added("FIN-003"))

    version = board.latest("FIN-003")
    assert version.formula == "(營收 - 銷貨成本) / 營收 × 100%"
    assert (version.unit, version.amber, version.direction) == ("%", ">=0.315", Direction.HIGHER)
    assert set(board.measures) == {"revenue", "cogs"}
    assert lines(board) == [("Financial", "FIN-003")]
    assert board.targets["FIN-003", "co"] == (Target("FIN-003", "co", START, ">=0.35"),)


def test_a_document_in_english_gets_its_formulas_in_english() -> None:
    board = done(a_board(Setting("language", "en")), added("FIN-002"))

    assert board.latest("FIN-002").formula == "(Revenue - LY(Revenue)) / LY(Revenue) × 100%"


def test_a_measure_that_two_kpis_need_comes_once() -> None:
    board = done(a_board(), added("FIN-003", "FIN-004", "SAL-004"))

    assert sorted(board.measures) == ["cogs", "operating_profit", "orders", "revenue"]


def test_a_measure_of_the_document_is_used_and_not_copied() -> None:
    own = Measure("m_007", Words("營收", "Sales"), "元")

    found = outcome(a_board(own), "FIN-003")
    board = a_board(own).after(found.edits)

    assert [measure.id for measure in found.measures] == ["cogs"]
    assert [measure.id for measure in found.reused] == ["m_007"]
    assert board.names["營收"] == "measure:m_007"
    assert board.latest("FIN-003").formula == "(營收 - 銷貨成本) / 營收 × 100%"
    assert found.notes == ()


def test_a_measure_counted_in_a_unit_of_the_other_language_is_the_same() -> None:
    own = Measure("orders", Words("訂單", "Orders"), "sheets")

    assert [measure.id for measure in outcome(a_board(own), "SAL-004").reused] == ["orders"]


def test_a_measure_of_the_document_is_meant_by_its_own_name() -> None:
    own = Measure("revenue", Words("銷售淨額", "Net sales"), "TWD")

    board = done(a_board(own), added("FIN-003"))

    assert board.latest("FIN-003").formula == "(銷售淨額 - 銷貨成本) / 銷售淨額 × 100%"


def test_a_measure_whose_name_another_one_shares_is_said_by_its_id() -> None:
    own = Measure("revenue", Words("營收", ""), "TWD")
    twin = Measure("m_008", Words("營收", ""), "TWD")

    board = done(a_board(own, twin), added("FIN-003"))

    assert board.latest("FIN-003").formula == "(revenue - 銷貨成本) / revenue × 100%"


def test_a_measure_of_that_name_in_another_unit_is_said_and_not_merged() -> None:
    own = Measure("revenue", Words("營收", "Revenue"), "千元")

    found = outcome(a_board(own), "FIN-003")
    board = a_board(own).after(found.edits)

    assert [note.code for note in found.notes] == ["library_other_unit"]
    assert board.measures["revenue_2"].name == Words("營收（TWD）", "Revenue（TWD）")
    assert board.latest("FIN-003").formula == "([營收（TWD）] - 銷貨成本) / [營收（TWD）] × 100%"


def test_a_measure_that_adds_up_otherwise_is_used_and_said() -> None:
    own = Measure("orders", Words("訂單數"), "張", over_time=Method.LAST)

    found = outcome(a_board(own), "SAL-004")

    assert [sentence(note, "zh_TW") for note in found.notes] == [
        "沿用文件裡的數據「訂單數」；它的期間彙總方式是「期末值」，指標庫建議「合計」。"
    ]


def test_a_measure_that_is_kept_more_slowly_is_used_and_said() -> None:
    own = Measure("orders", Words("訂單數"), "張", Frequency.QUARTER)

    found = outcome(a_board(own), "SAL-004")

    assert [sentence(note, "zh_TW") for note in found.notes] == [
        "沿用文件裡的數據「訂單數」；它是每季一筆，比指標的每月慢，期間之間的值會相同。"
    ]


def test_a_kpi_that_the_document_has_by_name_only_gets_a_line_for_another_unit() -> None:
    own = KpiVersion("K-1", "v3", "2024-01", Words("毛利率"), formula="1", unit="%")

    found = outcome(a_board(own), "FIN-003", org="qa")
    board = a_board(own).after(found.edits)

    assert list(board.versions) == ["K-1"]
    assert [(node.kpi, node.org) for node in board.nodes.values() if node.kpi] == [("K-1", "qa")]
    assert found.measures == ()


def test_another_kpi_of_that_id_keeps_it_and_the_new_one_gets_its_own() -> None:
    own = KpiVersion("FIN-003", "v1", "2024-01", Words("營收目標"), formula="1", unit="TWD")

    board = done(a_board(own), added("FIN-003"))

    assert board.latest("FIN-003") == own
    assert board.latest("FIN-003-2").name.zh_TW == "毛利率"


def test_a_line_that_is_there_is_not_made_again() -> None:
    once = done(a_board(), added("FIN-003"))

    assert outcome(once, "FIN-003").edits == ()


def test_a_kpi_tracked_by_a_second_unit_shares_its_definition_and_gets_a_target_there() -> None:
    once = done(a_board(), added("QAD-004"))

    twice = done(once, added("QAD-004", org="qa"))

    assert len(twice.versions["QAD-004"]) == 1
    assert {org for _, org in twice.targets} == {"co", "qa"}


def test_a_perspective_that_is_there_by_any_of_its_names_is_used() -> None:
    own = Node("p", None, NodeKind.PERSPECTIVE, Words("財務面", ""))

    board = done(a_board(own), added("FIN-003"))

    assert [node.parent for node in board.nodes.values() if node.kpi] == ["p"]


def test_a_missing_perspective_is_made_under_the_goal() -> None:
    board = done(company(), added("QAD-004"))

    [made] = [node for node in board.nodes.values() if node.kind is NodeKind.PERSPECTIVE]
    assert (made.parent, made.name.en) == ("g", "Customer")


def test_a_line_goes_below_the_parent_that_is_named() -> None:
    board = done(company(), added("QAD-004", parent="t"))

    assert [n.parent for n in board.nodes.values() if n.kpi == "QAD-004"] == ["t"]


def test_a_budget_comes_along_as_a_measure_and_is_the_target() -> None:
    board = done(a_board(), added("FAC-003"))

    assert board.targets["FAC-003", "co"][0].value == "budget:electricity_budget"
    assert board.measures["electricity_budget"].name.zh_TW == "用電預算度數"


def test_relations_are_to_kpis_that_are_there() -> None:
    board = done(done(a_board(), added("FIN-003")), added("FIN-004", "FIN-202"))

    assert board.latest("FIN-003").related == ()
    assert board.latest("FIN-004").related == ("FIN-003", "FIN-202")


def test_money_of_another_currency_gets_no_target_in_taiwan_dollars() -> None:
    found = outcome(a_board(Setting("currency", "USD")), "FIN-001", "FIN-007")
    board = a_board(Setting("currency", "USD")).after(found.edits)

    assert board.measures["revenue"].unit == "USD"
    assert (board.latest("FIN-001").unit, board.latest("FIN-001").amber) == ("USD", "")
    assert [kpi for kpi, _ in board.targets] == ["FIN-007"]
    assert [note.code for note in found.notes] == ["library_money"]


def test_everything_is_entered_by_month_at_the_quickest() -> None:
    board = done(a_board(), added("FIN-001", "PPC-002", "HRD-005"))

    kept = {kpi: board.latest(kpi).frequency for kpi in board.versions}
    assert kept == {
        "FIN-001": Frequency.MONTH,
        "PPC-002": Frequency.MONTH,
        "HRD-005": Frequency.YEAR,
    }
    assert board.measures["revenue"].frequency is Frequency.MONTH


def test_where_data_come_by_themselves_they_can_be_kept_by_day_and_week() -> None:
    picks = (Pick("FIN-001"), Pick("PPC-002"))

    board = done(a_board(), AddKpis(picks, "co", START, as_updated=True))

    assert board.latest("FIN-001").frequency is Frequency.DAY
    assert board.measures["orders_on_time"].frequency is Frequency.WEEK
    assert board.targets["FIN-001", "co"][0].basis is Frequency.MONTH
    assert board.latest("FIN-001").amber == ""  # a limit for a month is none for a day


@pytest.mark.parametrize("as_updated", [False, True])
def test_nothing_is_wrong_with_any_of_them(as_updated: bool) -> None:
    every = tuple(Pick(each) for each in library().templates)

    board = done(a_board(), AddKpis(every, "co", START, as_updated=as_updated))

    codes = {trouble.code for trouble in findings(board, date(2026, 1, 1))}
    assert codes <= {"no_owner", "no_entries", "no_target"}


@pytest.mark.parametrize(
    ("command", "code"),
    [
        pytest.param(added("FIN-999"), "unknown_template", id="template"),
        pytest.param(added("FIN-003", org="nowhere"), "unknown_org", id="unit"),
        pytest.param(added("FIN-003", parent="nowhere"), "unknown_node", id="line"),
        pytest.param(AddKpis((), "co", "2026-13"), "no_such_period", id="period"),
    ],
)
def test_what_is_not_there_is_refused(command: AddKpis, code: str) -> None:
    assert refused(company(), command).code == code


def test_more_than_five_key_kpis_of_a_department_are_warned_of() -> None:
    picks = tuple(Pick(f"QAD-00{n}", star=True) for n in range(1, MOST_STARS + 2))
    board = done(a_board(), AddKpis(picks, "qa", START))

    [note] = star_notes(board)

    assert (note.facts["department"], note.facts["count"]) == ("品管部 Quality assurance", "6")
    assert all(sentence(note, language) for language in LANGUAGES)


def test_five_key_kpis_are_not_warned_of() -> None:
    picks = tuple(Pick(f"QAD-00{n}", star=True) for n in range(1, MOST_STARS + 1))

    assert star_notes(done(a_board(), AddKpis(picks, "qa", START))) == ()


def test_a_new_scorecard_has_its_unit_its_goal_the_perspectives_and_what_was_picked() -> None:
    picks = (Pick("QAD-001", star=True), Pick("FIN-003"))
    command = NewScorecard("en", START, picks, Words("甲廠品管部", "QA of plant A"), 7)

    board = done(Board(), command)

    assert [org.name.zh_TW for org in board.orgs.values()] == ["甲廠品管部"]
    assert (board.settings.fiscal_start, board.settings.language) == (7, "en")
    assert sorted(lines(board)) == [("Financial", "FIN-003"), ("Internal process", "QAD-001")]
    assert [n.star for n in board.nodes.values() if n.kpi == "QAD-001"] == [True]


def test_several_departments_have_a_line_each_below_a_perspective() -> None:
    picks = (Pick("QAD-001"), Pick("MFG-003"), Pick("MFG-001"))

    board = done(Board(), NewScorecard("en", START, picks, by_department=True))

    assert sorted(lines(board)) == [
        ("Manufacturing", "MFG-001"),
        ("Manufacturing", "MFG-003"),
        ("Quality assurance", "QAD-001"),
    ]


def test_a_document_that_has_lines_is_not_begun_again() -> None:
    assert NewScorecard("en", START)(company()).edits == ()


def test_what_an_empty_document_says_already_stays() -> None:
    board = done(
        a_board(Setting("language", "zh_TW")), NewScorecard("en", START, (Pick("QAD-001"),))
    )

    assert (board.settings.language, list(board.orgs)) == ("zh_TW", ["co", "qa"])
    assert [node.org for node in board.nodes.values() if node.kpi] == ["co"]


def test_a_definition_says_where_it_comes_from_and_what_good_looks_like() -> None:
    version = done(a_board(), added("MKT-005")).latest("MKT-005")

    template = library().templates["MKT-005"]
    assert version.change.en == "From the library, MKT-005"
    assert template.good.zh_TW in version.notes.zh_TW
    assert template.kept.en in version.notes.en


def test_adding_is_one_step_that_undo_names_and_takes_back(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "a.scorecard", author="amy", clock=SystemClock())
    workspace.run(NewScorecard("en", START))
    before = workspace.board

    step = workspace.run(added("FIN-003", "QAD-004"))
    undone = workspace.undo()

    assert step is not None
    assert tell(undone.name, "en") == "Addition of 2 KPIs from the library"
    assert (workspace.board.nodes, workspace.board.measures) == (before.nodes, before.measures)
    workspace.close()
