"""Importing the document's JSON: plan, addresses, all or nothing."""

import json

import pytest

from scorecard.exchange.board_file import read_board
from scorecard.model.records import Entry
from scorecard.text import sentence
from scorecard.trouble import Refused
from scorecard.vocabulary import Words
from tests.exchange.documents import Json, codes, described, imported, places, planned


def test_the_described_document_is_taken_whole() -> None:
    plan = planned(described())

    assert (plan.created, plan.refused, plan.unknown) == (22, (), ())


def test_importing_twice_changes_nothing() -> None:
    board = imported(described())

    plan = planned(described(), board)

    assert (plan.edits, plan.created, plan.updated, plan.same) == ((), 0, 0, 22)


def test_a_changed_value_is_an_update() -> None:
    board = imported(described())
    document = described()
    document["entries"][0]["value"] = 10250001

    plan = planned(document, board)

    assert (plan.created, plan.updated, plan.same) == (0, 1, 21)


def test_a_string_stands_for_both_languages() -> None:
    assert imported(described()).measures["cogs"].name.show("en") == "銷貨成本"


def test_none_with_a_note_is_no_zero() -> None:
    board = imported(described())

    assert board.entry("revenue", "co", "2026-09") == Entry(
        "revenue", "co", "2026-09", None, "系統維護"
    )


def test_yes_is_kept_as_one() -> None:
    assert imported(described()).series_of("cogs", "co") == {2026 * 12 + 9: 1.0}


def test_a_unit_need_not_be_named_where_there_is_one() -> None:
    document = described()
    for item in (*document["targets"], *document["entries"], document["tree"][3]):
        del item["org"]

    assert imported(document) == imported(described())


def test_what_the_file_does_not_name_stays_as_it_is() -> None:
    board = imported(described())
    document = {
        "format": "scorecard.board/1",
        "measures": [{"id": "revenue", "unit": "千元"}],
        "settings": {"fiscal_start": 7},
    }

    after = imported(document, board)

    assert after.measures["revenue"].name == Words("營收", "Revenue")
    assert after.settings.coverage == board.settings.coverage


def test_the_plan_says_which_settings_change() -> None:
    document = {"format": "scorecard.board/1", "settings": {"fiscal_start": 7, "currency": "TWD"}}

    assert planned(document, imported(described())).settings == ("fiscal_start",)


def test_unknown_fields_are_reported_not_dropped_in_silence() -> None:
    document = described()
    document["extra"] = 1
    document["kpis"][0]["versions"][0]["colour"] = "red"
    document["entries"][0]["unit"] = "TWD"
    document["settings"]["theme"] = "dark"

    assert sorted(planned(document).unknown) == [
        "entries[0].unit",
        "extra",
        "kpis[0].versions[0].colour",
        "settings.theme",
    ]


def test_names_are_cleaned_of_control_and_direction_characters() -> None:
    document = described()
    document["org"][0]["name"] = "公\u202e司\u0007"

    assert imported(document).orgs["co"].name.zh_TW == "公司"


def _with(part: str, index: int, **fields: object) -> Json:
    document = described()
    document[part][index].update(fields)
    return document


def _version(**fields: object) -> Json:
    document = described()
    document["kpis"][0]["versions"][0].update(fields)
    return document


@pytest.mark.parametrize(
    ("document", "place", "code"),
    [
        pytest.param(
            _with("entries", 0, measure="revenu"), "entries[0].measure", "unknown_measure"
        ),
        pytest.param(_with("entries", 1, period="2026-13"), "entries[1].period", "no_such_period"),
        pytest.param(_with("entries", 1, period="2026-W10"), "entries[1].period", "wrong_kind"),
        pytest.param(_with("entries", 0, value="十"), "entries[0].value", "not_a_number"),
        pytest.param(_with("entries", 0, value=0.1 + 0.2), "entries[0].value", "too_many_digits"),
        pytest.param(_with("entries", 1, period="2026-10"), "entries[1]", "said_twice"),
        pytest.param(_with("measures", 1, id="revenue"), "measures[1]", "said_twice"),
        pytest.param(
            _with("measures", 0, frequency="monthly"), "measures[0].frequency", "not_a_choice"
        ),
        pytest.param(
            _with("measures", 0, over_org="weighted"), "measures[0].weight", "weight_missing"
        ),
        pytest.param(_with("org", 0, parent="co"), "org[0].parent", "own_descendant_chain"),
        pytest.param(_with("tree", 0, parent="n12"), "tree[0].parent", "own_descendant_chain"),
        pytest.param(_with("tree", 3, kpi="FIN-9"), "tree[3].kpi", "unknown_kpi"),
        pytest.param(_with("tree", 3, weight=-1), "tree[3].weight", "negative_weight"),
        pytest.param(_with("tree", 3, archived="2026-13"), "tree[3].archived", "no_such_period"),
        pytest.param(_with("targets", 0, value="gut"), "targets[0].value", "bad_aim"),
        pytest.param(_with("targets", 0, kpi="X"), "targets[0].kpi", "unknown_kpi"),
        pytest.param(_with("comments", 0, org="X"), "comments[0].org", "unknown_org"),
        pytest.param(_with("segments", 0, kpi="X"), "segments[0].kpi", "unknown_kpi"),
        pytest.param(_with("segments", 0, org="X"), "segments[0].org", "unknown_org"),
        pytest.param(_with("segments", 0, reason=""), "segments[0].reason", "restart_reason"),
        pytest.param(_with("segments", 0, reason=None), "segments[0].reason", "not_empty"),
        pytest.param(
            _with("segments", 0, **{"from": "2026-13"}), "segments[0].from", "no_such_period"
        ),
        pytest.param(_with("reviews", 0, kpi="X"), "reviews[0].kpi", "unknown_kpi"),
        pytest.param(_with("reviews", 0, day="2026-10"), "reviews[0].day", "not_a_day"),
        pytest.param(_with("reviews", 0, outcome="good"), "reviews[0].outcome", "not_a_choice"),
        pytest.param(
            _version(formula="(營收 - 銷貨成本 / 營收"),
            "kpis[0].versions[0].formula",
            "formula_close",
        ),
        pytest.param(_version(formula="FIN-002"), "kpis[0].versions[0].formula", "formula_"),
        pytest.param(
            _version(formula="毛利率 * 2"), "kpis[0].versions[0].formula", "circular_kpis"
        ),
        pytest.param(
            _version(thresholds={"green": ">=0.3", "amber": ">=0.4"}),
            "kpis[0].versions[0].thresholds",
            "threshold_order",
        ),
        pytest.param(
            _version(bounds={"low": 2, "high": 1}), "kpis[0].versions[0].bounds", "bounds"
        ),
        pytest.param(_version(effective=2024), "kpis[0].versions[0].effective", "not_text"),
        pytest.param(_version(decimals=1.5), "kpis[0].versions[0].decimals", "not_whole"),
    ],
)
def test_each_mistake_is_named_with_its_address(document: Json, place: str, code: str) -> None:
    assert places(document)[0] == place
    assert codes(document)[0].startswith(code)


def test_mistakes_of_every_kind_are_listed_at_once() -> None:
    document = described()
    document["entries"][0]["value"] = "十"
    document["entries"][1]["measure"] = "turnover"
    document["tree"][3]["weight"] = -1

    assert sorted(places(document)) == ["entries[0].value", "entries[1].measure", "tree[3].weight"]


def test_nothing_is_blamed_for_a_refused_record_that_it_needs() -> None:
    document = described()
    document["measures"][0]["frequency"] = "monthly"

    assert places(document) == ["measures[0].frequency"]


def test_a_new_record_must_be_complete() -> None:
    document = described()
    del document["kpis"][0]["versions"][0]["effective"]

    assert places(document) == ["kpis[0].versions[0].effective"]


def test_one_mistake_refuses_the_whole_file() -> None:
    plan = planned(_with("entries", 0, value="十"))

    assert (plan.edits, plan.created) == ((), 0)


def test_parts_that_are_not_kept_yet_refuse_the_file() -> None:
    document = described()
    document["actions"] = [{"id": "a"}]

    assert (places(document), codes(document)) == (["actions"], ["not_kept_yet"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b'{"format": ', "json_ends", id="cut off"),
        pytest.param(b"", "json_ends", id="empty"),
        pytest.param(b'{"a": 1, "a": 2}', "repeated_key", id="key twice"),
        pytest.param(b'{"a": NaN}', "not_a_json_number", id="NaN"),
        pytest.param(b'{"a": -Infinity}', "not_a_json_number", id="infinity"),
        pytest.param(b"[" * 100_000, "json_too_deep", id="deep"),
        pytest.param(b'{"a": "\xff"}', "not_utf8", id="bytes"),
        pytest.param(b"[]", "not_a_board", id="list"),
        pytest.param(b'{"format": "other/1"}', "not_a_board", id="other format"),
        pytest.param(b'{"format": "scorecard.board/2"}', "newer_format", id="newer format"),
    ],
)
def test_a_text_that_is_no_document_is_refused_in_one_sentence(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as caught:
        read_board(data, "x.json")

    assert [trouble.code for trouble in caught.value.troubles] == [code]


def test_a_number_of_sixteen_digits_is_refused_not_rounded() -> None:
    data = json.dumps(described()).replace("10250000", "1234567890.1234567").encode()

    assert read_board(data, "x").refused[0].why.code == "too_many_digits"


def test_a_byte_order_mark_is_no_mistake() -> None:
    data = b"\xef\xbb\xbf" + json.dumps(described()).encode()

    assert read_board(data, "x").refused == []


@pytest.mark.parametrize(
    ("data", "place"),
    [
        pytest.param(b'{"a": 1,}', "x.json 第 1 行第 9 字：", id="comma"),
        pytest.param(b'{"a":\n', "x.json 第 2 行第 1 字：", id="cut off"),
        pytest.param(b'{"a": NaN}', "x.json：", id="NaN"),
    ],
)
def test_a_text_that_is_no_json_is_named_by_its_file_in_words(data: bytes, place: str) -> None:
    with pytest.raises(Refused) as caught:
        read_board(data, "x.json")

    assert sentence(caught.value.troubles[0], "zh_TW").startswith(place)
