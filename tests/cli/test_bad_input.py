"""Bad input: one sentence with the place, the documented exit code, nothing changed."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.exchange.documents import Json, described


def _file(folder: Path, name: str, content: Json | str) -> Path:
    path = folder / name
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    path.write_text(text, "utf-8")
    return path


def _twice() -> Json:
    document = described()
    document["entries"].append(dict(document["entries"][0]))
    return document


def _formula(text: str) -> Json:
    document = described()
    document["kpis"][0]["versions"][0]["formula"] = text
    return document


def _own_child() -> Json:
    document = described()
    document["tree"][0]["parent"] = "n12"
    return document


CSV = "measure,org,period,value\n"


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        pytest.param("a.json", '{"format": "scorecard.board/1",', "line 1", id="malformed JSON"),
        pytest.param("a.csv", f'{CSV}"revenue', "a.csv line 2", id="malformed CSV"),
        pytest.param("a.csv", f"{CSV}turnover,co,2026-10,1\n", "a.csv line 2", id="measure"),
        pytest.param("a.json", _twice(), "entries[3]", id="duplicate entry"),
        pytest.param(
            "a.csv", f"{CSV}revenue,a1,2026-10,1\nrevenue,a1,2026-10,2\n", "line 3", id="twice"
        ),
        pytest.param("a.csv", f"{CSV}revenue,a1,2026-10,many\n", "a.csv line 2", id="text"),
        pytest.param("a.csv", f"{CSV}revenue,a1,2026-13,1\n", "a.csv line 2", id="no such period"),
        pytest.param("a.json", _formula("(營收 - 銷貨成本"), "versions[0].formula", id="formula"),
        pytest.param("a.json", _formula("毛利率 + 1"), "versions[0].formula", id="circular KPIs"),
        pytest.param("a.json", _own_child(), "tree[0].parent", id="its own child"),
        pytest.param("a.xlsx", "", "a.xlsx", id="workbook"),
    ],
)
def test_a_bad_file_is_refused_whole(
    name: str, content: Json | str, place: str, sample: Path, run: Run
) -> None:
    source = _file(sample.parent, name, content)
    before = sample.read_bytes()

    answer = run("import", sample, source)

    assert (answer.code, answer.out, place in answer.err) == (2, "", True)
    assert sample.read_bytes() == before


def test_a_refused_import_prints_its_json_and_ends_with_2(sample: Path, run: Run) -> None:
    source = _file(sample.parent, "a.csv", f"{CSV}revenue,a1,2026-10,many\n")

    answer = run("import", sample, source, "--json")

    assert (answer.code, answer.err) == (2, "")
    assert set(answer.json["refused"][0]) == {"where", "what", "why"}


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("--measure", "turnover", "--period", "2026-10", "1"), id="measure"),
        pytest.param(("--measure", "good_units", "--period", "2026-13", "1"), id="period"),
        pytest.param(("--measure", "good_units", "--period", "2026-W10", "1"), id="kind"),
        pytest.param(("--measure", "good_units", "--period", "2026-10", "many"), id="text"),
        pytest.param(
            ("--measure", "good_units", "--period", "2026-10", "1234567890123456"), id="digits"
        ),
        pytest.param(("--measure", "good_units", "--period", "2026-10"), id="no value"),
    ],
)
def test_a_bad_entry_is_refused_in_one_sentence(
    arguments: tuple[str, ...], sample: Path, run: Run
) -> None:
    before = sample.read_bytes()

    answer = run("set", sample, *arguments)

    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert sample.read_bytes() == before


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        pytest.param(
            "zh_TW",
            (
                "a.csv 第 2 行：沒有數據「revenu」。現有的例如：revenue、",
                "a.csv 第 3 行：沒有數據「Revenu」。現有的例如：Revenue",
                "a.csv 第 5 行：與 a.csv 第 4 行重複；請只留一個。",
            ),
            id="Chinese",
        ),
        pytest.param(
            "en",
            (
                "a.csv line 2: There is no measure “revenu”. There are, for example: revenue, ",
                "a.csv line 3: There is no measure “Revenu”. There are, for example: Revenue",
                "a.csv line 5: The same as a.csv line 4; keep one of them.",
            ),
            id="English",
        ),
    ],
)
def test_a_refusal_names_what_is_nearest_in_the_words_of_its_language(
    language: str, sentences: tuple[str, ...], sample: Path, run: Run
) -> None:
    rows = ("revenu,a1", "Revenu,a1", "revenue,a1", "revenue,a1")
    content = CSV + "".join(f"{row},2026-10,1\n" for row in rows)

    answer = run("--lang", language, "import", sample, _file(sample.parent, "a.csv", content))

    assert answer.code == 2
    for line, sentence in zip(answer.err.splitlines(), sentences, strict=True):
        assert line.startswith(sentence)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("values",), "缺少 --period", id="lacking"),
        pytest.param(("check", "--all"), "不認得 --all", id="unknown"),
        pytest.param(("values", "--period"), "--period 後面缺少內容", id="without value"),
        pytest.param(("export", "--what", "x"), "--what 不能是「x」", id="no choice"),
    ],
)
def test_a_wrong_argument_is_told_in_chinese(
    arguments: tuple[str, ...], said: str, sample: Path, run: Run
) -> None:
    verb, *rest = arguments

    answer = run("--lang", "zh_TW", verb, sample, *rest)

    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert answer.err.startswith(f"指令的參數不對（{said}")


def test_a_file_that_is_no_document_cannot_be_opened(tmp_path: Path, run: Run) -> None:
    path = _file(tmp_path, "a.scorecard", "just text, nothing else")

    answer = run("values", path, "--period", "2026-10")

    assert (answer.code, answer.err.count("\n"), path.read_text()) == (
        3,
        1,
        "just text, nothing else",
    )


def test_a_document_that_is_not_there_cannot_be_opened(tmp_path: Path, run: Run) -> None:
    assert run("check", tmp_path / "a.scorecard").code == 3


def test_a_document_of_a_newer_version_is_left_as_it_is(sample: Path, run: Run) -> None:
    with sqlite3.connect(sample) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = sample.read_bytes()

    answer = run("undo", sample)

    assert (answer.code, sample.read_bytes() == before) == (3, True)


def test_there_is_nothing_to_undo_in_a_new_document(tmp_path: Path, run: Run) -> None:
    run("new", tmp_path / "a.scorecard")

    assert run("undo", tmp_path / "a.scorecard").code == 2


def test_a_failing_export_leaves_the_earlier_file(sample: Path, run: Run) -> None:
    answer = run("export", sample, "--what", "all", "--to", sample.parent / "none" / "a.json")

    assert (answer.code, answer.err.count("\n")) == (2, 1)


def test_an_export_never_overwrites_the_document(sample: Path, run: Run) -> None:
    path = sample.rename(sample.with_suffix(".json"))
    before = path.read_bytes()

    answer = run("export", path, "--what", "all", "--to", path)

    assert (answer.code, path.read_bytes() == before) == (2, True)


def test_an_unknown_verb_is_answered_with_the_nearest(run: Run) -> None:
    answer = run("valeus")

    assert (answer.code, "values" in answer.err) == (2, True)


def test_a_row_without_a_unit_is_told_which_there_are(sample: Path, run: Run) -> None:
    source = _file(sample.parent, "a.csv", "measure,period,value\nrevenue,2026-11,5\n")

    answer = run("import", sample, source, "--lang", "zh_TW")

    assert (answer.code, "a.csv 第 2 行 org" in answer.err, "co" in answer.err) == (2, True, True)
    assert "「」" not in answer.err


@pytest.mark.parametrize("place", ["-", "x.pdf"])
def test_an_export_to_another_ending_is_told_the_possible_ones(
    place: str, sample: Path, run: Run
) -> None:
    answer = run("export", sample, "--what", "definitions", "--to", place, "--lang", "en")

    assert (answer.code, ".csv / .xlsx / .json" in answer.err) == (2, True)


def test_a_damaged_document_is_said_in_plain_words(sample: Path, run: Run) -> None:
    whole = sample.read_bytes()
    sample.write_bytes(whole[:20_000] + b"\xff" * 40_000 + whole[60_000:])

    answer = run("values", sample, "--period", "2026-10", "--lang", "en")

    assert answer.code == 3
    assert answer.err.split(": ", 1)[1].startswith("Part of this file is damaged and cannot")
