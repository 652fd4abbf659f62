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


#: Is told what is being done and how much of that is done, from 0 to 1. May raise Stopped, up to
#: the showing of what is in the file by then.
Tell = Callable[[Stage, float], None]


class Stopped(Exception):  # noqa: N818  no error: somebody wanted it
    """Somebody wants no more of it; whoever did the work leaves nothing half done."""


def untold(_stage: Stage, _share: float) -> None:
    """For whoever does not want to be told."""


def whole(stage: Stage, share: float) -> float:
    """How much of all stages is done, from 0 to 1, as long as they take each."""
    before = 0.0
    for each, length in _LENGTHS.items():
        if each is stage:
            return before + length * share
        before += length
    return before


_LENGTHS = {
    Stage.READING: 0.25,
    Stage.COMPARING: 0.2,
    Stage.RECORDING: 0.25,
    Stage.WRITING: 0.3,
    Stage.SHOWING: 0.0,
}
