"""What `explain` and `formula` say: nothing that the numbers beside it contradict."""

from pathlib import Path

from tests.cli.documents import made, measure
from tests.cli.running import Run
from tests.exchange.documents import Json
from tests.rules.scenes import entries, one


def sentences(run: Run, folder: Path, parts: Json, period: str) -> dict[str, list[str]]:
    """What `explain` says of K in a period, long after, in both languages."""
    path = made(run, folder, parts)
    asked = ("--kpi", "K", "--period", period, "--today", "2027-06-30", "--json")
    found: dict[str, list[str]] = run("explain", path, *asked).json["sentences"]
    return found


def test_a_distance_has_the_decimals_of_the_limit(tmp_path: Path, run: Run) -> None:
    """R-COLOUR-9: 14 is 1.5 above 12.5; "2 to spare" would end below it."""
    parts = one(">=12.5", [14], unit="家", decimals=0)

    said = sentences(run, tmp_path, parts, "2026-01")

    assert "14 家達到綠燈門檻 12.5 家，還有 1.5 家的餘裕。" in said["zh_TW"]
    assert (
        "14 companies meets the green limit 12.5 companies, with 1.5 companies to spare."
        in (said["en"])
    )


def test_a_change_that_there_is_is_never_said_to_be_nought(tmp_path: Path, run: Run) -> None:
    """R-CHANGE-5: 7.02 to 7.00 days at one decimal is better by 0.02, not by 0.0."""
    parts = one(
        "<=8",
        [7.02, 7],
        direction="lower",
        unit="天",
        decimals=1,
        measures=[measure("m", over_time="average")],
    )

    said = sentences(run, tmp_path, parts, "2026-02")

    assert "比上期 −0.02 天，變好。" in said["zh_TW"]
    assert "−0.02 days on the period before: better." in said["en"]


def test_names_to_choose_from_stand_in_each_language_as_it_writes_lists(run: Run) -> None:
    """R-FORMULA-9: what was meant, with 、 in Chinese."""
    message = run("formula", "--json", "--with", "營收=1", "--", "ROLL(營收)").json["error"][
        "message"
    ]

    assert "您是不是要用：ROLLSUM、ROLLAVG？" in message["zh_TW"]
    assert "Did you mean ROLLSUM, ROLLAVG?" in message["en"]


def test_a_signal_is_good_or_bad_by_the_direction_alone(tmp_path: Path, run: Run) -> None:
    """R-SIGNAL-8: scrap without a target; 9 and 10 in turn, then 2."""
    values = [*[9, 10] * 6, 2]
    parts = one(values=values, direction="lower", measures=[measure("m", over_time="average")])

    said = sentences(run, tmp_path, parts, "2027-01")

    assert any("a signal of improvement" in each for each in said["en"])


def test_a_yearly_target_is_said_with_what_it_asks_so_far(tmp_path: Path, run: Run) -> None:
    """R-TARGET-5: ≥ 120 a year, three months with values."""
    parts = one(">=120", [10, 20, 30], aimed={"basis": "year"})

    said = sentences(run, tmp_path, parts, "2026")

    assert "現行目標是每年 ≥ 120；這裡有數值的期間要 ≥ 30。" in said["zh_TW"]
    asked = "The target in force is ≥ 120 per year; the periods with values here ask for ≥ 30."
    assert asked in said["en"]


def test_a_target_that_is_asked_as_typed_is_said_once(tmp_path: Path, run: Run) -> None:
    """R-TARGET-4: a month against a target per month."""
    said = sentences(run, tmp_path, one(">=12", [10, 20]), "2026-02")

    assert not any("target in force" in each for each in said["en"])


def test_what_lacks_inside_a_period_is_not_counted_as_periods(tmp_path: Path, run: Run) -> None:
    """R-VALUE-6: a month of daily output without its second half has its one value, partly."""
    days = {f"2026-01-{day:02d}": 1.0 for day in range(1, 16)}
    parts = one(
        formula="m / d", measures=[measure("m"), measure("d", frequency="day")],
        more=[*entries("m", {"2026-01": 30}), *entries("d", days)],
    )  # fmt: skip

    said = sentences(run, tmp_path, parts, "2026-01")

    assert "資料不完整：每一筆都有，但其中有數據缺值。" in said["zh_TW"]


def test_what_a_value_weighs_is_an_input_too(tmp_path: Path, run: Run) -> None:
    """R-VALUE-4: (1 · 10 + 3 · 20) / 30, with both weights and who typed them."""
    measures = [measure("m", over_time="weighted", weight="w"), measure("w")]
    weights = entries("w", {"2026-01": 10, "2026-02": 20, "2026-03": 7})
    path = made(run, tmp_path, one(values=[1, 3], measures=measures, more=weights))
    asked = ("--kpi", "K", "--period", "2026-Q1", "--today", "2027-06-30", "--json")

    found = run("explain", path, *asked).json

    told = [(each["measure"], each["period"], each["value"]) for each in found["inputs"]]
    assert found["value"] == 2.33333333333
    assert told == [
        ("m", "2026-01", 1), ("w", "2026-01", 10), ("m", "2026-02", 3), ("w", "2026-02", 20),
    ]  # fmt: skip
