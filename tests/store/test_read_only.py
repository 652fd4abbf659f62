"""A read-only file or folder opens for reading, and says so (R4)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.documents import CO, EVERY_KIND, SALES, closed, put, reopened, why_refused


@pytest.fixture
def shut(tmp_path: Path) -> Iterator[Path]:
    """A document in a folder that cannot be written."""
    folder = tmp_path / "shut"
    folder.mkdir()
    path = closed(folder, *EVERY_KIND)
    folder.chmod(0o500)
    yield path
    folder.chmod(0o700)


def test_a_read_only_file_is_shown_and_says_why_editing_is_off(tmp_path: Path) -> None:
    path = closed(tmp_path, *EVERY_KIND)
    path.chmod(0o400)

    workspace = reopened(path)

    assert workspace.read_only is not None
    assert workspace.read_only.code == "file_read_only"
    assert workspace.board.orgs["co"] == CO


def test_a_document_in_a_read_only_folder_says_why_editing_is_off(shut: Path) -> None:
    workspace = reopened(shut)

    assert workspace.read_only is not None
    assert workspace.read_only.code == "folder_read_only"


def test_nothing_is_written_in_a_read_only_folder(shut: Path) -> None:
    workspace = reopened(shut)

    assert why_refused(workspace, put(SALES, CO)) == "folder_read_only"
    assert list(shut.parent.iterdir()) == [shut]


def test_a_read_only_document_can_be_copied_elsewhere(shut: Path, tmp_path: Path) -> None:
    workspace = reopened(shut)

    workspace.save_copy(tmp_path / "copy.scorecard")

    assert reopened(tmp_path / "copy.scorecard").board == workspace.board


def test_a_copy_of_a_read_only_document_leaves_it_locked(shut: Path, tmp_path: Path) -> None:
    workspace = reopened(shut)
    workspace.save_copy(tmp_path / "copy.scorecard")

    assert why_refused(workspace, put(SALES)) == "folder_read_only"
