"""How far long work is, told to somebody who may stop it."""

from collections.abc import Callable
from enum import StrEnum


class Stage(StrEnum):
    """What is being done. When it comes to showing, all of it is in the file."""

    READING = "reading"
    COMPARING = "comparing"
    RECORDING = "recording"
    WRITING = "writing"
    SHOWING = "showing"
    KEEPING = "keeping"
    BRINGING_UP = "bringing_up"
    EXAMINING = "examining"
    LOADING = "loading"


#: Is told what is being done and how much of that is done, from 0 to 1. May raise Stopped, up to
#: the showing of what is in the file by then.
Tell = Callable[[Stage, float], None]


class Stopped(Exception):  # noqa: N818  no error: somebody wanted it
    """Somebody wants no more of it; whoever did the work leaves nothing half done."""


def untold(_stage: Stage, _share: float) -> None:
    """For whoever does not want to be told."""


def whole(stage: Stage, share: float) -> float:
    """How much of all stages is done, from 0 to 1, as long as they take each."""
    lengths = next(lengths for lengths in _COURSES if stage in lengths)
    before = 0.0
    for each, length in lengths.items():
        if each is stage:
            return before + length * share
        before += length
    return before


#: The stages of an import, and those of the opening of a document.
_COURSES = (
    {
        Stage.READING: 0.25,
        Stage.COMPARING: 0.2,
        Stage.RECORDING: 0.25,
        Stage.WRITING: 0.3,
        Stage.SHOWING: 0.0,
    },
    {
        Stage.KEEPING: 0.25,
        Stage.BRINGING_UP: 0.3,
        Stage.EXAMINING: 0.25,
        Stage.LOADING: 0.2,
    },
)
