"""The look: palettes, contrast, fonts, and changing them while running."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QGuiApplication, QRawFont
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from scorecard.text import Said
from scorecard.vocabulary import Status, Words
from ui.fonts import FOLDER, MONO_FAMILIES, ROLES, font
from ui.look import Density, Look, Theme
from ui.palettes import NAMES, contrast, palette

#: Foreground, ground, the ratio the visual specification states for light and for dark.
STATED = (
    ("text", "surface", 14.68, 14.75),
    ("text", "bg", 13.34, 16.09),
    ("text", "sel2", 12.03, 10.40),
    ("text2", "surface", 7.56, 8.32),
    ("text2", "bg", 6.87, 9.08),
    ("text2", "press", 6.10, 5.82),
    ("text2", "sel2", 6.19, 5.87),
    ("text3", "surface", 4.83, 6.13),
    ("text3", "sunken", 4.63, 6.42),
    ("onink", "ink", 14.68, 14.75),
    ("accent", "surface", 5.17, 6.88),
    ("accent", "sel", 4.75, 5.97),
    ("ctl", "surface", 3.30, 3.81),
    ("muteline", "surface", 3.09, 4.36),
)

#: Status → ratios of text on tint, text on surface, edge on surface; light and dark each.
STATED_TONES = {
    Status.RED: ((5.91, 8.53), (6.47, 9.21), (6.47, 6.32)),
    Status.AMBER: ((6.84, 10.58), (7.09, 12.13), (5.02, 10.47)),
    Status.GREEN: ((7.29, 10.01), (7.68, 11.47), (5.48, 9.10)),
    Status.BLUE: ((6.16, 8.51), (6.70, 9.70), (6.70, 6.88)),
    Status.GREY: ((6.87, 7.44), (7.56, 8.32), (4.83, 6.13)),
}
STATED_BANDS = {
    Status.RED: (12.85, 14.57),
    Status.AMBER: (13.63, 13.84),
    Status.GREEN: (13.26, 13.67),
}
SCREEN = ("light", "dark")
GROUNDS = ("surface", "bg", "sunken", "hover", "press", "sel", "sel2", "now")


@pytest.mark.parametrize("place", [0, 1], ids=SCREEN)
@pytest.mark.parametrize("pair", STATED, ids=lambda pair: f"{pair[0]} on {pair[1]}")
def test_a_pair_of_tokens_has_the_stated_contrast(
    pair: tuple[str, str, float, float], place: int
) -> None:
    colours = palette(SCREEN[place])

    ratio = contrast(getattr(colours, pair[0]), getattr(colours, pair[1]))

    assert ratio == pytest.approx(pair[2 + place], abs=0.006)


@pytest.mark.parametrize("place", [0, 1], ids=SCREEN)
@pytest.mark.parametrize("status", list(Status))
def test_a_status_has_the_stated_contrast(status: Status, place: int) -> None:
    colours = palette(SCREEN[place])
    tone = colours.tones[status]

    ratios = (
        contrast(tone.text, tone.tint),
        contrast(tone.text, colours.surface),
        contrast(tone.edge, colours.surface),
    )

    assert ratios == pytest.approx([both[place] for both in STATED_TONES[status]], abs=0.006)


@pytest.mark.parametrize("place", [0, 1], ids=SCREEN)
@pytest.mark.parametrize("status", list(STATED_BANDS))
def test_text_on_a_band_has_the_stated_contrast(status: Status, place: int) -> None:
    colours = palette(SCREEN[place])

    ratio = contrast(colours.text, colours.bands[status])

    assert ratio == pytest.approx(STATED_BANDS[status][place], abs=0.006)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["text", "text2"])
def test_text_is_readable_on_every_ground(name: str, ground: str, ink: str) -> None:
    colours = palette(name)

    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("status", list(Status))
def test_a_shape_stands_out_without_its_fill(name: str, status: Status) -> None:
    colours = palette(name)

    assert contrast(colours.tones[status].edge, colours.surface) >= 4.5


@pytest.mark.parametrize("name", SCREEN)
@pytest.mark.parametrize("ground", ["ink", "ink_hover", "ink_press"])
def test_a_primary_button_is_readable_in_every_state(name: str, ground: str) -> None:
    colours = palette(name)

    assert contrast(colours.onink, getattr(colours, ground)) >= 4.5


def test_black_and_white_gets_darker_as_it_gets_worse() -> None:
    tones = palette("mono").tones

    shades = [tones[s].fill.lightness() for s in (Status.RED, Status.AMBER, Status.GREEN)]

    assert shades == sorted(shades)


@pytest.mark.parametrize("name", ["paper", "mono"])
def test_print_knows_two_text_colours(name: str) -> None:
    colours = palette(name)

    inks = {colours.text.name(), colours.text2.name(), colours.text3.name()}
    inks |= {tone.text.name() for tone in colours.tones.values()}

    assert inks == {"#1f2937", "#4b5563"}


def test_the_theme_changes_while_running(look: Look, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.set_theme(Theme.DARK)

    assert look.palette.dark
    assert QApplication.palette().window().color() == look.palette.bg


def test_the_system_theme_is_followed(look: Look) -> None:
    look.set_theme(Theme.SYSTEM)

    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark

    assert look.palette.dark is dark


def test_the_language_changes_while_running(look: Look, qtbot: QtBot) -> None:
    words = Words(zh_TW="良率", en="Yield")
    before = look.tell(words)

    with qtbot.waitSignal(look.changed):
        look.set_language("en")

    assert (before, look.tell(words)) == ("良率", "Yield")


def test_an_unknown_language_is_refused(look: Look) -> None:
    with pytest.raises(ValueError, match="de"):
        look.set_language("de")


def test_choosing_what_is_chosen_changes_nothing(look: Look, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.set_theme(Theme.LIGHT)
        look.set_language("zh_TW")
        look.set_density(Density.COMPACT)


def test_comfortable_rows_are_higher(look: Look) -> None:
    compact = look.row_height

    look.set_density(Density.COMFORTABLE)

    assert (compact, look.row_height) == (24, 28)


def test_a_status_is_told_in_words(look: Look) -> None:
    assert look.tell(Said("look.status.amber")) == "接近門檻"


@pytest.mark.parametrize("role", list(ROLES))
def test_a_role_is_set_in_a_shipped_typeface(look: Look, role: str) -> None:
    found = QFontInfo(font(role))

    assert found.family() in {"Roboto", MONO_FAMILIES[0]}
    assert found.pixelSize() == ROLES[role][0]


def test_digits_are_equally_wide(look: Look) -> None:
    metrics = QFontMetrics(font("body"))

    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("file", ["NotoSansTC-Regular", "NotoSansTC-Medium", "NotoSansTC-Bold"])
def test_chinese_of_the_screens_is_in_the_font(look: Look, file: str) -> None:
    raw = QRawFont(str(FOLDER / f"{file}.ttf"), 14)

    lacking = [
        sign
        for sign in "計分卡輸入儀表板堃，。：；「」？（）"
        if not raw.supportsCharacter(ord(sign))
    ]

    assert lacking == []


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_a_box_to_tick_is_seen_before_it_is_ticked(look: Look, theme: Theme, qtbot: QtBot) -> None:
    look.set_theme(theme)
    box = QCheckBox("結帳")
    qtbot.addWidget(box)
    box.show()

    image = box.grab().toImage()
    seen = {image.pixelColor(x, image.height() // 2).name() for x in range(3)}

    ground = look.palette.surface
    assert max(contrast(QColor(colour), ground) for colour in seen) >= 3


def test_the_fonts_leave_radicals_out_so_that_a_pdf_keeps_its_text(look: Look) -> None:
    raw = QRawFont(str(FOLDER / "NotoSansTC-Regular.ttf"), 14)

    kept = [code for code in range(0x2E80, 0x2FE0) if raw.supportsCharacter(code)]

    assert kept == []


def test_the_fonts_are_small_enough_to_ship() -> None:
    assert sum(file.stat().st_size for file in FOLDER.glob("*.ttf")) <= 16_000_000


@pytest.mark.parametrize("weight", ["Regular", "Medium", "Bold"])
def test_the_characters_of_our_words_lie_side_by_side_in_the_font(look: Look, weight: str) -> None:
    raw = QRawFont(str(FOLDER / f"NotoSansTC-{weight}.ttf"), 14)
    shown = set("".join(file.read_text("utf-8") for file in FOLDER.parent.glob("words/*.json")))
    places = [place for sign in shown for place in raw.glyphIndexesForString(sign) if place]

    near = [place for place in places if place < 3_000]

    assert len(near) >= 0.95 * len(places), "run python -m resources.fonts.arrange"
