"""`main.py` as a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest
from pypdf import PdfReader

from tests.qt_library import qt_lacks

ROOT = Path(__file__).resolve().parents[2]


def _main(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**kept, "LC_ALL": "C", **environment},
        check=False,
    )


def test_without_a_display_the_window_says_which_verbs_need_none() -> None:
    answer = _main()

    assert (answer.returncode, answer.stdout) == (2, "")
    assert "values" in answer.stderr


def test_the_language_of_the_terminal_is_spoken() -> None:
    assert "沒有指令" in _main("valeus", LC_ALL="zh_TW.UTF-8").stderr


def test_chinese_is_printed_whatever_the_locale_says() -> None:
    answer = _main("read", "--as", "period", "114年3月", "--json")

    assert json.loads(answer.stdout) == {"value": "2025-03"}


def test_the_help_loads_neither_qt_nor_numpy() -> None:
    code = (
        "import sys; import main; main.main(['--help']);"
        "print([m for m in ('PySide6', 'numpy', 'sqlite_utils') if m in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", cwd=ROOT, check=True
    )

    assert answer.stdout.splitlines()[-1] == "[]"


def test_the_help_takes_less_than_half_a_second() -> None:
    begun = perf_counter()

    _main("--help")

    assert perf_counter() - begun < 0.5


def test_the_sample_is_made_by_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.scorecard"

    made = _main("new", str(path), "--sample", "--json")

    assert (made.returncode, json.loads(made.stdout)) == (0, {"file": "a.scorecard"})


@pytest.mark.skipif(bool(qt_lacks()), reason="Qt cannot be loaded here")
def test_a_snapshot_is_painted_without_a_display(tmp_path: Path) -> None:
    path, pages = tmp_path / "a.scorecard", tmp_path / "a.pdf"
    _main("new", str(path), "--sample")

    answer = _main("snapshot", str(path), "--period", "2026-10", "--to", str(pages))

    assert (answer.returncode, pages.read_bytes()[:5]) == (0, b"%PDF-")


@pytest.mark.skipif(bool(qt_lacks()), reason="Qt cannot be loaded here")
@pytest.mark.parametrize(("asked", "title"), [(("--lang", "en"), "Balanced"), ((), "平衡計分卡")])
def test_pages_speak_the_language_that_is_asked_for_and_else_that_of_the_document(
    asked: tuple[str, ...], title: str, tmp_path: Path
) -> None:
    path, pages = tmp_path / "a.scorecard", tmp_path / "a.pdf"
    _main("new", str(path), "--sample", "--lang", "zh_TW")

    _main("snapshot", str(path), "--period", "2026-10", *asked, "--to", str(pages))

    metadata = PdfReader(pages).metadata
    assert metadata is not None
    assert str(metadata.title).startswith(title)
