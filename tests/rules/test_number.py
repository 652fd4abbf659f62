"""R-NUMBER: what is read, kept, rounded and doubted."""

import json
from pathlib import Path

import pytest

from tests.cli.documents import made, measure, months, seen
from tests.cli.running import Run
from tests.exchange.documents import Json
from tests.rules.scenes import one, told


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("number", "1,234.5", {"value": 1234.5}),
        ("number", "１２．５", {"value": 12.5}),
        ("number", "（１，２３４）", {"value": -1234}),
        ("number", "−5", {"value": -5}),
        ("number", "1E+05", {"value": 100_000}),
        ("number", "3.2萬", {"value": 32_000}),
        ("number", "1億2,000萬", {"value": 120_000_000}),
        ("number", "2百萬", {"value": 2_000_000}),
        ("number", "3萬5千", {"value": 35_000}),
        ("number", "$2M", {"value": 2_000_000}),
        ("number", "500k", {"value": 500_000}),
        ("number", "NT$1,200", {"value": 1200}),
        ("number", "1200元", {"value": 1200}),
        ("number", "US$5", {"ask": [5]}),
        ("number", "12%", {"ask": [0.12, 12]}),
        ("number", "123456789012345", {"value": 123_456_789_012_345}),
        ("number", "-0", {"value": 0}),
        ("percent", "12%", {"value": 0.12}),
        ("percent", "12", {"value": 0.12}),
        ("percent", "1", {"value": 0.01}),
        ("percent", "0", {"value": 0}),
        ("percent", "0.95", {"ask": [0.95, 0.0095]}),
        ("percent", "-0.5", {"ask": [-0.5, -0.005]}),
        ("percent", "0.95%", {"value": 0.0095}),
        ("percent", "5‰", {"value": 0.005}),
        ("percent", "35.2％", {"value": 0.352}),
        ("ratio", "3:1", {"value": 3}),
        ("ratio", "２：４", {"value": 0.5}),
        ("ratio", "1:3", {"value": 0.333333333333}),
        ("yes", "沒有", {"value": False}),
        ("yes", "已完成", {"value": True}),
        ("yes", "✗", {"value": False}),
        ("yes", "無", {"value": False}),
        ("date", "民國114年3月7日", {"value": "2025-03-07"}),
        ("date", "1140307", {"value": "2025-03-07"}),
        ("date", "２０２５０３０７", {"value": "2025-03-07"}),
        ("date", "113/2/29", {"value": "2024-02-29"}),
        ("date", "25/3/7", {"ask": ["1936-03-07"]}),
        ("date", "78/12/31", {"ask": ["1989-12-31"]}),
        ("date", "79/1/1", {"value": "1990-01-01"}),
        ("date", "2101/1/1", {"ask": ["2101-01-01"]}),
        ("period", "114年3月", {"value": "2025-03"}),
        ("period", "114Q1", {"value": "2025-Q1"}),
        ("period", "114年第1季", {"value": "2025-Q1"}),
        ("period", "114年下半年", {"value": "2025-H2"}),
        ("period", "114年度", {"value": "2025"}),
        ("period", "114年第10週", {"value": "2025-W10"}),
        ("period", "115年第53週", {"value": "2026-W53"}),
    ],
)
def test_what_people_type_is_understood(run: Run, field: str, text: str, said: Json) -> None:
    """R-NUMBER-1, R-NUMBER-3 to R-NUMBER-7, R-TIME-8, R-TIME-9."""
    answer = run("read", "--as", field, "--json", "--", text).json

    assert {name: answer.get(name) for name in said} == said


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("number", "1,23"), ("number", "1.234,5"), ("number", "abc"), ("number", "-(5)"),
        ("number", "3萬5"), ("number", "3m"), ("number", "2b"), ("number", "無"),
        ("number", "1234567890123456"), ("ratio", "1:0"), ("yes", "maybe"),
        ("date", "114/2/29"), ("date", "2025-13-01"), ("period", "2025-W53"),
        ("period", "114年第53週"), ("period", "114年13月"),
    ],
)  # fmt: skip
def test_what_is_unclear_is_never_guessed(run: Run, field: str, text: str) -> None:
    """R-NUMBER-1, R-NUMBER-3, R-NUMBER-4, R-NUMBER-7, R-NUMBER-8, R-TIME-2, R-TIME-8, R-TIME-9."""
    answer = run("read", "--as", field, "--json", "--", text)

    assert (answer.code, set(answer.json)) == (2, {"error"})


@pytest.mark.parametrize("text", ["", "-", "--", "—", "N/A", "無資料", "缺"])
def test_words_for_nothing_are_missing(run: Run, text: str) -> None:
    """R-NUMBER-8."""
    assert set(run("read", "--as", "number", "--json", "--", text).json) == {"missing"}


def shown(run: Run, path: Path, language: str = "en") -> str:
    """The value of K in January as the list shows it."""
    said = run("values", path, "--period", "2026-01", "--today", "2030-01-01", "--lang", language)
    return said.out.splitlines()[-1].split("\t")[2]


@pytest.mark.parametrize(
    ("rounding", "value", "unit", "decimals", "text"),
    [
        ("half_up", 2.5, "", 0, "3"),
        ("half_even", 2.5, "", 0, "2"),
        ("half_up", -2.5, "", 0, "−3"),
        ("half_even", -2.5, "", 0, "−2"),
        ("half_up", 0.125, "", 2, "0.13"),
        ("half_even", 0.125, "", 2, "0.12"),
        ("half_even", 3.5, "", 0, "4"),
        ("half_up", 0.0625, "%", 1, "6.3 %"),
        ("half_even", 0.0625, "%", 1, "6.2 %"),
        ("half_up", 12_500, "TWD", 0, "$12.5 K"),
        ("half_even", 12_250, "TWD", 0, "$12.2 K"),
        ("half_up", 12_250, "TWD", 0, "$12.3 K"),
        ("half_up", -0.04, "", 1, "0.0"),
        ("half_up", 0.98, "%", 1, "98.0 %"),
    ],
)
def test_numbers_are_rounded_as_the_document_says(
    tmp_path: Path, run: Run, *, rounding: str, value: float, unit: str, decimals: int, text: str
) -> None:
    """R-NUMBER-9, R-NUMBER-10."""
    average = [measure("m", over_time="average", unit=unit)]
    parts = one(None, [value], measures=average, unit=unit, decimals=decimals)

    path = made(run, tmp_path, parts | {"settings": {"rounding": rounding}})

    assert shown(run, path) == text


def test_what_is_stored_is_never_rounded(tmp_path: Path, run: Run) -> None:
    """R-NUMBER-1, R-NUMBER-9."""
    parts = one(None, [2.5], decimals=0) | {"settings": {"rounding": "half_even"}}

    assert seen(run, made(run, tmp_path, parts), "2026-01")["K"]["value"] == 2.5


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [("rounding", "up", "half_up / half_even"), ("fiscal_label", "both", "start / end")],
)
def test_another_rounding_or_naming_is_refused(
    tmp_path: Path, run: Run, name: str, value: str, allowed: str
) -> None:
    """R-NUMBER-9, R-TIME-4."""
    path, source = tmp_path / "d.scorecard", tmp_path / "d.json"
    whole = {"format": "scorecard.board/1", "settings": {name: value}}
    source.write_text(json.dumps(whole), "utf-8")
    run("new", path)

    answer = run("import", path, source, "--json")

    assert (answer.code, answer.json["refused"][0]["where"]) == (2, f"settings.{name}")
    assert allowed in answer.json["refused"][0]["why"]


def test_rounding_and_naming_leave_and_enter_a_document(tmp_path: Path, run: Run) -> None:
    """R-NUMBER-9, R-TIME-4."""
    settings = {"rounding": "half_even", "fiscal_label": "end"}
    path = made(run, tmp_path, one(None, [1]) | {"settings": settings})

    run("export", path, "--what", "all", "--to", tmp_path / "out.json")

    said = json.loads((tmp_path / "out.json").read_text("utf-8"))["settings"]
    assert told(said, "rounding", "fiscal_label") == ("half_even", "end")


@pytest.mark.parametrize(
    ("value", "text"),
    [(12_345, "$1.2 萬"), (99_999_999, "$1 億"), (9_999, "$9,999"), (-12_345, "−$1.2 萬")],
)
def test_money_is_shown_in_ten_thousands(tmp_path: Path, run: Run, value: float, text: str) -> None:
    """R-NUMBER-10."""
    parts = one(None, [value], measures=[measure("m", unit="TWD")], unit="TWD")

    assert shown(run, made(run, tmp_path, parts), "zh_TW") == text


@pytest.mark.parametrize(
    ("value", "code"),
    [("12000", 1), ("10000", 0), ("9000", 0), ("100", 0), ("99", 1), ("-5000", 1)],
)
def test_a_value_ten_times_the_median_is_doubted(
    tmp_path: Path, run: Run, value: str, code: int
) -> None:
    """R-NUMBER-11: the median is 1,000."""
    path = made(run, tmp_path, one(None, [900, 1000, 1100]))

    answer = run("set", path, "--measure", "m", "--period", "2026-04", "--", value)

    assert answer.code == code


def test_a_percentage_that_is_typed_is_kept_as_a_fraction(tmp_path: Path, run: Run) -> None:
    """R-NUMBER-1, R-NUMBER-6."""
    parts = one(None, measures=[measure("m", unit="%", over_time="average")], unit="%")
    path = made(run, tmp_path, parts)

    run("set", path, "--measure", "m", "--period", "2026-01", "35.2%")

    assert seen(run, path, "2026-01")["K"]["value"] == 0.352


def test_a_sum_of_decimals_is_what_decimals_give(tmp_path: Path, run: Run) -> None:
    """R-NUMBER-1, R-NUMBER-2, R-COLOUR-2: 0.1 + 0.2 is 0.3, which meets 0.3."""
    parts = one(">=0.3", formula="a + b", measures=[measure("a"), measure("b")])
    parts["entries"] = [*months("a", [0.1]), *months("b", [0.2])]

    said = seen(run, made(run, tmp_path, parts), "2026-01")["K"]

    assert told(said, "value", "status") == (0.3, "green")
