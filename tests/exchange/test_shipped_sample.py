"""The shipped sample document is what its JSON says."""

import shutil
from pathlib import Path

from resources.sample.build import AUTHOR, DOCUMENT, FINISHED, SOURCE
from scorecard.board import Board
from scorecard.clock import FixedClock
from scorecard.exchange.board_file import read_board
from scorecard.exchange.plan import plan
from scorecard.workspace import Workspace


def test_the_shipped_document_equals_its_json(tmp_path: Path) -> None:
    copy = Path(shutil.copy(DOCUMENT, tmp_path))
    said = plan(read_board(SOURCE.read_bytes(), SOURCE.name), Board())

    shipped = Workspace.open(copy, author=AUTHOR, clock=FixedClock(FINISHED), read_only=True)

    assert shipped.board == Board().after(said.edits)
    shipped.close()
