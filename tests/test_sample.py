"""The sample document: the whole KPI tree, two believable years, some of it missing, late, red."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from resources.sample.generate import SAMPLE, sample
from scorecard.board import Board
from scorecard.evaluation import Evaluation, Line, View, of
from scorecard.exchange.board_file import read_board
from scorecard.exchange.plan import plan
from scorecard.model.records import KpiVersion, Node
from scorecard.period import Period
from scorecard.vocabulary import Missing, Status

# Any: the parts of a JSON document are looked into by name.
Json = dict[str, Any]

MONTHS = [Period.parse("2024-11").shifted(step).code for step in range(24)]
NO_AIM = ""

#: Every KPI line of the manufacturer's tree: path, name, star, target, basis, colour at 2026-10.
#: Product lines and regions have no target in the source; theirs share out what stands above.
LINES = [
    ("l1", "營收成長率", True, ">=0.2", None, "amber"),
    ("l1", "毛利率", True, ">=0.35", None, "green"),
    ("l1", "ROIC", True, ">=0.15", None, "amber"),
    ("l1", "自由現金流", False, NO_AIM, None, "blue"),
    ("l1", "EBITDA", False, NO_AIM, None, "blue"),
    ("l2", "事業部A營收", False, ">=30000000", None, "green"),
    ("n-rev-a", "產品線 A1 營收", False, ">=18000000", None, "green"),
    ("n-rev-a", "產品線 A2 營收", False, ">=12000000", None, "amber"),
    ("l2", "事業部B營收", False, ">=15000000", None, "red"),
    ("l2", "事業部C營收", False, ">=5000000", None, "green"),
    ("l3", "北區營收", False, ">=20000000", None, "green"),
    ("l3", "南區營收", False, ">=14000000", None, "green"),
    ("l3", "海外營收", False, ">=16000000", None, "amber"),
    ("p-cus", "新客戶數", True, ">=50", "year", "green"),
    ("p-cus", "客戶留存率", False, ">=0.9", None, "green"),
    ("p-cus", "客戶滿意度（CSAT）", False, ">=4.2", None, "amber"),
    ("p-cus", "淨推薦值（NPS）", False, ">=50", None, "amber"),
    ("p-cus", "前 20% 客戶營收佔比", False, NO_AIM, None, "blue"),
    ("p-cus", "客戶生命週期價值（LTV）", False, NO_AIM, None, "grey"),
    ("t-prod", "產能利用率", True, ">=0.85", None, "green"),
    ("t-prod", "OEE（整體設備效率）", False, ">=0.8", None, "amber"),
    ("t-prod", "人均產出", False, ">=500000", None, "green"),
    ("t-qual", "良率", True, ">=0.98", None, "amber"),
    ("t-qual", "重工率", False, "<0.02", None, "red"),
    ("t-qual", "客訴件數", False, "<5", None, "green"),
    ("t-deliv", "交期達成率", True, ">=0.95", None, "red"),
    ("t-deliv", "平均交期", False, "<=7", None, "amber"),
    ("t-deliv", "延遲訂單數", False, "<10", None, "red"),
    ("t-stock", "庫存周轉天數", False, "<=30", None, "amber"),
    ("t-stock", "呆滯料金額", False, "<500000", None, "amber"),
    ("t-stock", "缺料次數", False, "=0", None, "green"),
    ("t-rnd", "新產品營收佔比", True, ">=0.15", None, "green"),
    ("t-rnd", "研發進度達成率", False, ">=1", None, "amber"),
    ("t-rnd", "專利申請數", False, ">=5", "year", "green"),
    ("t-hr", "關鍵人才留任率", False, ">=0.95", None, "green"),
    ("t-hr", "員工滿意度", False, ">=4", None, "amber"),
    ("t-hr", "訓練時數", False, ">=20", "year", "green"),
    ("t-digital", "自動化生產比例", False, ">=0.6", None, "amber"),
    ("t-digital", "系統整合完成度", False, ">=0.8", None, "red"),
]

#: October 2026 counted by hand from the entries.
HAND_COUNTED = [
    ("營收成長率", 49_615_200 / 42_478_800 - 1),
    ("毛利率", (49_615_200 - 31_952_200) / 49_615_200),
    ("自由現金流", 5_364_800 - 2_120_000),
    ("客戶留存率", (316 - 51) / 290),
    ("淨推薦值（NPS）", (67 - 18) / 120 * 100),
    ("OEE（整體設備效率）", 335_231 / (10_970 * 40)),
    ("重工率", 9_274 / 343_474),
    ("人均產出", 50_181_600 / 98),
    ("交期達成率", 150 / 167),
    ("延遲訂單數", 167 - 150),
    ("專利申請數", 6),
    ("訓練時數", 2_082 / 98),
]


@pytest.fixture(scope="module")
def document() -> Json:
    read = json.loads(SAMPLE.read_text("utf-8"))
    assert isinstance(read, dict)
    return read


@pytest.fixture(scope="module")
def board() -> Board:
    planned = plan(read_board(SAMPLE.read_bytes(), SAMPLE.name), Board())
    assert planned.refused == ()
    assert planned.unknown == ()
    return Board().after(planned.edits)


@pytest.fixture(scope="module")
def october(board: Board) -> Evaluation:
    """October 2026 as it is read while the month may still be entered."""
    return of(board, View(Period.parse("2026-10")), date(2026, 11, 10))


def test_the_file_is_what_the_generator_writes() -> None:
    assert SAMPLE.read_bytes() == sample().encode()


def test_two_runs_of_the_generator_write_the_same() -> None:
    assert sample() == sample()


@pytest.mark.parametrize("line", LINES, ids=[line[1] for line in LINES])
def test_every_kpi_line_of_the_tree_stands_in_its_place_with_its_target(
    line: tuple[str, str, bool, str, str | None, str], board: Board, october: Evaluation
) -> None:
    parent, name, star, target, basis, colour = line

    shown = _line(october, name)
    node = shown.node
    aim = board.targets.get((node.kpi or "", node.org or ""), ())

    assert (node.parent, node.star) == (parent, star)
    assert (aim[-1].value, aim[-1].basis) == (target, basis) if target else not aim
    assert shown.status == colour


def test_the_tree_has_no_other_kpi_lines(october: Evaluation) -> None:
    names = [line.name.zh_TW for line in october.lines() if line.cell]

    assert names == [line[1] for line in LINES]


def test_october_shows_16_green_14_amber_5_red_3_blue_and_1_grey(october: Evaluation) -> None:
    counts = october.lines()[0].counts

    assert [counts[status] for status in Status] == [16, 14, 5, 3, 1]


def test_the_goal_has_four_perspectives_of_30_20_30_and_20_percent(board: Board) -> None:
    weights = [board.nodes[node].weight for node in board.children["g"]]

    assert weights == [30, 20, 30, 20]


def test_business_units_weigh_as_their_share_of_the_target(board: Board) -> None:
    weights = [board.nodes[node].weight for node in board.children["l2"]]

    assert weights == [60, 30, 10]


@pytest.mark.parametrize(("node", "org"), [("l2", "co"), ("l3", "co"), ("n-rev-a", "bu-a")])
def test_targets_of_the_parts_add_up_to_that_of_the_whole(
    node: str, org: str, board: Board
) -> None:
    parts = [board.nodes[child] for child in board.children[node]]
    whole = {"co": 50_000_000, "bu-a": 30_000_000}[org]

    assert sum(_newest_target(board, part) for part in parts) == whole


@pytest.mark.parametrize("month", MONTHS)
def test_business_units_and_regions_cut_the_same_revenue(month: str, board: Board) -> None:
    units = [_entry(board, "revenue", org, month) for org in ("a1", "a2", "bu-b", "bu-c")]
    regions = [
        _entry(board, "revenue_by_region", org, month) for org in ("north", "south", "overseas")
    ]

    assert sum(units) == sum(regions)


def test_every_name_in_a_formula_is_a_measure_of_the_document(document: Json) -> None:
    measures = {measure["name"]["zh_TW"] for measure in document["measures"]}
    functions = {"去年同期", "滾動合計"}

    for version in _versions(document):
        assert set(re.findall(r"[^\W\d]+", version["formula"])) <= measures | functions


def test_every_measure_is_used_by_a_kpi(document: Json) -> None:
    formulas = " ".join(version["formula"] for version in _versions(document))

    assert [m for m in document["measures"] if m["name"]["zh_TW"] not in formulas] == []


@pytest.mark.parametrize("language", ["zh_TW", "en"])
def test_words_of_a_definition_are_there_in_both_languages(language: str, board: Board) -> None:
    for version in _all_versions(board):
        for words in (version.name, version.definition, version.owner):
            assert getattr(words, language), version.kpi
        for words in (version.change, version.notes, version.pitfall):
            assert getattr(words, language), version.kpi


def test_the_nineteen_fields_are_filled(board: Board) -> None:
    for version in _all_versions(board):
        assert version.kpi
        assert version.category
        assert version.formula
        assert version.unit
        assert version.source.zh_TW
        assert version.table_name
        assert version.frequency
        assert version.dashboards
        assert set(version.related) <= set(board.versions)
        assert version.related
        assert version.version
        assert version.effective


def test_limits_are_typed_unless_one_definition_serves_different_targets(board: Board) -> None:
    derived = {v.kpi for v in _all_versions(board) if v.direction != "none" and not v.amber}

    assert derived == {"FIN-206", "FIN-208", "SAL-002"}


def test_a_key_kpi_says_why_it_is_one(board: Board) -> None:
    stars = [node.kpi or "" for node in board.nodes.values() if node.star]

    assert len(stars) == 8
    assert all(board.latest(kpi).key_reason.zh_TW for kpi in stars)
    assert all(board.latest(kpi).key_reason.en for kpi in stars)


def test_every_measure_has_its_24_months_but_for_the_late_one(board: Board) -> None:
    late = {"milestones_done": "2026-08", "milestones_planned": "2026-08"}

    for (measure, org), series in board.series.items():
        if board.measures[measure].frequency != "month":
            continue
        expected = [m for m in MONTHS if m <= late.get(measure, "2026-10")]
        there = {Period(Period.parse("2026-10").kind, number).code for number in series}
        assert there >= set(expected), (measure, org)
        assert max(there) == expected[-1], measure


def test_entries_have_at_most_15_significant_digits(document: Json) -> None:
    digits = [re.sub(r"\D", "", json.dumps(entry["value"])) for entry in document["entries"]]

    assert max(map(len, digits)) <= 15


def test_money_is_entered_in_hundreds(board: Board) -> None:
    money = {m.id for m in board.measures.values() if m.unit == "TWD"}

    for (measure, _), series in board.series.items():
        if measure in money:
            assert all(value is None or value % 100 == 0 for value in series.values())


def test_a_part_is_never_more_than_its_whole(board: Board) -> None:
    pairs = [
        ("orders_on_time", "orders_shipped"),
        ("good_units", "input_units"),
        ("output", "capacity_max"),
        ("output_automated", "output"),
        ("key_staff_stayed", "key_staff"),
        ("integrations_done", "integrations_planned"),
    ]

    for part, whole in pairs:
        for month in MONTHS:
            assert _entry(board, part, "co", month) <= _entry(board, whole, "co", month)


@pytest.mark.parametrize(("name", "by_hand"), HAND_COUNTED, ids=[name for name, _ in HAND_COUNTED])
def test_october_is_what_a_hand_count_gives(name: str, by_hand: float, october: Evaluation) -> None:
    assert _value(october, name) == pytest.approx(by_hand, rel=1e-9)


def test_growth_is_there_for_all_24_months(october: Evaluation) -> None:
    values = [october.cell("FIN-002", "co", View(Period.parse(month))).value for month in MONTHS]

    assert not any(isinstance(value, Missing) for value in values)


def test_february_dips_and_the_year_ends_high(board: Board) -> None:
    months = [month for month in MONTHS if month.startswith("2025")]
    sold = {month: _entry(board, "revenue", "a1", month) for month in months}

    assert min(months, key=sold.__getitem__) == "2025-02"
    assert max(months, key=sold.__getitem__) == "2025-12"


def test_lifetime_value_has_no_data_in_october_and_says_why(board: Board) -> None:
    entry = board.entry("relationship_years", "co", "2026-10")

    assert entry is not None
    assert entry.value is None
    assert entry.note


def test_oee_lacks_february_2026(october: Evaluation) -> None:
    february = october.cell("MFG-002", "co", View(Period.parse("2026-02")))

    assert isinstance(february.value, Missing)


def test_r_and_d_progress_is_stale_since_august(october: Evaluation) -> None:
    line = _line(october, "研發進度達成率")

    assert line.stale
    assert line.cell is not None
    assert line.cell.period.code == "2026-08"


def test_oee_changed_its_version_and_its_target_with_2026(board: Board) -> None:
    versions = [(v.version, v.effective) for v in board.versions["MFG-002"]]
    targets = [(t.start, t.value) for t in board.targets["MFG-002", "co"]]

    assert versions == [("v1.1", "2024-11"), ("v1.2", "2026-01")]
    assert targets == [("2024-11", ">=0.78"), ("2026-01-01", ">=0.8")]


def test_every_red_of_october_has_a_comment(board: Board, october: Evaluation) -> None:
    said = {(c.kpi, c.org) for c in board.comments.values() if c.period == "2026-10"}
    reds = [line.node for line in october.lines() if line.cell and line.status is Status.RED]

    assert {(node.kpi, node.org) for node in reds} == said


def _line(evaluation: Evaluation, name: str) -> Line:
    return next(line for line in evaluation.lines() if line.name.zh_TW == name)


def _value(evaluation: Evaluation, name: str) -> float:
    cell = _line(evaluation, name).cell
    assert cell is not None
    assert not isinstance(cell.value, Missing)
    return cell.value


def _entry(board: Board, measure: str, org: str, month: str) -> float:
    entry = board.entry(measure, org, month)
    assert entry is not None
    assert entry.value is not None
    return entry.value


def _newest_target(board: Board, node: Node) -> float:
    return float(board.targets[node.kpi or "", node.org or ""][-1].value.removeprefix(">="))


def _versions(document: Json) -> Iterator[Json]:
    return (version for kpi in document["kpis"] for version in kpi["versions"])


def _all_versions(board: Board) -> list[KpiVersion]:
    return [version for group in board.versions.values() for version in group]
