"""One file made to harm."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple


class Case(NamedTuple):
    """A file by its name, what puts it there, and what comes of importing it: the code of the
    sentence that refuses it, said once for each of `times` cells, or the number of values that
    are taken because it is odd and yet harmless."""

    file: str
    put: Callable[[Path], object]
    said: str | int
    times: int = 1


Cases = Mapping[str, Case]
Made = Callable[[], bytes]


def case(file: str, made: bytes | Made, said: str | int, times: int = 1) -> Case:
    """A file of some bytes."""

    def put(path: Path) -> None:
        path.write_bytes(made if isinstance(made, bytes) else made())

    return Case(file, put, said, times)


def all_of(file: str, said: str | int, made: Mapping[str, bytes | Made]) -> dict[str, Case]:
    """Several files of which the same is said."""
    return {name: case(file, each, said) for name, each in made.items()}


def odd_name(path: Path, name: bytes) -> Path:
    """A path whose last part is no text."""
    return path.with_name(os.fsdecode(name))
