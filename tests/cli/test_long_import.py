"""A long table on the command line: how far it is, and Ctrl+C, in a terminal of its own."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from scorecard.model.records import Measure
from scorecard.vocabulary import Words
from scorecard.workspace import Workspace
from tests.cli.running import Run
from tests.store.documents import CLOCK, CO, closed

ROOT = Path(__file__).resolve().parent.parent.parent
MEASURES, YEARS = 1500, range(2006, 2026)
MONTHS = [f"{year}-{month:02}" for year in YEARS for month in range(1, 13)]


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return closed(tmp_path, CO, *(Measure(f"m{n}", Words(f"數據 {n}")) for n in range(MEASURES)))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "long.csv"
    rows = (f"m{n},co,{month},{n + at}.5" for n in range(MEASURES) for at, month in enumerate(MONTHS))  # fmt: skip  # noqa: E501
    path.write_text("\n".join(["measure,org,period,value", *rows]) + "\n", "utf-8")
    return path


def test_a_long_table_is_one_step_that_undo_takes_back(
    document: Path, table: Path, run: Run
) -> None:
    rows = MEASURES * len(MONTHS)

    done = run("import", document, table, "--json")

    assert done.code == 0, done.err
    assert (done.json["created"], done.err) == (rows, "")  # no progress where nobody looks on
    assert run("history", document, "--json").json[0]["changes"] == rows
    assert run("import", document, table, "--json").json["same"] == rows
    assert run("undo", document).code == 0
    assert Workspace.open(document, author="a", clock=CLOCK, read_only=True).board.series == {}


def test_ctrl_c_leaves_the_document_as_before(document: Path, table: Path, tmp_path: Path) -> None:
    before = document.read_bytes()
    screen, terminal = pty.openpty()
    command = [sys.executable, "main.py", "import", str(document), str(table), "--lang", "en"]
    home = {**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    child = subprocess.Popen(command, cwd=ROOT, env=home, stderr=terminal)
    os.close(terminal)

    told = os.read(screen, 1000).decode()
    child.send_signal(signal.SIGINT)
    code = child.wait()
    while more := _read(screen):
        told += more

    assert "Importing long.csv: 0%" in told
    assert (code, "the document is as before" in told) == (130, True)
    assert document.read_bytes() == before


def _read(screen: int) -> str:
    try:
        return os.read(screen, 1000).decode()
    except OSError:  # Linux says so at the end
        return ""
