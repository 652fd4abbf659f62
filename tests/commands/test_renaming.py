"""Whatever is renamed, by whichever door, every formula means what it meant."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.board import Board, assembled
from scorecard.check.edits import refusals
from scorecard.check.findings import findings
from scorecard.commands.definition import CorrectVersion, NewVersion
from scorecard.commands.measure import PutMeasure, RemoveMeasure
from scorecard.commands.new_line import NewKpi
from scorecard.commands.target import PutTarget
from scorecard.formula.names import name_written
from scorecard.model.edits import Edit
from scorecard.model.records import Entry, KpiVersion, Measure, Org, Record, Target
from scorecard.text import LANGUAGES, sentence
from scorecard.trouble import Refused
from scorecard.vocabulary import Direction, Value, Words
from tests.commands.boards import COST, MARGIN, REVENUE, company, done
from tests.evaluation.boards import looking_at
from tests.exchange.documents import Json, imported, planned

TODAY = date(2026, 10, 1)


def renamed(measure: Measure, zh: str, en: str = "") -> Board:
    return done(company(), PutMeasure(replace(measure, name=Words(zh, en))))


def formula(board: Board, kpi: str = "FIN-003") -> str:
    return board.latest(kpi).formula


def test_a_formula_says_the_other_name_where_the_new_one_is_taken() -> None:
    board = renamed(COST, "營收", "Cost")

    assert formula(board) == "(Revenue - Cost) / Revenue"


def test_a_formula_says_the_id_where_every_name_is_shared() -> None:
    board = renamed(COST, "營收", "Revenue")

    assert formula(board) == "(revenue - cogs) / revenue"


def test_a_formula_follows_in_the_language_that_it_speaks() -> None:
    board = done(company(), CorrectVersion(replace(MARGIN, formula="Revenue - 銷貨成本")))

    board = done(board, PutMeasure(replace(REVENUE, name=Words("銷售額", "Net sales"))))

    assert formula(board) == "[Net sales] - 銷貨成本"


def test_a_formula_says_the_id_of_a_measure_with_a_name_that_no_formula_can_say() -> None:
    assert formula(renamed(COST, "成本]")) == "(營收 - cogs) / 營收"


def test_a_formula_follows_a_renamed_kpi() -> None:
    other = KpiVersion("X", "v1", "2025-01", Words("倍數"), formula="毛利率 × 2")
    board = done(company(), NewVersion(other))

    board = done(board, CorrectVersion(replace(MARGIN, name=Words("毛-利"))))

    assert formula(board, "X") == "[毛-利] × 2"


def test_a_kpi_renamed_as_a_measure_is_called_by_its_other_name() -> None:
    other = KpiVersion("X", "v1", "2025-01", Words("倍數"), formula="毛利率 × 2")
    board = done(company(), NewVersion(other))

    board = done(board, CorrectVersion(replace(MARGIN, name=Words("營收", "Margin"))))

    assert formula(board, "X") == "Margin × 2"


def test_a_new_measure_with_a_name_that_is_taken_takes_it_from_no_formula() -> None:
    board = done(company(), PutMeasure(Measure("aaa", Words("營收"))))

    assert formula(board) == "(Revenue - 銷貨成本) / Revenue"


def test_a_new_kpi_with_a_name_that_is_taken_takes_it_from_no_formula() -> None:
    board = done(company(), NewKpi("t", "co", Words("營收"), "件", "2025-01"))

    assert formula(board) == "(Revenue - 銷貨成本) / Revenue"


def test_a_budget_follows_the_measure_that_it_names() -> None:
    spent = replace(MARGIN, kpi="X", name=Words("支出"), formula="營收", green="", amber="")
    board = done(company(), NewVersion(replace(spent, direction=Direction.BUDGET)))
    board = done(board, PutTarget(Target("X", "co", "2025-01", "budget:銷貨成本")))

    board = done(board, PutMeasure(replace(COST, name=Words("預算 額"))))

    assert board.targets["X", "co"][0].value == "budget:預算 額"


def test_a_formula_typed_anew_is_not_touched() -> None:
    board = renamed(COST, "成本")

    board = done(board, CorrectVersion(replace(board.latest("FIN-003"), formula="成本 - 營收")))

    assert formula(board) == "成本 - 營收"


def test_a_formula_may_not_say_a_name_that_two_measures_share() -> None:
    board = renamed(COST, "營收", "Cost")

    with pytest.raises(Refused) as caught:
        done(board, CorrectVersion(replace(board.latest("FIN-003"), formula="營收 × 2")))

    trouble = caught.value.troubles[0]
    assert trouble.code == "formula_shared_name"
    assert "write the id" in sentence(trouble, "en")
    assert "revenue、cogs" in sentence(trouble, "zh_TW")


def test_a_shared_name_is_warned_about_also_where_it_is_the_id_of_another() -> None:
    board = renamed(COST, "revenue", "Cost")

    found = [t for t in findings(board, TODAY) if t.code == "same_name"]

    assert [(t.facts["name"], t.facts["ids"]) for t in found] == [
        ("revenue", "measure revenue, measure cogs")
    ]


def other_meaning() -> list[tuple[str, list[Edit]]]:
    """Edits that no command makes: names moved while formulas and budgets stay as they are."""
    kpi = replace(MARGIN, kpi="X", name=Words("銷貨成本"), formula="1", green="", amber="")
    return [
        ("swapped", [_edit(REVENUE, COST.name), _edit(COST, REVENUE.name)]),
        ("hidden by an id", [Edit(None, Measure("營收", Words("別的")))]),
        ("given to a KPI", [Edit(None, kpi), _edit(COST, Words("成本"))]),
    ]


def _edit(measure: Measure, name: Words) -> Edit:
    return Edit(measure, replace(measure, name=name))


@pytest.mark.parametrize(("how", "edits"), other_meaning(), ids=lambda it: str(it)[:16])
def test_no_door_lets_a_formula_mean_something_else(how: str, edits: list[Edit]) -> None:
    troubles = refusals(company().after(edits), edits)

    assert [trouble.code for trouble in troubles] == ["means_other"]
    assert troubles[0].where == "kpi FIN-003 v1.0 formula"
    assert all(sentence(troubles[0], language) for language in LANGUAGES)


def test_a_measure_whose_name_a_kpi_has_too_is_not_removed_while_a_formula_says_it() -> None:
    kpi = replace(MARGIN, kpi="X", name=Words("銷貨成本"), formula="營收", green="", amber="")
    board = done(company(), NewVersion(kpi))

    with pytest.raises(Refused) as caught:
        done(board, RemoveMeasure("cogs"))

    assert caught.value.troubles[0].code == "means_other"


# -- the same through a file ---------------------------------------------------------------------

BOARD: Json = {
    "format": "scorecard.board/1",
    "org": [{"id": "co", "name": "公司"}],
    "measures": [
        {"id": "a", "name": {"zh_TW": "甲", "en": "Aa"}},
        {"id": "b", "name": {"zh_TW": "乙", "en": "Bb"}},
    ],
    "kpis": [
        {
            "id": "K",
            "versions": [
                {"version": "v1", "effective": "2026-01", "name": "差", "formula": "甲 - 乙"}
            ],
        }
    ],
}


def names_only(**names: tuple[str, str]) -> Json:
    measures = [{"id": m, "name": {"zh_TW": zh, "en": en}} for m, (zh, en) in names.items()]
    return {"format": "scorecard.board/1", "measures": measures}


def test_a_file_that_renames_a_measure_takes_the_formulas_along() -> None:
    board = imported(names_only(a=("良-品", "Aa")), imported(BOARD))

    assert formula(board, "K") == "[良-品] - 乙"


def test_a_file_that_swaps_two_names_leaves_what_is_subtracted_from_what() -> None:
    board = imported(names_only(a=("乙", "Aa"), b=("甲", "Bb")), imported(BOARD))

    assert formula(board, "K") == "乙 - 甲"


def test_a_formula_that_the_file_repeats_as_it_stands_follows_too() -> None:
    file = {**BOARD, **names_only(a=("乙", "Aa"), b=("甲", "Bb"))}

    assert formula(imported(file, imported(BOARD)), "K") == "乙 - 甲"


def test_a_formula_that_the_file_writes_anew_is_read_by_the_names_of_the_file() -> None:
    file = {**BOARD, **names_only(a=("丙", "Aa"))}
    version = {**BOARD["kpis"][0]["versions"][0], "formula": "乙 - 丙"}
    file["kpis"] = [{"id": "K", "versions": [version]}]

    assert formula(imported(file, imported(BOARD)), "K") == "乙 - 丙"


def test_the_plan_counts_a_formula_that_follows_as_an_update() -> None:
    plan = planned({**BOARD, **names_only(a=("丙", "Aa"))}, imported(BOARD))

    assert (plan.created, plan.updated, plan.same) == (0, 2, 1)


# -- laws ----------------------------------------------------------------------------------------

IDS = ("a", "b", "c-1")
KPIS = ("K", "L")
POOL = ("甲", "乙", "丙", "Aa", "良-品", "x]", "a", "c-1", "K", "比率")
WORDS = st.builds(Words, st.sampled_from(POOL), st.sampled_from(("", *POOL))) | st.builds(
    Words, st.just(""), st.sampled_from(POOL)
)
NAMES = st.fixed_dictionaries(dict.fromkeys((*IDS, *KPIS), WORDS))
SHAPES = ("{0} - {1}", "({0} - {1}) / {0}", "SUM({0}, {1}, {2})", "{2} × 2 - {0}")


@st.composite
def boards(draw: st.DrawFn) -> Board:
    """Three measures and two KPIs under names that may clash, with formulas that say them in any
    way that is understood."""
    names = draw(NAMES)
    bare = assembled(_records(names, {"K": "1", "L": "1"}))
    formulas = {}
    for kpi in KPIS:
        known = [
            name
            for name, meaning in sorted(bare.names.items())
            if _sayable(name)
            and (meaning.startswith("measure:") or (kpi, meaning) == ("L", "kpi:K"))
        ]
        said = [name_written(draw(st.sampled_from(known))) for _ in range(3)]
        formulas[kpi] = draw(st.sampled_from(SHAPES)).format(*said)
    return assembled(_records(names, formulas))


def _sayable(name: str) -> bool:
    try:
        return bool(name_written(name))
    except ValueError:
        return False


def _records(names: Mapping[str, Words], formulas: Mapping[str, str]) -> list[Record]:
    values = zip(IDS, (95.0, 100.0, 7.0), strict=True)
    return [
        Org("co", Words("公司")),
        *(Measure(own_id, names[own_id]) for own_id in IDS),
        *(KpiVersion(kpi, "v1", "2020-01", names[kpi], formula=formulas[kpi]) for kpi in KPIS),
        *(Entry(own_id, "co", "2026-01", value) for own_id, value in values),
    ]


def values(board: Board) -> list[Value]:
    seen = looking_at(board, "2026-01")
    return [seen.cell(kpi, "co").value for kpi in KPIS]


def opened_again(board: Board) -> Board:
    """The same document with its records in the order in which a file keeps them."""
    measures = sorted(board.measures.values(), key=lambda measure: measure.id)
    versions = (v for group in board.versions.values() for v in group)
    return assembled([*board.orgs.values(), *measures, *versions], board.series)


@settings(max_examples=150, deadline=None)
@given(boards(), NAMES)
def test_renaming_one_after_the_other_leaves_every_value(
    board: Board, names: Mapping[str, Words]
) -> None:
    before = values(board)

    for own_id in IDS:
        board = done(board, PutMeasure(replace(board.measures[own_id], name=names[own_id])))
        assert values(board) == before
    for kpi in KPIS:
        board = done(board, CorrectVersion(replace(board.latest(kpi), name=names[kpi])))
        assert values(board) == before
    assert values(opened_again(board)) == before


@settings(max_examples=150, deadline=None)
@given(boards(), NAMES)
def test_a_file_that_renames_everything_at_once_leaves_every_value(
    board: Board, names: Mapping[str, Words]
) -> None:
    file = names_only(**{own_id: (names[own_id].zh_TW, names[own_id].en) for own_id in IDS})
    file["kpis"] = [
        {"id": kpi, "versions": [{"version": "v1", "name": names[kpi]._asdict()}]} for kpi in KPIS
    ]

    after = imported(file, board)

    assert values(after) == values(board)
    assert values(opened_again(after)) == values(board)
