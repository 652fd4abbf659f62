"""What the command line says names what it found, once, and how it is written instead."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Run, run, sample

__all__ = ["run", "sample"]


@pytest.mark.parametrize("options", [(), ("--sample",)])
def test_a_document_made_in_english_speaks_english(
    tmp_path: Path, run: Run, options: tuple[str, ...]
) -> None:
    path, out = tmp_path / "a.scorecard", tmp_path / "all.json"
    run("new", path, *options)

    run("export", path, "--what", "all", "--to", out)

    assert json.loads(out.read_text("utf-8"))["settings"]["language"] == "en"
    assert run("undo", path).code == 2


def test_a_period_that_does_not_exist_is_named_once(sample: Path, run: Run) -> None:
    assert run("values", sample, "--period", "2026-13").err == (
        "The period “2026-13” does not exist. Check the month, quarter or week.\n"
    )
    assert "“114年13月” (2025-13)" in run("values", sample, "--period", "114年13月").err


def test_a_file_that_ends_too_soon_says_so(sample: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "cut.json").write_text('{"format": "scorecard.board/1", "org": [', "utf-8")

    assert "ends here too soon" in run("import", sample, tmp_path / "cut.json").err


def test_what_stands_in_place_of_a_number_is_named(sample: Path, tmp_path: Path, run: Run) -> None:
    entry = {"measure": "good_units", "org": "co", "period": "2026-10", "value": "many"}
    said = {"format": "scorecard.board/1", "entries": [entry]}
    (tmp_path / "a.json").write_text(json.dumps(said), "utf-8")

    assert "not “many”" in run("import", sample, tmp_path / "a.json").err


def test_a_word_like_no_verb_is_answered_with_all_of_them(run: Run) -> None:
    assert run("frobnicate").err.startswith("There is no verb “frobnicate”. The verbs are: new, ")
    assert "similar ones: values." in run("valus").err


@pytest.mark.parametrize(
    ("formula", "written"),
    [
        ("Units reworked / Units made × 100%", "[Units reworked]"),
        ("2 × Units made", "[Units made]"),
        ("MFG-201 * 2", "[MFG-201]"),
    ],
)
def test_a_known_name_without_its_brackets_is_told_how_it_is_written(
    sample: Path, tmp_path: Path, run: Run, formula: str, written: str
) -> None:
    version = {"version": "v1", "effective": "2026-01", "name": "X", "formula": formula}
    said = {"format": "scorecard.board/1", "kpis": [{"id": "X", "versions": [version]}]}
    (tmp_path / "a.json").write_text(json.dumps(said), "utf-8")

    assert f"write {written}." in run("import", sample, tmp_path / "a.json").err


def test_a_formula_tried_with_a_name_of_two_words_is_told_of_brackets(run: Run) -> None:
    answer = run("formula", "Units made * 2", "--with", "Units made=3")

    assert answer.out.splitlines()[1:] == [
        "^",
        "At character 1: “Units made” has spaces or signs in it and needs brackets; "
        "write [Units made].",
    ]
    assert run("formula", "[Units made] * 2", "--with", "Units made=3").out == "6\n"


def test_offered_names_are_written_as_a_formula_can_say_them(run: Run) -> None:
    answer = run("formula", "MFG * 2", "--with", "MFG-201=3", "MFG_2=4")

    assert answer.out.splitlines()[-1].endswith("Did you mean MFG_2, [MFG-201]?")


def test_the_help_of_a_formula_says_how_a_name_with_spaces_is_written(run: Run) -> None:
    assert "[Units made]" in " ".join(run("formula", "--help").out.split())


def test_the_language_may_be_said_before_the_verb(run: Run) -> None:
    assert (
        run("--lang", "zh_TW", "formula", "1 +").err == run("formula", "1 +", "--lang", "zh_TW").err
    )
    assert run("--lang", "zh_TW", "formula", "2 * 3").out == "6\n"
