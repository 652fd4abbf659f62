"""Every file written for the user appears whole or not at all (R13)."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from scorecard.whole_file import written_whole


def half(file: BinaryIO) -> None:
    """Fails in the middle of writing, as a report writer or a full disk does."""
    file.write(b"half")
    raise OSError(28, "No space left on device")


def test_a_file_appears_with_all_its_content(tmp_path: Path) -> None:
    written_whole(tmp_path / "a.csv", lambda file: file.writelines([b"a", b"b"]))

    assert (tmp_path / "a.csv").read_bytes() == b"ab"


def test_a_failing_writer_leaves_the_earlier_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"earlier")

    with pytest.raises(OSError, match="No space"):
        written_whole(tmp_path / "a.csv", half)

    assert (tmp_path / "a.csv").read_bytes() == b"earlier"


def test_a_failing_writer_leaves_nothing_where_nothing_was(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space"):
        written_whole(tmp_path / "a.csv", half)

    assert list(tmp_path.iterdir()) == []


def test_a_file_with_a_long_chinese_name_can_be_written(tmp_path: Path) -> None:
    name = "營" * 80 + ".csv"

    written_whole(tmp_path / name, lambda file: file.writelines([b"a"]))

    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    written_whole(tmp_path / "a.csv", lambda file: file.writelines([b"a"]))

    assert (tmp_path / "a.csv").stat().st_mode & 0o777 == 0o600


@pytest.fixture
def shared() -> Iterator[None]:
    """A system in which others may read the files of a person."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_a_file_that_is_handed_out_can_be_read_by_others(tmp_path: Path, shared: None) -> None:
    written_whole(tmp_path / "a.pdf", lambda file: file.writelines([b"a"]), handed_out=True)

    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o644


def test_a_file_that_is_handed_out_again_keeps_the_rights_it_was_given(
    tmp_path: Path, shared: None
) -> None:
    (tmp_path / "a.pdf").touch()
    (tmp_path / "a.pdf").chmod(0o640)

    written_whole(tmp_path / "a.pdf", lambda file: file.writelines([b"a"]), handed_out=True)

    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
