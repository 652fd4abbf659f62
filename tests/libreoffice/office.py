"""LibreOffice without a window, where it is installed."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from pathlib import Path

import pytest

#: The filter of text tables: comma, quotes, an encoding, cells as they are shown.
CSV = "csv:Text - txt - csv (StarCalc):44,34,{},1,,0,false,true"
#: How a text table is read: comma, quotes, UTF-8, from the first line on.
_READ_CSV = "--infilter=CSV:44,34,76,1"
_SECONDS = 180


class Encoding(IntEnum):
    """Encodings by LibreOffice's own numbers."""

    UTF8 = 76
    UTF16 = 65535
    BIG5 = 68


def is_there() -> bool:
    """Whether LibreOffice is installed."""
    return shutil.which("soffice") is not None


needs_office = pytest.mark.skipif(not is_there(), reason="LibreOffice (soffice) is not installed")


def convert(sources: Sequence[Path], kind: str, folder: Path) -> None:
    """Have LibreOffice open files and write them as `kind` into a folder."""
    is_csv = all(source.suffix == ".csv" for source in sources)
    command = [
        *("soffice", f"-env:UserInstallation=file://{_profile().name}"),
        *("--headless", "--norestore"),
        *([_READ_CSV] if is_csv else []),
        *("--convert-to", kind, "--outdir", str(folder), *map(str, sources)),
    ]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    subprocess.run(command, check=True, timeout=_SECONDS, capture_output=True, env=environment)


@cache
def _profile() -> "tempfile.TemporaryDirectory[str]":
    """Settings of its own, as making them takes longer than converting; gone with this process."""
    return tempfile.TemporaryDirectory()
