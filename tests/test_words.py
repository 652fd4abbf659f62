"""The words of both languages: each key once, each text in both."""

import json
from collections import Counter

from scorecard.text import WORDS, sentences


def pairs_of(text: str) -> list[str]:
    """The keys at the top of a file, also those that stand there twice."""
    found: list[str] = []

    def note(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found[:] = [key for key, _ in pairs]  # the outermost comes last
        return dict(pairs)

    json.loads(text, object_pairs_hook=note)
    return found


def test_no_two_files_and_no_two_lines_have_one_key() -> None:
    """The later one would take the place of the other without a word."""
    keys = Counter(
        key for file in WORDS.glob("*.json") for key in pairs_of(file.read_text("utf-8"))
    )

    assert [key for key, times in keys.items() if times > 1] == []


def test_every_text_is_there_in_both_languages() -> None:
    assert [key for key, words in sentences().items() if not all(words)] == []
