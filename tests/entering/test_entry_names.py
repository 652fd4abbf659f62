"""Every name that the program shows of an entry is read back as that measure at that unit."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resources.sample.build import SOURCE
from scorecard.board import Board, Place, assembled
from scorecard.check.readers import readers
from scorecard.cleaning import NAME_LIMIT
from scorecard.entering.headings import known
from scorecard.entering.sheet import Asked, groups
from scorecard.entry_name import KPI, MEASURE, EntryNames, entry_name, units_of
from scorecard.exchange.board_file import read_board
from scorecard.exchange.plan import plan
from scorecard.model.records import Measure, Org
from scorecard.period import Period
from scorecard.text import LANGUAGES
from scorecard.vocabulary import Frequency, Words

NOW = Period.parse("2026-10")


@pytest.fixture(scope="module")
def sample() -> Board:
    """The board of the sample."""
    return Board().after(plan(read_board(SOURCE.read_bytes(), SOURCE.name), Board()).edits)


def shown(board: Board, places: tuple[Place, ...]) -> Iterator[tuple[str, Place]]:
    """What the sheet calls each of its rows, in both languages."""
    for group in groups(board, places, Frequency.MONTH, Asked()):
        for row in group.rows:
            for language in LANGUAGES:
                name = row.measure.name.show(language) or row.measure.id
                yield entry_name(name, row.org.show(language), language), row.place


def means(board: Board, text: str) -> set[tuple[str, str]]:
    called = EntryNames(board, units_of(board)).read(text)
    return set(called.means) if called is not None else set()


def test_each_name_of_the_sheet_is_read_back_as_its_row(sample: Board) -> None:
    places = tuple(readers(sample))
    names, row = list(shown(sample, places)), known(sample, places, NOW).row

    assert [(name, place, row(name)) for name, place in names if row(name) != place] == []
    assert {"分區營收（北區）", "Revenue by sales region (North)"} <= {name for name, _ in names}
    assert len(names) == 2 * len(places)


WAYS = ("{0}（{1}）", "{0}({1})", "{0} ({1})", "{0} （{1}）", "{0}（ {1} ）", "{1} {0}", "{0} {1}")


UNITS = ("north", "NORTH", "北區", "North", "Ｎorth")
MEASURES = ("分區營收", "revenue_by_region", "Revenue by sales region")


def test_brackets_and_blanks_of_either_kind_hold_the_unit(sample: Board) -> None:
    row = known(sample, tuple(readers(sample)), NOW).row
    texts = [way.format(m, unit) for way in WAYS for m in MEASURES for unit in UNITS]

    assert [text for text in texts if row(text) != ("revenue_by_region", "north")] == []


def test_each_line_of_the_tree_is_read_back_as_its_kpi_at_its_unit(sample: Board) -> None:
    lines = [line for line in sample.nodes.values() if line.kpi and any(line.name)]

    assert lines
    for line in lines:
        for language in LANGUAGES:
            said = means(sample, line.name.show(language))
            assert said == {(f"{KPI}{line.kpi}", line.org)}, line.id


NAME = st.text("營收北區 ()（）ab%", min_size=1, max_size=8).filter(str.strip)


@settings(max_examples=400)
@given(
    names=st.lists(st.builds(Words, NAME, NAME), min_size=1, max_size=4),
    units=st.lists(st.builds(Words, NAME, NAME), min_size=1, max_size=3),
    language=st.sampled_from(LANGUAGES),
)
def test_whatever_is_written_can_mean_what_it_was_written_for(
    names: list[Words], units: list[Words], language: str
) -> None:
    """Also where names hold brackets themselves; it may mean something else as well only where
    that is called just so, and then a name as a whole goes first."""
    measures = [Measure(f"m{at}", name, order=at) for at, name in enumerate(names)]
    orgs = [Org("co", Words("總", "Top")), *(Org(f"u{at}", n, "co") for at, n in enumerate(units))]
    board = assembled([*orgs, *measures])
    wholes = {place for m in measures for place in means(board, m.name.show(language))}
    for measure in measures:
        for org in orgs[1:]:
            text = entry_name(measure.name.show(language), org.name.show(language), language)
            found = means(board, text)
            is_whole = all(unit == "" for _, unit in found) and found <= wholes
            assert (f"{MEASURE}{measure.id}", org.id) in found or is_whole


def test_a_measure_whose_own_name_has_brackets_goes_before_a_unit() -> None:
    board = assembled(
        [
            Org("co", Words("公司", "Company")),
            Org("north", Words("北區", "North"), "co"),
            Measure("a", Words("營收", "Revenue")),
            Measure("b", Words("營收（北區）", "Revenue (North)")),
        ]
    )

    assert means(board, "營收(北區)") == {(f"{MEASURE}b", "")}
    assert means(board, "營收（north）") == {(f"{MEASURE}a", "north")}
    assert means(board, "營收（北區）（北區）") == {(f"{MEASURE}b", "north")}


def test_a_unit_that_two_are_called_means_both() -> None:
    board = assembled(
        [
            Org("co", Words("公司", "Company")),
            Org("n1", Words("北區", "North"), "co"),
            Org("n2", Words("北區", "Up north"), "co"),
            Measure("a", Words("營收", "Revenue")),
        ]
    )
    places = (("a", "n1"), ("a", "n2"))

    assert means(board, "營收（北區）") == {(f"{MEASURE}a", "n1"), (f"{MEASURE}a", "n2")}
    assert known(board, places, NOW).row("營收（北區）") is None
    assert known(board, places, NOW).row("營收（n2）") == ("a", "n2")


def test_a_measure_of_several_units_alone_is_that_of_the_highest_one() -> None:
    board = assembled(
        [
            Org("co", Words("公司", "Company")),
            Org("north", Words("北區", "North"), "co"),
            Measure("a", Words("營收", "Revenue")),
        ]
    )

    assert known(board, (("a", "co"), ("a", "north")), NOW).row("營收") == ("a", "co")
    assert known(board, (("a", "north"),), NOW).row("營收") == ("a", "north")


def test_the_longest_names_are_read_back_too() -> None:
    name, unit = (
        Words("營" * NAME_LIMIT, "R" * NAME_LIMIT),
        Words("北" * NAME_LIMIT, "N" * NAME_LIMIT),
    )
    board = assembled(
        [Org("co", Words("公司")), Org("n", unit, "co"), Measure("a", name), Measure("b", unit)]
    )

    for language in LANGUAGES:
        text = entry_name(name.show(language), unit.show(language), language)
        assert means(board, text) == {(f"{MEASURE}a", "n")}
