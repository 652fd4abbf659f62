"""Puts the glyphs that the window shows side by side: `python -m resources.fonts.arrange`.

The system reads a font file by pages, and keeps the pages that a text touched. With the glyphs in
the order of their code points a Chinese window touches nearly all pages of a 5 MB file; with the
characters of our words first, then the common ones of Big5, it touches a tenth of them. Outlines,
names and character map stay as they are.
"""

from collections import Counter
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.reorderGlyphs import reorderGlyphs

HERE = Path(__file__).resolve().parent
RESOURCES = HERE.parent
#: The texts that the window shows at its start, then those a click away.
TEXTS = ("words/*.json", "sample/sample.json", "library/*.json", "glossary/*.json")
#: Above it Big5 holds the rarer characters.
RARE = b"\xc9\x40"


def arrange(file: Path, characters: str) -> None:
    """Rewrite the font `file` with the glyphs of `characters` first, in their order."""
    font = TTFont(file, recalcTimestamp=False)
    glyph_of = font.getBestCmap()
    order = font.getGlyphOrder()
    wanted = (glyph_of[ord(each)] for each in characters if ord(each) in glyph_of)
    # The first glyph is the box for what is missing; dict keys are a set that keeps its order.
    font_order = list(dict.fromkeys([order[0], *wanted, *order]))
    reorderGlyphs(font, font_order)
    font.save(file)


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
    in_order = characters_of_our_texts() + common_characters()
    for font_file in sorted(HERE.glob("NotoSansTC-*.ttf")):
        arrange(font_file, in_order)
