"""The words of both languages: each key once, each text in both."""

import json
from collections import Counter
from pathlib import Path

import pytest

from scorecard.text import WORDS, Sentences, sentences


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


def test_words_are_found_whichever_of_their_files_is_asked_for_first() -> None:
    """A file may hold keys of several beginnings, and a beginning stand in several files."""
    for file in WORDS.glob("*.json"):
        for key, texts in list(json.loads(file.read_text("utf-8")).items())[::25]:
            assert Sentences()[key]._asdict() == texts

    keys = {key for file in WORDS.glob("*.json") for key in pairs_of(file.read_text("utf-8"))}
    assert set(sentences()) == keys


def test_only_the_files_of_what_is_said_are_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("look", "why"):
        pair = {"zh_TW": "一", "en": "one"}
        text = json.dumps({f"{name}.a": pair, f"{name}.b.c": pair}, ensure_ascii=False, indent=1)
        (tmp_path / f"{name}.json").write_text(text, "utf-8")
    monkeypatch.setattr("scorecard.text.WORDS", tmp_path)
    words = Sentences()
    (tmp_path / "why.json").unlink()

    assert words["look.b.c"].en == "one"
    assert "look.d" not in words
    assert "how.a" not in words
    with pytest.raises(FileNotFoundError):
        words["why.a"]
