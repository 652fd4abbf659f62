"""The pages on paper: real text, both languages, black and white, nothing clipped or too small."""

import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from resources.sample.generate import SAMPLE
from scorecard.board import Board, assembled
from scorecard.evaluation import Evaluation, View, of
from scorecard.exchange.board_file import read_board
from scorecard.exchange.plan import plan
from scorecard.figures.pages import DetailPage
from scorecard.figures.report import Seal, report
from scorecard.model.records import KpiVersion, Measure, Node, Org, Record, Target
from scorecard.period import Period
from scorecard.vocabulary import Direction, Missing, NodeKind, Status, Words
from ui.charts.course import runs
from ui.charts.plot import Plot
from ui.fonts import ROLES
from ui.painting.shapes import paint_status
from ui.palettes import palette
from ui.report import pdf, picture
from ui.report.booklet import Booklet

ROOT = Path(__file__).resolve().parent.parent.parent
DIGEST = "9f3c62b8" + "0" * 52 + "a71e"


class Frozen(NamedTuple):
    """What is known of a frozen snapshot."""

    org: str = "co"
    at: str = "2026-11-10T17:32:00+08:00"
    by: str = "劉建宏"
    digest: str = DIGEST
    period: str = "2026-10"
    upto: bool = False
    body: str = "{}"


@pytest.fixture(scope="module")
def october() -> Evaluation:
    planned = plan(read_board(SAMPLE.read_bytes(), SAMPLE.name), Board())
    board = Board().after(planned.edits)
    return of(board, View(Period.parse("2026-10")), date(2026, 11, 10))


@pytest.fixture(scope="module")
def booklet(qapp: object, october: Evaluation) -> Booklet:
    seal = Seal(Frozen().at, Frozen().by, DIGEST)
    return Booklet(october, report(october, "co", seal), "zh_TW")


@pytest.fixture(scope="module")
def paper(booklet: Booklet) -> Iterator[PdfReader]:
    with BytesIO(pdf.pdf_bytes(booklet)) as file:
        yield PdfReader(file)


@pytest.fixture(scope="module")
def english(booklet: Booklet) -> str:
    with BytesIO(pdf.pdf_bytes(booklet.dressed("en", mono=True))) as file:
        return text_of(PdfReader(file))


@pytest.fixture(scope="module")
def chinese(paper: PdfReader) -> str:
    return text_of(paper)


def text_of(paper: PdfReader) -> str:
    """All words of a file, without the blanks that the reader guesses."""
    return "".join("".join(page.extract_text().split()) for page in paper.pages)


@pytest.mark.parametrize(
    "words",
    [
        "平衡計分卡",
        "未達標5項，全部列出",
        "交期達成率",
        "十月中",
        "劉建宏",
        "2026-11-10",
        "115年10月",
        "9f3c62b8…a71e",
        "另6項見第2頁",
        "達成率＝實際÷目標",
        "第1頁，共14頁",
    ],
)
def test_the_words_of_the_pdf_can_be_found(words: str, chinese: str) -> None:
    assert words in chinese


@pytest.mark.parametrize(
    "words",
    [
        "Balancedscorecard",
        "5offtarget,alllisted",
        "On-timedelivery",
        "Twochangeoverclashes",
        "Page1of14",
        "Whyred?",
        "Nearlimit3.75–4.17,Offtarget<3.75",
        "Ordersshippedontime(records)",
    ],
)
def test_the_words_of_the_english_pdf_can_be_found(words: str, english: str) -> None:
    assert words in english


def test_chinese_is_extracted_as_the_characters_that_people_type(chinese: str) -> None:
    odd = [
        c
        for c in chinese
        if 0x2E80 <= ord(c) <= 0x2FDF
        or 0xF900 <= ord(c) <= 0xFAFF
        or unicodedata.category(c) == "Co"
    ]

    assert odd == []


def test_the_numbers_of_the_pdf_are_those_of_the_evaluation(paper: PdfReader) -> None:
    page = "".join(paper.pages[2].extract_text().split())

    assert "89.8%" in page
    assert "150" in page
    assert "167" in page


def test_the_page_of_a_unit_tells_the_shares_of_all_of_them(chinese: str, english: str) -> None:
    assert all(word in chinese for word in ("各單位", "佔比", "62.9%", "26.6%", "10.5%"))
    assert "Byunit" in english


def test_what_is_missing_is_named_in_the_language_of_the_page(english: str) -> None:
    assert "平均客單價missing" not in english


def test_nothing_is_said_of_actions_while_none_can_be_kept(chinese: str, english: str) -> None:
    assert "行動" not in chinese
    assert "noaction" not in english.lower()


def test_the_pdf_names_itself(paper: PdfReader) -> None:
    assert paper.metadata is not None
    assert paper.metadata.title == "平衡計分卡 2026-10（115 年 10 月）全公司"


def test_the_paper_is_a4_on_its_side(paper: PdfReader) -> None:
    box = paper.pages[0].mediabox

    assert (round(float(box.width)), round(float(box.height))) == (842, 595)


def test_no_text_is_smaller_than_eight_points(booklet: Booklet) -> None:
    smallest = min(size for size, _, _ in ROLES.values())

    assert smallest * 0.25 / 25.4 * 72 >= 8


def test_every_red_and_key_kpi_has_a_page_headed_by_its_name(
    paper: PdfReader, booklet: Booklet
) -> None:
    for index, page in enumerate(booklet.pages):
        if isinstance(page, DetailPage):
            text = "".join(paper.pages[index].extract_text().split())
            assert "".join(page.line.name.zh_TW.split()) in text


def test_black_and_white_has_no_colour(booklet: Booklet) -> None:
    image = picture.page_image(booklet.dressed("zh_TW", mono=True), 0, 500)

    coloured = [
        (x, y)
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
        if image.pixelColor(x, y).saturation() > 150 and image.pixelColor(x, y).value() > 90
    ]
    assert coloured == []


def test_black_and_white_tells_red_by_the_darkest_shape(booklet: Booklet) -> None:
    tones = palette("mono").tones
    lightness = [tones[s].fill.lightness() for s in (Status.RED, Status.AMBER, Status.GREEN)]

    assert lightness == sorted(lightness)


def test_black_and_white_tells_on_target_from_no_data_by_size_and_fill(qapp: object) -> None:
    width, dark = 120, []
    for status in (Status.GREEN, Status.GREY):
        image = QImage(width, width, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        paint_status(painter, QRectF(0, 0, width, width), status, palette("mono"))
        painter.end()
        dark.append([image.pixelColor(x, 60).lightness() < 200 for x in range(width)])

    disc, ring = (row.index(True) for row in dark)
    assert ring >= disc + width / 10


def test_the_margins_are_left_white(booklet: Booklet) -> None:
    image = picture.page_image(booklet, 0, 1188)

    edge = [image.pixelColor(x, y).name() for x in range(0, 1188, 3) for y in (10, 31, 812, 830)]
    sides = [image.pixelColor(x, y).name() for y in range(0, 840, 3) for x in (10, 29, 1159, 1180)]
    assert set(edge + sides) == {"#ffffff"}


def test_a_pdf_can_be_written_where_there_is_no_display(tmp_path: Path) -> None:
    script = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from tests.ui.test_report import Frozen\n"
        "from scorecard.board import assembled; from scorecard.evaluation import View, of\n"
        "from scorecard.period import Period; from ui.report import pdf\n"
        "found = of(assembled([]), View(Period.parse('2026-10')), date(2026, 11, 10))\n"
        "Path(sys.argv[1]).write_bytes(pdf.pages_of(found, Frozen(org='')))\n"
    )
    env = {k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}

    subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "a.pdf")],
        cwd=ROOT,
        check=True,
        env={**env, "DISPLAY": ":97"},
        timeout=60,
    )

    assert len(PdfReader(tmp_path / "a.pdf").pages) == 1


@pytest.mark.parametrize(("asked", "word"), [("", "平衡計分卡"), ("en", "Balanced scorecard")])
def test_the_pages_speak_the_language_asked_for_or_that_of_the_document(
    asked: str, word: str, october: Evaluation
) -> None:
    with BytesIO(pdf.pages_of(october, Frozen(), language=asked)) as file:
        metadata = PdfReader(file).metadata

    assert metadata is not None
    assert str(metadata.title).startswith(word)


def test_a_page_is_written_as_a_picture(tmp_path: Path, booklet: Booklet) -> None:
    picture.write(tmp_path / "page.png", booklet, 0, 600)

    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")


def test_no_number_is_cut_however_long(qapp: object) -> None:
    records: list[Record] = [
        Org("co", Words("公司", "Company")),
        Measure("rides", Words("人次", "Rides")),
        KpiVersion(
            "K",
            "v1",
            "2024-01",
            Words("一個相當長的指標名稱，寫不下這麼多字的那一種"),
            formula="rides",
            direction=Direction.HIGHER,
        ),
        Target("K", "co", "2024-01", ">=157995000"),
        Node("n", None, NodeKind.KPI, kpi="K", org="co"),
    ]
    now = Period.parse("2026-10")
    values = {now.number - 1: 130464531.0, now.number: 151384924.0}
    found = of(assembled(records, {("rides", "co"): values}), View(now), date(2026, 11, 10))

    with BytesIO(pdf.pages_of(found, Frozen())) as file:
        text = "".join(PdfReader(file).pages[0].extract_text().split())

    for number in ("151,384,924", "157,995,000", "+20,920,393"):
        assert number in text


def test_the_line_is_broken_where_a_period_is_missing(
    booklet: Booklet, october: Evaluation
) -> None:
    line = next(line for line in october.lines() if line.name.en == "OEE")
    course = booklet.detail(line).trend

    drawn = list(runs(Plot.of(course, QRectF(0, 0, 100, 100)), course))

    known = sum(not isinstance(point.value, Missing) for point in course.points)
    assert sum(len(run) for run in drawn) == known
    assert len(drawn) == 2
