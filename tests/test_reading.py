"""Reading what people type: every worked case, and the refusals."""

import json
from datetime import date
from pathlib import Path
from typing import Any  # the worked cases are JSON of many shapes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.period import Calendar, Period
from scorecard.reading.answer import FIELDS, to_json
from scorecard.reading.day import ROC, read_date
from scorecard.reading.entry import read_number
from scorecard.reading.outcome import Read, Wrong
from scorecard.reading.span import read_period
from scorecard.text import LANGUAGES, sentence
from scorecard.vocabulary import Frequency

EXAMPLES = Path(__file__).parent / "measurement" / "examples"
FIELD = {"boolean": "yes"}
CASES = [
    case
    for name in ("number", "time", "target")
    for case in json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))
    if case["given"]["op"].startswith("parse_")
]
ENTRIES = [c for c in CASES if c["given"]["op"] != "parse_target"]
TARGETS = [c for c in CASES if c["given"]["op"] == "parse_target"]


def status(answer: dict[str, object]) -> str:
    return next((key for key in ("error", "ask", "missing") if key in answer), "ok")


@pytest.mark.parametrize("case", ENTRIES, ids=[c["id"] for c in ENTRIES])
def test_a_text_is_read_as_in_the_worked_case(case: dict[str, Any]) -> None:
    asked, expected = case["given"], case["expect"]
    field = asked.get("field", asked["op"].removeprefix("parse_"))

    answer = to_json(FIELDS[FIELD.get(field, field)](asked["text"]), "en")

    assert status(answer) == expected["status"]
    if "choices" in expected:
        assert answer["ask"] == [float(choice) for choice in expected["choices"]]
    for key in ("date", "period"):
        if key in expected:
            assert expected[key] in (answer.get("value"), *answer.get("ask", ()))  # type: ignore[misc]  # a list where it is there
    if isinstance(expected.get("value"), str):
        assert answer["value"] == float(expected["value"])
    elif "value" in expected:
        assert answer["value"] is expected["value"]


@pytest.mark.parametrize("case", TARGETS, ids=[c["id"] for c in TARGETS])
def test_a_target_is_read_as_in_the_worked_case(case: dict[str, Any]) -> None:
    expected = dict(case["expect"])
    kind = expected.pop("kind")

    answer = to_json(FIELDS["target"](case["given"]["text"]), "en")

    if kind == "ask":
        assert answer["ask"] == ["higher", "lower"]
    else:
        assert answer["kind"] == {"band": "range"}.get(kind, kind)
    for key, value in expected.items():
        number = isinstance(value, str) and value.replace(".", "").isdigit()
        assert answer["scale" if key == "scale_max" else key] == (
            float(value) if number else value
        ), key


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("number", "1E+05", 100000),
        ("number", "-$5", -5),
        ("number", "(NT$1,200元)", -1200),
        ("number", "3萬5千", 35000),
        ("number", ".5", 0.5),
        ("number", "２：４", 0.5),
        ("number", "-0", 0),
        ("number", "123456789012345", 123456789012345),
        ("percent", "35.2", 0.352),
        ("percent", "0.95%", 0.0095),
        ("percent", "5‰", 0.005),
        ("percent", "(5%)", -0.05),
        ("ratio", "3", 3),
        ("ratio", "2:3", 0.666666666667),
        ("yes", "Ｏ", True),
        ("yes", "無", False),
        ("date", "１１４／３／７", "2025-03-07"),
        ("date", "20250307", "2025-03-07"),
        ("date", "114 年 3 月 7 日", "2025-03-07"),
        ("period", "114Q1", "2025-Q1"),
        ("period", "114年第一季", "2025-Q1"),
        ("period", "114年第10週", "2025-W10"),
        ("period", "114年度", "2025"),
        ("period", "114/3", "2025-03"),
        ("period", "1140307", "2025-03-07"),
    ],
)
def test_the_ways_in_which_people_write_a_value_are_read(
    field: str, text: str, value: object
) -> None:
    assert to_json(FIELDS[field](text), "en") == {"value": value}


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("number", "1234567890123456", "digits"),
        ("number", "1E+400", "range"),
        ("number", "0,123", "commas"),
        ("number", "10²", "not_a_number"),
        ("number", "5.", "not_a_number"),
        ("number", "1 234", "not_a_number"),
        ("number", "1.5億2000萬", "not_a_number"),
        ("number", "2千3萬", "not_a_number"),
        ("number", "$2m", "small_letter"),
        ("number", "無", "none_word"),
        ("number", "1:0", "zero_divisor"),
        ("number", "9" * 201, "too_long"),
        ("percent", "$5", "not_a_percent"),
        ("percent", "3:1", "not_a_percent"),
        ("yes", "maybe", "not_yes_or_no"),
        ("date", "5/3/7", "not_a_date"),
        ("date", "114/3-7", "not_a_date"),
        ("date", "民國2025年3月7日", "year"),
        ("period", "2025Q5", "no_such_period"),
        ("period", "soon", "not_a_period"),
        ("target", "105-95%", "band_order"),
        ("target", "95%-105", "band_marks"),
        ("target", "≥ 95-105%", "not_a_target"),
        ("target", "≥", "not_a_target"),
        ("target", "3萬5", "not_a_target"),
        ("target", "≥ 5²", "not_a_target"),
        ("target", "≤ 3 件/月/年", "not_a_target"),
        ("date", "11４②/3/7", "not_a_date"),
    ],
)
def test_an_unclear_text_is_refused_with_its_own_sentence(field: str, text: str, code: str) -> None:
    found = FIELDS[field](text)

    assert isinstance(found, Wrong)
    assert found.trouble.code == f"read_{code}"
    assert all(sentence(found.trouble, language) for language in LANGUAGES)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("text", ["", " ", "-", "--", "—", "N/A", "無資料", "缺"])
def test_a_word_for_no_value_is_missing_in_every_field(field: str, text: str) -> None:
    assert "missing" in to_json(FIELDS[field](text), "zh_TW")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("≥ 12 小時/人/年", {"value": 12, "unit": "小時", "per_head": True, "basis": "year"}),
        ("≤ 3 件/小時", {"value": 3, "unit": "件/小時", "per_head": False, "basis": None}),
        ("≤ 5/month", {"kind": "lower", "value": 5, "unit": None, "basis": "month"}),
        ("≥ 4.0/5 分", {"value": 4, "scale": 5, "unit": "分"}),
        ("≥ 3:1", {"kind": "higher", "value": 3, "unit": None}),
        ("≤ $300K", {"kind": "lower", "value": 300000, "unit": "$"}),
        ("≤ 50 m²", {"value": 50, "unit": "m2"}),
        ("80%以上", {"kind": "higher", "value": 0.8, "unit": "%"}),
        ("14 天以內", {"kind": "lower", "value": 14, "unit": "天", "basis": None}),
        ("$9M-$10M", {"kind": "range", "low": 9000000, "high": 10000000, "unit": "$"}),
        ("-5~5", {"kind": "range", "low": -5, "high": 5}),
        ("> 0", {"kind": "higher", "value": 0, "strict": True}),
        ("=0", {"kind": "zero", "value": 0}),
        ("符合預算", {"kind": "budget", "value": None}),
        ("是", {"kind": "yes", "value": 1}),
    ],
)
def test_every_part_of_a_target_is_kept(text: str, said: dict[str, object]) -> None:
    answer = to_json(FIELDS["target"](text), "zh_TW")

    assert {key: answer[key] for key in said} == said


def test_another_currency_asks_before_it_is_taken() -> None:
    answer = to_json(read_number("US$5"), "en")

    assert answer["ask"] == [5]


def test_the_currency_of_the_kpi_does_not_ask() -> None:
    assert read_number("US$5", currency="USD") == Read(5.0)


@pytest.mark.parametrize("field", FIELDS)
@given(text=st.text(max_size=60))
def test_whatever_is_typed_gets_an_answer_in_both_languages(field: str, text: str) -> None:
    answers = [to_json(FIELDS[field](text), language) for language in LANGUAGES]

    assert all(json.dumps(answer) for answer in answers)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_a_roc_date_is_the_day_that_it_names(day: date) -> None:
    assert read_date(f"民國{day.year - ROC}年{day.month}月{day.day}日") == Read(day)


@given(st.sampled_from(list(Frequency)[:6]), st.dates(date(1991, 1, 1), date(2100, 1, 1)))
def test_every_period_code_is_read_as_itself(kind: Frequency, day: date) -> None:
    period = Calendar().containing(day, kind)

    assert read_period(period.code) == Read(Period.parse(period.code))
