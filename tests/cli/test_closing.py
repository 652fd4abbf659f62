"""`close` and `reopen`: what is closed is not changed, and what came late is marked."""

import json
from pathlib import Path

import pytest

from tests.cli.documents import document, kpi, measure, target
from tests.cli.running import Run
from tests.exchange.documents import Json
from tests.rules.scenes import entries

UNITS = [
    {"id": "co", "name": {"zh_TW": "公司", "en": "Company"}, "parent": None},
    {"id": "a", "name": {"zh_TW": "甲部", "en": "Team A"}, "parent": "co"},
    {"id": "b", "name": {"zh_TW": "乙部", "en": "Team B"}, "parent": "co"},
]


@pytest.fixture
def book(tmp_path: Path, run: Run) -> Path:
    """Two units with January and February, of which Team A lacks the head count of February."""
    return document(tmp_path, run, {
        "org": UNITS,
        "measures": [measure("sales"), measure("heads", over_time="last"),
                     measure("visits", frequency="week"), measure("audit", frequency="quarter")],
        "kpis": [kpi("K", "sales"), kpi("H", "heads")],
        "tree": [{"id": "n", "parent": None, "kind": "kpi", "kpi": "K", "org": "a"}],
        "targets": [{**target("K", ">=5"), "org": "a"}],
        "entries": [
            *entries("sales", {"2026-01": 5, "2026-02": 6}, "a"),
            *entries("sales", {"2026-01": 7, "2026-02": 8}, "b"),
            *entries("heads", {"2026-01": 3}, "a"),
            *entries("visits", {"2026-W05": 1, "2026-W09": 2}, "a"),
            *entries("audit", {"2026-Q1": 1}, "a"),
        ],
    })  # fmt: skip


def close(run: Run, book: Path, period: str = "2026-02", org: str = "a") -> Json:
    answer: Json = run("close", book, "--period", period, "--org", org, "--json").json
    return answer


def enter(run: Run, book: Path, period: str, value: object, org: str = "a") -> int:
    return run("set", book, "--measure", "sales", "--period", period, "--org", org, value).code


def test_closing_says_what_is_missing(book: Path, run: Run) -> None:
    """Weeks 6, 7 and 8 and the head count; the audit of the quarter is no matter of February."""
    answer = run("close", book, "--period", "2026-02", "--org", "a", "--json")

    assert answer.code == 1
    assert [(each["measure"], each["org"], each["period"]) for each in answer.json["missing"]] == [
        ("heads", "a", "2026-02"),
        ("visits", "a", "2026-W06"),
        ("visits", "a", "2026-W07"),
        ("visits", "a", "2026-W08"),
    ]


def test_what_only_archived_lines_read_is_not_missing(book: Path, run: Run) -> None:
    """A second line reads the head count of Team A: archived from the end of February on."""
    line = {"id": "h", "parent": None, "kind": "kpi", "kpi": "H", "org": "a"}

    assert ("heads", "2026-02") in missing_with(book, run, {**line, "archived": "2026-03"})
    assert ("heads", "2026-02") not in missing_with(book, run, {**line, "archived": "2026-02-28"})


def missing_with(book: Path, run: Run, line: Json) -> list[tuple[str, str]]:
    """What a close of February lists with a line more; it is undone again."""
    source = book.with_name("line.json")
    source.write_text(json.dumps({"format": "scorecard.board/1", "tree": [line]}), "utf-8")
    assert run("import", book, source).code == 0
    found = [(each["measure"], each["period"]) for each in close(run, book)["missing"]]
    run("undo", book)
    return found


def test_what_the_tree_reads_and_nobody_ever_entered_is_missing_too(
    tmp_path: Path, run: Run
) -> None:
    """As in the entry sheet: a series without a first value asks for one in every period."""
    book = document(tmp_path, run, {
        "org": UNITS, "measures": [measure("sales"), measure("never")],
        "kpis": [kpi("K", "sales"), kpi("N", "never")],
        "tree": [{"id": each, "parent": None, "kind": "kpi", "kpi": each, "org": "a"}
                 for each in ("K", "N")],
        "entries": entries("sales", {"2026-02": 6}, "a"),
    })  # fmt: skip

    answer = run("close", book, "--period", "2026-02", "--org", "a", "--json")

    assert answer.code == 1
    assert answer.json["missing"] == [{"measure": "never", "org": "a", "period": "2026-02"}]


@pytest.mark.parametrize(
    ("period", "org", "code"), [("2026-02", "a", 2), ("2026-01", "a", 0), ("2026-02", "b", 0)]
)
def test_what_is_closed_is_not_changed(
    book: Path, run: Run, period: str, org: str, code: int
) -> None:
    close(run, book)

    assert enter(run, book, period, 9, org) == code


def test_a_close_of_the_company_holds_for_all_below_it(book: Path, run: Run) -> None:
    close(run, book, org="co")

    assert (enter(run, book, "2026-02", 9, "a"), enter(run, book, "2026-02", 9, "b")) == (2, 2)


@pytest.mark.parametrize(
    ("name", "period", "code"),
    [("visits", "2026-W06", 2), ("visits", "2026-W09", 2), ("visits", "2026-W10", 0),
     ("audit", "2026-Q1", 0), ("heads", "2026-02", 2)],
)  # fmt: skip
def test_weeks_are_closed_with_the_month_of_their_thursday(
    book: Path, run: Run, name: str, period: str, code: int
) -> None:
    """R-TIME-3: week 9 is from 23 February on, week 10 has its Thursday on 5 March. A quarter is
    closed with its last month."""
    close(run, book)

    assert run("set", book, "--measure", name, "--period", period, "--org", "a", 5).code == code


def test_the_sentence_says_who_closed_it_and_what_to_do(book: Path, run: Run) -> None:
    close(run, book)

    err = run("set", book, "--measure", "sales", "--period", "2026-02", "--org", "a", 9,
              "--lang", "en").err  # fmt: skip

    assert "2026-02 was closed by" in err
    assert "Reopen the period first, with a reason." in err


def test_reopening_needs_a_reason_and_is_kept_in_the_history(book: Path, run: Run) -> None:
    close(run, book)

    assert run("reopen", book, "--period", "2026-02", "--org", "a", "--reason", " ").code == 2
    assert run("reopen", book, "--period", "2026-02", "--org", "a", "--reason", "發票").code == 0
    assert enter(run, book, "2026-02", 9) == 0
    assert "發票" in run("history", book, "--limit", 2).out


def test_an_import_into_a_closed_period_is_refused_whole(
    book: Path, run: Run, tmp_path: Path
) -> None:
    close(run, book)
    source = tmp_path / "more.csv"
    source.write_text("measure,org,period,value\nsales,a,2026-02,9\nsales,a,2026-03,9\n", "utf-8")

    answer = run("import", book, source, "--json")

    assert answer.code == 2
    assert len(answer.json["refused"]) == 1


@pytest.mark.parametrize(
    ("start", "code"), [("2026-01", 2), ("2026-02", 2), ("2026-02-02", 0), ("2026-03", 0)]
)
def test_a_target_may_not_reach_back_into_a_closed_period(
    book: Path, run: Run, tmp_path: Path, start: str, code: int
) -> None:
    """R-TARGET-3: on or before the first day of February."""
    close(run, book)
    source = tmp_path / "aim.json"
    aim = {"kpi": "K", "org": "a", "from": start, "value": ">=50"}
    source.write_text(json.dumps({"format": "scorecard.board/1", "targets": [aim]}), "utf-8")

    assert run("import", book, source).code == code


def test_a_target_is_corrected_by_reopening_with_a_reason(
    book: Path, run: Run, tmp_path: Path
) -> None:
    """R-TARGET-3: the correction is logged."""
    close(run, book)
    run("reopen", book, "--period", "2026-02", "--org", "a", "--reason", "目標打錯")
    source = tmp_path / "aim.json"
    aim = {"kpi": "K", "org": "a", "from": "2026-01", "value": ">=50"}
    source.write_text(json.dumps({"format": "scorecard.board/1", "targets": [aim]}), "utf-8")

    assert run("import", book, source).code == 0


def test_an_entry_after_the_close_is_marked_late(book: Path, run: Run) -> None:
    close(run, book)
    run("reopen", book, "--period", "2026-02", "--org", "a", "--reason", "發票")
    enter(run, book, "2026-02", 9)
    close(run, book)
    asked = ("--kpi", "K", "--org", "a", "--period", "2026-02", "--today", "2026-04-01")

    said = run("explain", book, *asked, "--json").json

    assert [each.get("late") for each in said["inputs"]] == [True]
    assert any("after the period had been closed" in each for each in said["sentences"]["en"])


def test_an_entry_before_the_close_is_not_late(book: Path, run: Run) -> None:
    close(run, book)
    asked = ("--kpi", "K", "--org", "a", "--period", "2026-02", "--today", "2026-04-01")

    assert "late" not in run("explain", book, *asked, "--json").json["inputs"][0]


def test_a_snapshot_says_what_was_closed_and_why_it_was_opened_again(
    book: Path, run: Run, tmp_path: Path
) -> None:
    close(run, book)
    run("reopen", book, "--period", "2026-02", "--org", "a", "--reason", "發票")
    close(run, book)
    out = tmp_path / "s.json"

    run("snapshot", book, "--period", "2026-02", "--to", out)

    (said,) = json.loads(out.read_text("utf-8"))["body"]["closings"]
    assert (said["org"], said["period"], said["closed"], said["reason"]) == (
        "a", "2026-02", True, "發票",
    )  # fmt: skip


def test_closed_periods_leave_and_enter_a_document_unchanged(
    book: Path, run: Run, tmp_path: Path
) -> None:
    """The entries of a closed period come in with it."""
    close(run, book)
    first, second, other = tmp_path / "1.json", tmp_path / "2.json", tmp_path / "other.scorecard"

    run("export", book, "--what", "all", "--to", first)
    run("new", other)
    answer = run("import", other, first, "--json").json
    run("export", other, "--what", "all", "--to", second)

    assert (answer["refused"], answer["unknown"]) == ([], [])
    assert first.read_bytes() == second.read_bytes()
    assert run("check", other, "--today", "2026-03-05", "--json").json["ok"] is True
    assert enter(run, other, "2026-02", 9) == 2


def test_a_close_is_undone_as_any_step(book: Path, run: Run) -> None:
    close(run, book)

    run("undo", book)

    assert enter(run, book, "2026-02", 9) == 0


@pytest.mark.parametrize(
    ("period", "code"), [("2026-W05", "cannot be closed"), ("2099-01", "can be closed after")]
)
def test_what_cannot_be_closed_is_told(book: Path, run: Run, period: str, code: str) -> None:
    answer = run("close", book, "--period", period, "--org", "a", "--lang", "en")

    assert answer.code == 2
    assert code in answer.err


def test_a_period_is_closed_once(book: Path, run: Run) -> None:
    close(run, book)

    answer = run("close", book, "--period", "2026-02", "--org", "a", "--lang", "en")

    assert answer.code == 2
    assert "already closed" in answer.err
    assert run("reopen", book, "--period", "2026-01", "--org", "a", "--reason", "x").code == 2


def test_the_sentences_stand_in_both_languages(book: Path, run: Run) -> None:
    close(run, book)

    said = run(
        "reopen", book, "--period", "2026-02", "--org", "a", "--reason", "x", "--lang", "zh_TW"
    )

    assert "甲部 2026-02 重新開帳" in said.out


def test_a_month_of_a_closed_quarter_says_so_and_leads_to_the_quarter(book: Path, run: Run) -> None:
    close(run, book, "2026-Q1", "co")
    place = ("--period", "2026-02", "--org", "a", "--lang", "en")

    again = run("close", book, *place)
    opened = run("reopen", book, *place, "--reason", "invoice")

    assert (again.code, opened.code) == (2, 2)
    assert "2026-02 (Team A) is closed already: it is part of 2026-Q1 (Company)" in again.err
    assert "Reopen 2026-Q1 for Company instead." in opened.err
    assert run("reopen", book, "--period", "2026-Q1", "--reason", "invoice").code == 0
    assert enter(run, book, "2026-02", 9) == 0


def test_what_stays_closed_after_an_opening_is_told(book: Path, run: Run) -> None:
    close(run, book)
    close(run, book, "2026-Q1", "co")

    opened = run("reopen", book, "--period", "2026-02", "--org", "a", "--reason", "發票",
                 "--lang", "en")  # fmt: skip

    assert "2026-02 (Team A) then still stays closed by the quarter 2026-Q1 (Company)" in opened.out
    assert enter(run, book, "2026-02", 9) == 2


def test_a_refusal_names_the_unit_as_people_do(book: Path, run: Run) -> None:
    close(run, book, org="co")

    refused = run("set", book, "--measure", "sales", "--period", "2026-02", "--org", "a", 9,
                  "--lang", "en")  # fmt: skip

    assert "(Company)" in refused.err
    assert "(co)" not in refused.err


def test_an_entry_after_any_of_its_closes_was_opened_is_late(book: Path, run: Run) -> None:
    """The month was opened, the quarter never; then the other way round."""
    for period, org in (("2026-02", "a"), ("2026-Q1", "co")):
        close(run, book, period, org)
        run("reopen", book, "--period", period, "--org", org, "--reason", "發票")
        enter(run, book, "2026-02", 9 if org == "a" else 10)
        asked = ("--kpi", "K", "--org", "a", "--period", "2026-02", "--today", "2026-04-10")
        said = run("explain", book, *asked, "--json").json
        assert [each.get("late") for each in said["inputs"]] == [True]
        run("undo", book)
        run("undo", book)
        run("undo", book)
