"""Mutated files: no crash, a sentence each (S2)."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.board import Board
from scorecard.exchange.board_file import read_board
from scorecard.exchange.entries_csv import read_entries_csv
from scorecard.exchange.plan import plan
from scorecard.text import LANGUAGES, sentence
from scorecard.trouble import Refused
from tests.exchange.documents import described, imported

ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["co", "g", "n12", "revenue", "FIN-002", "2026-10", "9999", "0001-01", "=1"])
    | st.sampled_from(
        ["(" * 60, "毛利率", "weighted", "project", "1e400", "budget:revenue", "yes"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=4,
)


def _places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # JSON of any form
    inner: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return [way, *(place for key, held in inner for place in _places(held, (*way, key)))]


PLACES = [place for place in _places(described()) if place]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES), ODD), min_size=1, max_size=3))
def test_a_document_with_odd_values_is_taken_or_refused_in_words(
    changes: list[tuple[tuple[Any, ...], object]],
) -> None:
    document: Any = described()
    for way, odd in changes:
        _put(document, way, odd)

    refused = _refused(json.dumps(document).encode())

    assert all(sentence(t, language) for t in refused for language in LANGUAGES)


def _put(document: Any, way: tuple[Any, ...], odd: object) -> None:
    try:
        for key in way[:-1]:
            document = document[key]
        document[way[-1]] = odd
    except (KeyError, IndexError, TypeError):
        return  # an earlier change has taken this place away


def _refused(data: bytes) -> list[Any]:
    try:
        found = plan(read_board(data, "x.json"), Board())
    except Refused as refused:
        return list(refused.troubles)
    Board().after(found.edits)
    return [refusal.why for refusal in found.refused]


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 60))
def test_a_table_with_odd_bytes_is_taken_or_refused_in_words(noise: bytes, place: int) -> None:
    board = imported(described())
    data = b"measure,org,period,value,note\nrevenue,co,2026-08,5,x\n"

    try:
        source = read_entries_csv(data[:place] + noise + data[place:], "x.csv", board)
        refused = [refusal.why for refusal in plan(source, board).refused]
    except Refused as trouble:
        refused = list(trouble.troubles)

    assert all(sentence(t, language) for t in refused for language in LANGUAGES)
