"""A copy appears whole or not at all (R13)."""

from pathlib import Path

import pytest

from scorecard.store.leftover import journal_of
from scorecard.trouble import Refused
from tests.store.documents import CO, EVERY_KIND, OCTOBER, new, reopened


def test_a_copy_says_all_that_the_document_says_and_its_history(tmp_path: Path) -> None:
    workspace = new(tmp_path, *EVERY_KIND)
    workspace.save_copy(tmp_path / "b.scorecard")

    copy = reopened(tmp_path / "b.scorecard")

    assert copy.board == workspace.board
    assert copy.undo_step == workspace.undo_step
    assert copy.provenance(OCTOBER.key) == workspace.provenance(OCTOBER.key)


def test_a_copy_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)
    workspace.save_copy(tmp_path / "b.scorecard")

    assert (tmp_path / "b.scorecard").stat().st_mode & 0o777 == 0o600


def test_a_copy_takes_the_place_of_an_earlier_file(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)
    (tmp_path / "b.scorecard").write_bytes(b"earlier")

    workspace.save_copy(tmp_path / "b.scorecard")

    assert reopened(tmp_path / "b.scorecard").board == workspace.board


def test_a_copy_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)

    with pytest.raises(Refused, match="cannot_write"):
        workspace.save_copy(tmp_path / "no folder" / "b.scorecard")


def test_a_copy_in_the_place_of_a_folder_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)
    (tmp_path / "b.scorecard").mkdir()
    before = set(tmp_path.iterdir())

    with pytest.raises(Refused, match="cannot_write"):
        workspace.save_copy(tmp_path / "b.scorecard")

    assert set(tmp_path.iterdir()) == before


def test_a_document_is_not_copied_onto_itself(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)
    (tmp_path / "link.scorecard").symlink_to(workspace.path)

    with pytest.raises(Refused, match="copy_onto_itself"):
        workspace.save_copy(tmp_path / "link.scorecard")


def test_a_document_that_somebody_edits_is_not_copied_over(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)
    other = new(tmp_path, *EVERY_KIND, name="b.scorecard")

    with pytest.raises(Refused, match="opened_elsewhere"):
        workspace.save_copy(other.path)


def test_a_copy_does_not_come_to_lie_beside_a_leftover_journal(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)
    journal_of(tmp_path / "b.scorecard").write_bytes(b"left over")

    with pytest.raises(Refused, match="journal_strange"):
        workspace.save_copy(tmp_path / "b.scorecard")
