"""Files made to harm: one sentence each, the document as it was, bounded time and memory (S2, S5,
S9, R12). They are imported by the command line in processes of their own, many by each."""

import importlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from scorecard.text import sentences
from tests.exchange.documents import Json
from tests.faults.cases.case import Case

KINDS = (
    *("zips", "markup", "sheets", "open_documents"),
    *("binary", "texts", "documents", "places"),
)
#: What one file may take: seconds of the processor, and MiB above all that was taken before.
SECONDS, MEBIBYTES = 2, 200
ROOT = Path(__file__).parents[2]
#: Signs that turn text around, ring or move in a terminal, or are no text (S9).
UNCLEAN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]"
)


def cases(kind: str) -> Mapping[str, Case]:
    """The files of a kind by their names."""
    found: Mapping[str, Case] = importlib.import_module(f"tests.faults.cases.{kind}").CASES
    return found


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Mapping[str, Json]]:
    """What came of every file of a kind, all imported the first time that one is asked for."""

    @cache
    def of(kind: str) -> Mapping[str, Json]:
        folder = tmp_path_factory.mktemp(kind)
        environment = {**os.environ, "HOME": str(folder / "home"), "LC_ALL": "C.UTF-8"}
        command = [sys.executable, "-m", "tests.faults.importing", kind, str(folder)]
        done = subprocess.run(
            command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True
        )
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        assert len(lines) == len(cases(kind)), (lines[-1:], done.returncode, done.stderr[-2000:])
        return {line["name"]: line for line in lines}

    return of


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in KINDS for name in cases(kind)])
def test_a_hostile_file_gets_one_sentence_and_changes_nothing(
    kind: str, name: str, outcomes: Callable[[str], Mapping[str, Json]]
) -> None:
    each, found = cases(kind)[name], outcomes(kind)[name]

    answer = json.loads(found["out"])
    if isinstance(each.said, int):
        assert answer["refused"] == []
        assert answer["created"] + answer["updated"] + answer["same"] == each.said
    else:
        assert found["code"] == 2
        assert [_is_said(each.said, refusal["why"]) for refusal in answer["refused"]] == [True]
    told = [*answer["refused"], *answer["left_out"], *answer["unlikely"]]
    assert not [text for each in told for text in each.values() if UNCLEAN.search(text)]
    assert found["err"] == ""
    assert found["is_same"]
    assert found["seconds"] < SECONDS
    assert found["grown"] < MEBIBYTES


def test_there_are_enough_of_them_of_every_kind() -> None:
    assert sum(len(cases(kind)) for kind in KINDS) > 600
    assert all(cases(kind) for kind in KINDS)


def _is_said(code: str, why: str) -> bool:
    """Whether a sentence is that of a code, whatever facts stand in it."""
    template = re.escape(sentences()[f"trouble.{code}"].en)
    return re.fullmatch(re.sub(r"\\\{\w+\\\}", ".*", template), why, re.DOTALL) is not None
