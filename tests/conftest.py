"""Options and surroundings of every test."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.qt_library import qt_lacks

#: A busy computer takes its time over a law; how fast the program is, the benchmarks say.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

if not os.environ.get("SCORECARD_DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(scope="session", autouse=True)
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's own folder, so that no test puts a backup among the user's."""
    folder = tmp_path_factory.mktemp("own")
    for name in ("XDG_DATA_HOME", "APPDATA"):
        os.environ[name] = str(folder)
    return folder


@pytest.fixture(scope="session", autouse=True)
def one_application(request: pytest.FixtureRequest) -> None:
    """The application of a window, before a test of the command line makes the smaller one that a
    PDF needs: a process can have only one, and the tests of windows come to the same process."""
    if request.config.pluginmanager.has_plugin("pytest-qt"):
        request.getfixturevalue("qapp")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """`--faults=full` breaks a save at every step instead of at a few."""
    if qt_lacks():
        pluginmanager.unregister(name="pytest-qt")  # it would end the run instead of skipping
    parser.addoption(
        "--faults",
        choices=("short", "full"),
        default="short",
        help="how many places a save is broken at: a few, or every one",
    )
