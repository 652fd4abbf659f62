"""A closed period shows as closed on what is handed over; opened again, it says why, and what
came after that."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from scorecard.clock import FixedClock
from scorecard.commands.closing import ClosePeriod, ReopenPeriod
from scorecard.commands.entry import EnterValue
from scorecard.exchange.snapshot_board import Verdict, rebuilt
from scorecard.period import Period
from scorecard.workspace import Workspace
from tests.ui.windows import TODAY, sample_in
from ui.bridge import Bridge
from ui.selection import Selection
from ui.snapshot import write_snapshot

CLOSED = datetime(2026, 11, 5, 9, 0, tzinfo=UTC)
OPENED = datetime(2026, 11, 6, 14, 30, tzinfo=UTC)
ENTERED = datetime(2026, 11, 6, 15, 0, tzinfo=UTC)


@pytest.fixture
def workspace(qapp: object, tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.open(sample_in(tmp_path), author="amy", clock=FixedClock(CLOSED))
    made.run(ClosePeriod("co", "2026-10", "amy", CLOSED.isoformat(), "十月含連假二日"))
    yield made
    made.close()


def opened_again(workspace: Workspace) -> None:
    """Opened a day later, one number changed, and closed again."""
    workspace.clock = FixedClock(OPENED)
    workspace.run(ReopenPeriod("co", "2026-10", "amy", OPENED.isoformat(), "出貨單補登"))
    workspace.clock = FixedClock(ENTERED)
    workspace.run(EnterValue("good_units", "co", "2026-10", 335300.0))
    workspace.run(ClosePeriod("co", "2026-10", "amy", ENTERED.isoformat()))


def frozen(workspace: Workspace, path: Path, language: str, org: str = "") -> None:
    bridge = Bridge(workspace, Selection(Period.parse("2026-10")), lambda: TODAY)
    write_snapshot(bridge, path, language, org)


def pages(path: Path) -> list[str]:
    """What stands on each page, without blanks."""
    reader = PdfReader(BytesIO(path.read_bytes()))
    return ["".join(page.extract_text().split()) for page in reader.pages]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh_TW", "2026-10已結帳（amy，2026-11-0509:00）"),
        ("en", "2026-10closed(amy,2026-11-05"),
    ],
)
def test_the_first_page_says_that_the_period_is_closed(
    workspace: Workspace, tmp_path: Path, language: str, words: str
) -> None:
    frozen(workspace, tmp_path / "a.pdf", language)

    assert words in pages(tmp_path / "a.pdf")[0]


def test_a_part_of_the_company_is_closed_with_it(workspace: Workspace, tmp_path: Path) -> None:
    frozen(workspace, tmp_path / "a.pdf", "en", "sales")

    assert "2026-10closed" in pages(tmp_path / "a.pdf")[0]


@pytest.mark.parametrize(("org", "is_told"), [("sales", True), ("north", True), ("", False)])
def test_the_company_is_not_called_closed_because_one_department_is(
    qapp: object, tmp_path: Path, org: str, is_told: bool
) -> None:
    made = Workspace.open(sample_in(tmp_path), author="amy", clock=FixedClock(CLOSED))
    made.run(ClosePeriod("sales", "2026-10", "amy", CLOSED.isoformat()))
    frozen(made, tmp_path / "a.pdf", "en", org)
    made.close()

    assert ("2026-10closed" in pages(tmp_path / "a.pdf")[0]) is is_told


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh_TW", "2026-09已隨2026-Q3這一季（全公司）結帳（amy"),
     ("en", "2026-09closedbythequarter2026-Q3(Wholecompany)(amy")],
)  # fmt: skip
def test_a_month_of_a_closed_quarter_is_told_as_that(
    qapp: object, tmp_path: Path, language: str, words: str
) -> None:
    made = Workspace.open(sample_in(tmp_path), author="amy", clock=FixedClock(CLOSED))
    made.run(ClosePeriod("co", "2026-Q3", "amy", CLOSED.isoformat()))
    bridge = Bridge(made, Selection(Period.parse("2026-09")), lambda: TODAY)
    write_snapshot(bridge, tmp_path / "a.pdf", language)
    made.close()

    assert words in pages(tmp_path / "a.pdf")[0]


def test_the_reason_for_opening_it_again_and_what_came_late_stand_on_a_page(
    workspace: Workspace, tmp_path: Path
) -> None:
    opened_again(workspace)
    frozen(workspace, tmp_path / "a.pdf", "zh_TW")

    text = next(page for page in pages(tmp_path / "a.pdf") if "結帳紀錄" in page)
    assert "出貨單補登" in text
    assert "amy，2026-11-0614:30" in text
    assert "結帳後輸入：1格" in text
    assert "335,300" in text


def test_the_file_says_the_same_and_comes_out_again(workspace: Workspace, tmp_path: Path) -> None:
    opened_again(workspace)
    frozen(workspace, tmp_path / "a.json", "")

    body = json.loads((tmp_path / "a.json").read_text("utf-8"))["body"]
    (closing,) = body["closings"]
    assert (closing["closed"], closing["reason"]) == (True, "出貨單補登")
    (late,) = body["late"]
    assert (late["measure"], late["period"], late["by"]) == ("good_units", "2026-10", "amy")
    assert late["at"].startswith("2026-11-06T15:00")
    (kept,) = workspace.snapshots()
    assert rebuilt(workspace, kept).verdict is Verdict.UNALTERED


def test_the_file_of_a_department_says_that_the_company_was_closed(
    workspace: Workspace, tmp_path: Path
) -> None:
    """As the pages of the department do."""
    frozen(workspace, tmp_path / "a.json", "", "sales")

    (closing,) = json.loads((tmp_path / "a.json").read_text("utf-8"))["body"]["closings"]
    assert (closing["org"], closing["period"], closing["closed"]) == ("co", "2026-10", True)
    (kept,) = workspace.snapshots()
    assert rebuilt(workspace, kept).verdict is Verdict.UNALTERED


def test_an_open_month_has_nothing_of_it(qapp: object, tmp_path: Path) -> None:
    made = Workspace.open(sample_in(tmp_path), author="amy", clock=FixedClock(CLOSED))
    frozen(made, tmp_path / "a.pdf", "en")
    frozen(made, tmp_path / "a.json", "")
    made.close()

    assert not [page for page in pages(tmp_path / "a.pdf") if "closed" in page.lower()]
    assert not {"closings", "late"} & json.loads((tmp_path / "a.json").read_text())["body"].keys()
