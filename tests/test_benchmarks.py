"""The benchmarks run, and say when they prove nothing; what they find is not tested here."""

import json
import math
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import data
from benchmarks.__main__ import main
from benchmarks.document import read, written
from benchmarks.pairs import Figure, Measured, measured
from benchmarks.starting import start
from benchmarks.table import table

ROOT = Path(__file__).resolve().parent.parent
TINY = data.Size(8, 6)


def one(name: str = "evaluate M", /, **fields: float) -> Measured:
    known = {"goal": 2.0, "ours": 3.0, "peer": 2.0, "again": 1.0, **fields}
    return Measured(name, against="peer", unit="s", **known)


def test_a_figure_is_measured_in_turns_with_its_peer() -> None:
    takes: list[str] = []

    def take(name: str, number: float) -> float:
        takes.append(name)
        return number

    figure = Figure("f", 2.0, "peer", "s", lambda: take("ours", 3.0), lambda: take("peer", 2.0))
    found = measured(figure, rounds=2)

    assert takes == ["ours", "peer"] * 5
    assert (found.ratio, found.again, found.verdict) == (1.5, 1.0, "met")


def test_a_peer_that_takes_now_more_now_less_shows_that_a_run_is_noisy() -> None:
    seconds = iter([2.0, *[2.0, 3.0] * 4])
    figure = Figure("f", 2.0, "peer", "s", lambda: 3.0, lambda: next(seconds))

    found = measured(figure, rounds=4)

    assert (found.peer, found.again, found.verdict) == (2.5, 1.5, "too noisy")


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({}, "met"),
        ({"ours": 4.1}, "missed"),
        ({"ours": 4.1, "again": 1.06}, "too noisy"),
        ({"again": 0.94}, "too noisy"),
    ],
)
def test_a_run_that_is_too_noisy_proves_nothing(fields: dict[str, float], verdict: str) -> None:
    assert one(**fields).verdict == verdict


def test_the_table_has_a_line_for_each_figure() -> None:
    lines = table([one("first"), one("second")]).splitlines()

    assert [line.split()[0] for line in lines] == ["figure", "first", "second"]


def test_the_made_up_document_is_the_same_each_time() -> None:
    assert data.board(TINY) == data.board(TINY)
    assert len(data.places(TINY)) == TINY.kpis


def test_the_made_up_document_is_written_as_it_is_computed_with(tmp_path: Path) -> None:
    there = read(written(TINY, tmp_path))

    assert there.series == data.board(TINY).series
    assert there.versions == data.board(TINY).versions


def test_figures_of_computing_are_told_to_machines(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--quick", "--json", "--only", "evaluate"])

    found = json.loads(capsys.readouterr().out)
    assert {each["name"] for each in found} == {
        f"evaluate {name}{again}" for name in "ML" for again in ("", " again")
    }
    assert all(math.isfinite(each["ratio"]) and each["ours"] > 0 for each in found)


def test_the_windows_tell_when_they_are_painted(tmp_path: Path) -> None:
    with start("sample", 1.25, None, tmp_path) as figure:
        assert figure.ours() > 0
        assert figure.peer() > 0


@pytest.mark.parametrize(
    "name", ["edit", "commit", "arrays", "one-edit", "changes", "growth", "values"]
)
def test_figures_of_the_window_the_file_and_the_command_line_are_measured(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--quick", "--json", "--only", name],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )

    found = json.loads(done.stdout)
    assert found
    assert all(each["ours"] > 0 and each["peer"] > 0 for each in found)
