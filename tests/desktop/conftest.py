"""A display of its own for each test; without Xvfb and xdotool the tests are left out."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
NEEDED = ("Xvfb", "xdotool")
WAIT = 30.0


def pytest_ignore_collect() -> bool | None:
    """Leave the folder out where there is no display to make, except on a build server."""
    lacking = [tool for tool in NEEDED if shutil.which(tool) is None]
    return (bool(lacking) and not os.environ.get("CI")) or None


class Desktop:
    """One display and the program on it; `home` is where its settings and documents lie."""

    def __init__(self, display: str, home: Path) -> None:
        self.home = home
        self._environment = {
            **{k: v for k, v in os.environ.items() if k not in {"QT_QPA_PLATFORM", "LANG"}},
            **{"DISPLAY": display, "HOME": str(home), "XDG_DATA_HOME": str(home / "data")},
            **{"LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "xcb"},
        }
        self._said = home / "standard-error.txt"
        self._program: subprocess.Popen[bytes] | None = None

    def start(self, *arguments: str) -> str:
        """Start the program and wait for its window; its id."""
        with self._said.open("wb") as said:
            self._program = subprocess.Popen(
                [sys.executable, str(ROOT / "main.py"), *arguments],
                env=self._environment,
                cwd=self.home,
                stderr=said,
            )
        return self.until(lambda: self.tool("search", "--onlyvisible", "--name", "scorecard"))

    def tool(self, *words: str) -> str:
        """What xdotool answers, empty where it finds nothing."""
        found = subprocess.run(
            ["xdotool", *words], env=self._environment, capture_output=True, text=True, check=False
        )
        return found.stdout.strip().partition("\n")[0]

    def until(self, ask: Callable[[], str]) -> str:
        """Ask until there is an answer."""
        end = time.monotonic() + WAIT
        while time.monotonic() < end:
            answer = ask()
            if answer:
                return answer
            time.sleep(0.1)
        raise TimeoutError(self._said.read_text("utf-8"))

    def end(self) -> int:
        """Wait for the program to end by itself; its exit code."""
        assert self._program is not None
        return self._program.wait(WAIT)

    def stop(self) -> None:
        """End the program if it still runs."""
        if self._program is not None and self._program.poll() is None:
            self._program.kill()
            self._program.wait(WAIT)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """A private display with nothing on it."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            "1440x960x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    made = Desktop(f":{number}", tmp_path)
    yield made
    made.stop()
    server.terminate()
    server.wait(WAIT)
