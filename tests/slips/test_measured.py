"""The script that measures the radar, on series made here."""

import csv
import random
from pathlib import Path

import pytest

from benchmarks.slips import main, measured, read


@pytest.fixture
def series(tmp_path: Path) -> Path:
    """Ten series of four years, each about its own level."""
    path, chance = tmp_path / "entries.csv", random.Random(7)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["kpi_id", "period", "actual"])
        for number in range(10):
            for month in range(48):
                value = 10.0**number * (5 + chance.random())
                period = f"{2022 + month // 12}-{month % 12 + 1:02d}"
                writer.writerow([f"k{number}", period, f"{value:.4g}"])
    return path


def test_series_about_their_own_level_are_left_alone(series: Path) -> None:
    found = measured(read(series, None))

    assert found.values == 480
    assert found.alarms.total() <= 4


def test_nearly_every_zero_too_many_is_seen(series: Path) -> None:
    found = measured(read(series, None))

    # The first months have no history to be seen by.
    assert found.seen["x 10"] >= found.put["x 10"] - 6
    assert found.seen["rows swapped"] >= found.put["rows swapped"] - 8


def test_the_figures_are_printed(series: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(series)]) == 0

    assert "values 480, alarms" in capsys.readouterr().out
