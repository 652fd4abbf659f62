"""The command line called in this process."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from scorecard.cli import main


class Answer(NamedTuple):
    """What a verb gave: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # JSON of any form
        """The one JSON value on standard output."""
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Calls a verb with its arguments."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    def call(*arguments: object) -> Answer:
        code = main([str(argument) for argument in arguments])
        return Answer(code, *capsys.readouterr())

    return call


@pytest.fixture
def sample(tmp_path: Path, run: Run) -> Path:
    """The sample document, of its own for each test."""
    path = tmp_path / "範例.scorecard"
    assert run("new", path, "--sample").code == 0
    return path
