"""What is late or due soon, on the command line."""

from pathlib import Path

from tests.cli.running import Run, run, sample

__all__ = ["run", "sample"]
TODAY = ("--today", "2026-11-11")


def test_it_says_who_owes_what_and_ends_with_a_warning(sample: Path, run: Run) -> None:
    answer = run("due", sample, *TODAY)

    assert answer.code == 1
    assert answer.out.startswith("Values to be provided (2026-11-11)\n\n")
    assert "working days late" in answer.out


def test_the_same_as_plain_data(sample: Path, run: Run) -> None:
    found = run("due", sample, *TODAY, "--ahead", "0", "--json").json

    owed = [each for owner in found for each in owner["owed"]]
    assert all(each["days"] >= 0 for each in owed)
    assert any(each["late"] > 0 and each["by"] <= each["last_day"] for each in owed)


def test_a_closed_period_is_marked_in_plain_data(sample: Path, run: Run) -> None:
    run("close", sample, "--period", "2026-09")

    found = run("due", sample, *TODAY, "--ahead", "0", "--json").json

    owed = [each for owner in found for each in owner["owed"]]
    assert {each["period"] for each in owed if "closed" in each} == {"2026-09"}
    assert {each["period"] for each in owed if "closed" not in each} == {"2026-10"}


def test_where_nothing_is_owed_that_is_said(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.scorecard"
    run("new", path)

    answer = run("due", path, *TODAY)

    assert (answer.code, answer.out) == (0, "Nothing is late or due soon.\n")
