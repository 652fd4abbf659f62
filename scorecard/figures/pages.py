"""A report cut into A4 pages: which lines stand where, in px of 0.25 mm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scorecard.evaluation import Line
from scorecard.figures.late import Late
from scorecard.figures.report import Group, Red, Report
from scorecard.model.records import Closing

#: Between the head and the foot of a page.
BODY = 656
GOAL, HEAD, ROW, GAP = 36, 30, 24, 14
RED_HEAD, RED_ROW = 34, 36
#: Reds on the first page; the others come before anything else.
FIRST_REDS = 8
MOST_BANDS = 4
#: A group of so few lines stands in one column, though it has the page for itself.
FEW = 6
#: Lines on the pages after the first; every red is listed in any case.
MOST_LISTED = 400


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines of a group; `continued` where others stand before them.

    `place` is that of the group among all. `more` lines of it follow from page `page` on
    (counted from 1; 0: nowhere).
    """

    place: int
    group: Group
    lines: tuple[Line, ...]
    continued: bool = False
    more: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The goal, bands of two blocks side by side, and the first reds.

    `more_reds` stand on the next page; `more_groups` groups on page `groups_page`.
    """

    bands: tuple[tuple[Block, ...], ...]
    reds: tuple[Red, ...]
    more_reds: int = 0
    more_groups: int = 0
    groups_page: int = 0


@dataclass(frozen=True, slots=True)
class RedsPage:
    """Further reds."""

    reds: tuple[Red, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """The lines that had no room on the first page, in two columns.

    `unlisted` lines, none of them red, are left out of the report; told on the last such page.
    """

    columns: tuple[tuple[Block, ...], ...]
    unlisted: int = 0


@dataclass(frozen=True, slots=True)
class ClosingsPage:
    """Which periods were closed and opened again, and what was entered after that."""

    closings: tuple[Closing, ...]
    late: tuple[Late, ...]


@dataclass(frozen=True, slots=True)
class DetailPage:
    """One KPI."""

    line: Line


Page = FirstPage | RedsPage | ListPage | ClosingsPage | DetailPage


def pages(report: Report) -> tuple[Page, ...]:
    """The pages of a report, in their order; there is always a first one."""
    first = _first(report)
    reds = list(_reds(report.reds[len(first.reds) :]))
    lists, places = _lists(report, first, before=1 + len(reds))
    details = [DetailPage(line) for line in report.details]
    return (_pointing(first, places), *reds, *lists, *_closings(report), *details)


def _first(report: Report) -> FirstPage:
    reds = report.reds[:FIRST_REDS]
    height = BODY - GOAL - 6 - RED_HEAD - len(reds) * RED_ROW
    groups = report.groups
    count = min(-(-len(groups) // 2), MOST_BANDS, max(int(height // (HEAD + GAP + 2 * ROW)), 1))
    shown = groups[: 2 * count]
    rows = int((height - count * (HEAD + GAP)) // ROW)
    bands = _alone(shown[0], rows) if len(groups) == 1 else _side_by_side(shown, rows)
    return FirstPage(
        bands=bands,
        reds=reds,
        more_reds=len(report.reds) - len(reds),
        more_groups=len(groups) - len(shown),
    )


def _alone(group: Group, rows: int) -> tuple[tuple[Block, ...], ...]:
    """A group that has the page for itself runs on in the second column."""
    half = min(rows, -(-len(group.lines) // 2)) if len(group.lines) > FEW else rows
    parts = [group.lines[:half], group.lines[half : 2 * half]]
    blocks = [Block(0, group, part, continued=at > 0) for at, part in enumerate(parts) if part]
    rest = len(group.lines) - 2 * half
    if rest > 0:
        blocks[-1] = replace(blocks[-1], more=rest)
    return (tuple(blocks),)


def _side_by_side(groups: Sequence[Group], rows: int) -> tuple[tuple[Block, ...], ...]:
    numbered = list(enumerate(groups))
    pairs = [numbered[at : at + 2] for at in range(0, len(groups), 2)]
    shares = fair_shares([max(len(group.lines) for _, group in pair) for pair in pairs], rows)
    return tuple(
        tuple(
            Block(at, group, group.lines[:share], more=max(len(group.lines) - share, 0))
            for at, group in pair
        )
        for pair, share in zip(pairs, shares, strict=True)
    )


def fair_shares(wants: Sequence[int], room: int) -> list[int]:
    """`room` shared out so that nobody gets more than wanted and the others the same."""
    shares = [0] * len(wants)
    while room > 0 and any(share < want for share, want in zip(shares, wants, strict=True)):
        for at, want in enumerate(wants):
            if shares[at] < want and room > 0:
                shares[at] += 1
                room -= 1
    return shares


def _reds(reds: Sequence[Red]) -> Iterator[RedsPage]:
    each = int((BODY - RED_HEAD) // RED_ROW)
    for at in range(0, len(reds), each):
        yield RedsPage(tuple(reds[at : at + each]))


def _closings(report: Report) -> Iterator[ClosingsPage]:
    """A page where more is to be said than that a period is closed, and others for what has no
    room on it."""
    told = [each for each in report.closings if each.reopened_at or each.note]
    if not told and not report.late:
        return
    most = int((BODY - 2 * RED_HEAD) // RED_ROW)
    rows: list[Closing | Late] = [*told, *report.late]
    for at in range(0, len(rows), most):
        part = rows[at : at + most]
        yield ClosingsPage(
            tuple(each for each in part if isinstance(each, Closing)),
            tuple(each for each in part if isinstance(each, Late)),
        )


def _lists(report: Report, first: FirstPage, before: int) -> tuple[list[ListPage], dict[int, int]]:
    """The pages for what is left, and on which of them each group (by its place) begins."""
    starts = [_shown(first, at) for at in range(len(report.groups))]
    rests = [len(g.lines) - start for g, start in zip(report.groups, starts, strict=True)]
    columns = _Columns()
    places: dict[int, int] = {}
    for at, share in enumerate(fair_shares(rests, MOST_LISTED)):
        if share:
            group, start = report.groups[at], starts[at]
            rest = group.lines[start : start + share]
            places[at] = before + 1 + columns.put(at, group, rest, continued=start > 0)
    unlisted = max(sum(rests) - MOST_LISTED, 0)
    found = [ListPage(tuple(pair)) for pair in columns.pairs()]
    if found and unlisted:
        found[-1] = replace(found[-1], unlisted=unlisted)
    return found, places


def _shown(first: FirstPage, place: int) -> int:
    blocks = [block for band in first.bands for block in band]
    return sum(len(block.lines) for block in blocks if block.place == place)


class _Columns:
    """Columns of blocks, filled from the top, two to a page."""

    def __init__(self) -> None:
        self._columns: list[list[Block]] = []
        self._room = 0

    def put(self, place: int, group: Group, lines: Sequence[Line], *, continued: bool) -> int:
        """Add the lines of a group; the page (from 0) on which they begin."""
        at, begins = 0, -1
        while at < len(lines):
            if self._room < HEAD + 2 * ROW:
                self._columns.append([])
                self._room = BODY - ROW
            fits = int((self._room - HEAD) // ROW)
            part = tuple(lines[at : at + fits])
            self._columns[-1].append(Block(place, group, part, continued or at > 0))
            self._room -= HEAD + GAP + len(part) * ROW
            begins = (len(self._columns) - 1) // 2 if begins < 0 else begins
            at += len(part)
        return begins

    def pairs(self) -> Iterator[list[tuple[Block, ...]]]:
        """The columns of each page."""
        made = [tuple(column) for column in self._columns]
        return (made[at : at + 2] for at in range(0, len(made), 2))


def _pointing(first: FirstPage, places: dict[int, int]) -> FirstPage:
    """The first page with the numbers of the pages on which its groups go on."""
    bands = tuple(
        tuple(replace(block, page=places.get(block.place, 0)) for block in band)
        for band in first.bands
    )
    shown = {block.place for band in bands for block in band}
    others = [page for place, page in places.items() if place not in shown]
    return replace(first, bands=bands, groups_page=min(others, default=0))
