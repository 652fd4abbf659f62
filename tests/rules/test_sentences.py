"""What `explain` and `formula` say: nothing that the numbers beside it contradict."""

from pathlib import Path

from tests.cli.documents import made, measure
from tests.cli.running import Run
from tests.exchange.documents import Json
from tests.rules.scenes import one


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
