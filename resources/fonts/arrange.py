"""Puts the glyphs that the window shows side by side: `python -m resources.fonts.arrange`.

The system reads a font file by pages, and keeps the pages that a text touched. With the glyphs in
the order of their code points a Chinese window touches nearly all pages of a 5 MB file; with what
the sample shows at the start first, then the characters of our words, then the common ones of Big5,
it touches a fifteenth of them. Outlines, names and character map stay as they are.
"""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont, reorderFontTables
from fontTools.ttLib.reorderGlyphs import reorderGlyphs

from docs.first_characters import characters_at_the_start

HERE = Path(__file__).resolve().parent
RESOURCES = HERE.parent
#: The texts that are a click away.
TEXTS = ("words/*.json", "sample/sample.json", "library/*.json", "glossary/*.json")
#: Above it Big5 holds the rarer characters.
RARE = b"\xc9\x40"


def arrange(file: Path, first: str, then: str) -> None:
    """Rewrite the font `file` with the glyphs of the characters `first` in front, in their order,
    and behind them those of `then`."""
    font = TTFont(file, recalcTimestamp=False)
    order = font.getGlyphOrder()
    widths = {name: width for name, (width, _) in font["hmtx"].metrics.items()}
    [(usual, _)] = Counter(widths.values()).most_common(1)
    # Of the glyphs behind the last one of another width no width is written down.
    odd = (name for name in order if widths[name] != usual)
    # The first glyph is the box for what is missing; dict keys are a set that keeps its order.
    wanted = [order[0], *_glyphs(font, first), *odd, *_glyphs(font, then), *order]
    reorderGlyphs(font, list(dict.fromkeys(wanted)))
    whole = BytesIO()
    font.save(whole)
    # What is read of every font stands before the outlines, of which the first are.
    others = [table for table in font.reader.tables if table != "glyf"]
    with file.open("wb") as arranged:
        reorderFontTables(whole, arranged, tableOrder=[*others, "glyf"], checkChecksums=True)


def _glyphs(font: TTFont, characters: str) -> Iterator[str]:
    glyph_of = font.getBestCmap()
    return (glyph_of[ord(each)] for each in characters if ord(each) in glyph_of)


def characters_of_our_texts() -> str:
    """Every character of the shipped texts, the most frequent first."""
    counted: Counter[str] = Counter()
    for pattern in TEXTS:
        for file in sorted(RESOURCES.glob(pattern)):
            counted.update(file.read_text("utf-8"))
    return "".join(character for character, _ in counted.most_common())


def common_characters() -> str:
    """The characters that Big5 calls common, in its order."""
    pairs = (bytes([high, low]) for high in range(0xA1, 0xCA) for low in range(0x40, 0xFF))
    return "".join(pair.decode("big5", "ignore") for pair in pairs if pair < RARE)


if __name__ == "__main__":
    at_the_start = characters_at_the_start()
    click_away = characters_of_our_texts() + common_characters()
    for font_file in sorted(HERE.glob("NotoSansTC-*.ttf")):
        arrange(font_file, at_the_start, click_away)
