"""The history by KPI, person and day, and one older step undone, on the command line."""

from pathlib import Path

from tests.cli.running import Run, run, sample

__all__ = ["run", "sample"]


def entered(run: Run, path: Path, measure: str, value: str) -> int:
    """Enter a value of October; the number of the step."""
    run("set", path, "--measure", measure, "--period", "2026-10", value)
    return int(run("history", path, "--limit", "1", "--json").json[0]["seq"])


def test_the_history_of_a_kpi_has_its_entries_and_no_others(sample: Path, run: Run) -> None:
    good = entered(run, sample, "good_units", "335300")
    other = entered(run, sample, "orders_on_time", "160")

    found = [each["seq"] for each in run("history", sample, "--kpi", "MFG-002", "--json").json]

    assert good in found
    assert other not in found


def test_the_history_of_a_person_and_a_day(sample: Path, run: Run) -> None:
    found = run("history", sample, "--by", "王立群", "--day", "2026-11-04", "--json").json

    assert found
    assert {(each["by"], each["at"][:10]) for each in found} == {("王立群", "2026-11-04")}


def test_a_kpi_that_is_none_is_refused(sample: Path, run: Run) -> None:
    assert run("history", sample, "--kpi", "NONE-1").code == 2


def test_an_older_step_is_undone_alone(sample: Path, run: Run) -> None:
    good = entered(run, sample, "good_units", "335300")
    entered(run, sample, "orders_on_time", "160")

    answer = run("undo", sample, "--step", good)

    assert (answer.code, answer.out) == (0, "Done: Undo of “Entry of Good units 2026-10” alone.\n")


def test_a_step_that_another_hangs_on_names_it_and_changes_nothing(sample: Path, run: Run) -> None:
    good = entered(run, sample, "good_units", "335300")
    again = entered(run, sample, "good_units", "335400")

    answer = run("undo", sample, "--step", good)

    assert answer.code == 2
    assert f"step {again} “Entry of Good units 2026-10”" in answer.err
    assert run("history", sample, "--limit", "1", "--json").json[0]["seq"] == again


def test_a_step_that_there_is_none_of_is_refused(sample: Path, run: Run) -> None:
    assert run("undo", sample, "--step", "99999").err == "There is no step 99999.\n"
