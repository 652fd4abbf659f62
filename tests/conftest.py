"""Options and surroundings of every test."""

import os

import pytest

if not os.environ.get("SCORECARD_DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--faults=full` breaks a save at every step instead of at a few."""
    parser.addoption(
        "--faults",
        choices=("short", "full"),
        default="short",
        help="how many places a save is broken at: a few, or every one",
    )
