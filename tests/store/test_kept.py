"""Drafts and snapshots are kept with the document."""

from pathlib import Path

import pytest

from scorecard.store.snapshots import Frozen
from scorecard.trouble import CannotOpen, Refused
from scorecard.workspace import Workspace
from tests.store.documents import CLOCK, CO, closed, new, reopened

FIRST = Frozen(
    "2026-10-co-1", "2026-10", True, "co", "2026-11-03T09:12:44+08:00", "amy", "9f", '{"營收":1}'
)


def test_a_half_written_definition_is_kept_over_a_restart(tmp_path: Path) -> None:
    workspace = new(tmp_path)
    workspace.keep_draft("FIN-002", {"formula": "營收 /", "decimals": None})
    workspace.keep_draft("FIN-002", {"formula": "營收 / 訂單數", "decimals": 1})
    workspace.close()

    again = reopened(workspace.path)

    assert again.draft("FIN-002") == {"formula": "營收 / 訂單數", "decimals": 1}
    assert again.draft("FIN-003") is None


def test_a_draft_is_no_step_of_the_history(tmp_path: Path) -> None:
    workspace = new(tmp_path, CO)

    workspace.keep_draft("FIN-002", {})

    assert len(workspace.history()) == 1


def test_a_dropped_draft_is_gone(tmp_path: Path) -> None:
    workspace = new(tmp_path)
    workspace.keep_draft("FIN-002", {})

    workspace.drop_draft("FIN-002")

    assert workspace.draft("FIN-002") is None


def test_a_snapshot_is_kept_to_the_letter(tmp_path: Path) -> None:
    workspace = new(tmp_path)
    workspace.freeze(FIRST)
    workspace.close()

    assert reopened(workspace.path).snapshots() == (FIRST,)


def test_snapshots_are_in_the_order_in_which_they_were_frozen(tmp_path: Path) -> None:
    workspace = new(tmp_path)
    second = FIRST._replace(id="2026-09-co-1", period="2026-09", at="2020-01-01T00:00:00+00:00")

    workspace.freeze(FIRST)
    workspace.freeze(second)

    assert workspace.snapshots() == (FIRST, second)


def test_a_snapshot_is_never_overwritten(tmp_path: Path) -> None:
    workspace = new(tmp_path)
    workspace.freeze(FIRST)

    with pytest.raises(Refused, match="snapshot_exists"):
        workspace.freeze(FIRST._replace(body="{}"))

    assert workspace.snapshots() == (FIRST,)


def test_a_reader_keeps_nothing(tmp_path: Path) -> None:
    workspace = reopened(closed(tmp_path), read_only=True)

    with pytest.raises(Refused, match="asked_read_only"):
        workspace.freeze(FIRST)
    with pytest.raises(Refused, match="asked_read_only"):
        workspace.keep_draft("FIN-002", {})


def test_a_new_document_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.scorecard"
    path.write_bytes(b"earlier")

    with pytest.raises(CannotOpen, match="file_exists"):
        Workspace.create(path, author="amy", clock=CLOCK)

    assert path.read_bytes() == b"earlier"


def test_a_new_document_in_a_folder_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="cannot_create"):
        Workspace.create(tmp_path / "none" / "a.scorecard", author="amy", clock=CLOCK)
