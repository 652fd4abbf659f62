"""Makes each drawing one path of lines and curves: `python -m resources.icons.arrange`.

The window draws an icon by three commands, M, L and C, and Z. Circles, rectangles, arcs and
steps from the last point are Lucide's way of writing; to read them at every start would take
Qt's library for SVG, which is 1 MB in memory.
"""

import re
from pathlib import Path

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import SVGPath

HERE = Path(__file__).resolve().parent
_DRAWN = re.compile(r"(<svg[^>]*>).*</svg>", re.DOTALL)
#: Thousandths of a unit are a hundredth of a pixel on the sharpest screen.
DIGITS = 3

Point = tuple[float, float]


class Commands(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Writes what is drawn with it as commands of a path."""

    def __init__(self) -> None:
        super().__init__()
        self.written = ""

    def _write(self, letter: str, *points: Point) -> None:
        numbers = (f"{round(number, DIGITS):g}" for point in points for number in point)
        self.written += letter + " ".join(numbers)

    def _moveTo(self, pt: Point) -> None:  # noqa: N802  fontTools' own name
        self._write("M", pt)

    def _lineTo(self, pt: Point) -> None:  # noqa: N802  fontTools' own name
        self._write("L", pt)

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802  fontTools' own name
        self._write("C", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802  fontTools' own name
        self._write("Z")


def arranged(svg: str) -> str:
    """The drawing `svg`, a text, as one path."""
    pen = Commands()
    SVGPath.fromstring(svg.encode()).draw(pen)
    return _DRAWN.sub(lambda found: f'{found[1]}<path d="{pen.written}" /></svg>', svg)


def main() -> None:
    """Rewrite every drawing of this folder."""
    for file in sorted(HERE.glob("*.svg")):
        file.write_text(arranged(file.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
