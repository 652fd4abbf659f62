"""Old documents with bytes overwritten by chance: a sentence or a whole document (S2)."""

import random
from pathlib import Path

import pytest

from scorecard.text import LANGUAGES, sentence
from scorecard.trouble import CannotOpen
from tests.old_files.documents import NAMES, old, opened


@pytest.mark.parametrize("seed", range(120))
def test_flipped_bytes_are_refused_in_words_or_do_no_harm(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path = old(tmp_path, chance.choice(NAMES))
    content = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 4, 64, 512))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)

    told = []
    try:
        opened(path).close()
    except CannotOpen as refusal:
        told = [sentence(refusal.trouble, language) for language in LANGUAGES]

    again = _code(path)
    assert all(told)
    assert bool(told) == bool(again)
    assert not told or path.read_bytes() == content
    assert {each.name for each in tmp_path.iterdir()} <= {path.name, "backups"}


def _code(path: Path) -> str:
    try:
        opened(path).close()
    except CannotOpen as refusal:
        return refusal.trouble.code
    return ""
