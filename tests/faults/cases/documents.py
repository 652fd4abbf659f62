"""Documents as JSON: halves, circles, depths, numbers that are none, and words of other kinds."""

import json
from collections.abc import Callable

from tests.exchange.documents import Json, described
from tests.faults.cases.case import Case, all_of

_GOOD = json.dumps(described(), ensure_ascii=False).encode()


def _changed(change: Callable[[Json], object]) -> Callable[[], bytes]:
    def made() -> bytes:
        document = described()
        change(document)
        return json.dumps(document).encode()

    return made


def _entry(**fields: object) -> Callable[[], bytes]:
    whole = {"measure": "revenue", "org": "co", "period": "2026-10", "value": 1, **fields}
    return _changed(lambda d: d.update(entries=[whole]))


def _replaced(was: bytes, now: bytes) -> Callable[[], bytes]:
    return lambda: _GOOD.replace(was, now, 1)


REFUSED: dict[str, dict[str, bytes | Callable[[], bytes]]] = {
    "json_ends": {
        "nothing": b"",
        "a bracket": b"{",
        "cut before its end": _GOOD[:-2],
    },
    "not_json": {
        "words": b"hello",
        "two documents": _GOOD + _GOOD,
        "a comma too many": b'{"format": "scorecard.board/1",}',
        "single quotes": b"{'format': 1}",
        "a comment": b"// a\n{}",
    },
    "not_utf8": {
        "UTF-16": lambda: _GOOD.decode().encode("utf-16"),
        "Big5": lambda: _GOOD.decode().encode("cp950"),
        "bytes of no letter": _replaced(b"Revenue", b"\xff\xfe"),
    },
    "json_too_deep": {
        "brackets without end": b"[" * 1_000_000,
        "objects without end": b'{"a":' * 500_000,
        "brackets that close": b"[" * 200_000 + b"]" * 200_000,
    },
    "repeated_key": {"a key twice": b'{"format": "scorecard.board/1", "format": "x"}'},
    "not_a_json_number": {
        "NaN": _replaced(b"10250000", b"NaN"),
        "Infinity": _replaced(b"10250000", b"-Infinity"),
    },
    "not_a_board": {
        "a list": b"[]", "a number": b"1", "null": b"null", "a text": b'"a"', "an object": b"{}",
        "another format": b'{"format": "other"}', "a format of a list": b'{"format": [1]}',
    },
    "newer_format": {"a newer format": b'{"format": "scorecard.board/99"}'},
    "too_many_digits": {
        "a number of 10,000 digits": _replaced(b"10250000", b"9" * 10_000),
        "a number of 1e400": _replaced(b"10250000", b"1e400"),
        "seventeen digits": _replaced(b"10250000", b"0.12345678901234567"),
    },
    "not_a_number": {
        "a value of words": _entry(value="abc"),
        "a value of a list": _entry(value=[1]),
        "a value of an object": _entry(value={}),
    },
    "no_such_period": {
        f"the period {period}": _entry(period=period)
        for period in ("2026-13", "x", "2026-10-32", "-1", "9" * 5_000)
    },
    "own_descendant_chain": {
        "a unit above itself": _changed(
            lambda d: d["org"].extend(
                {"id": own, "name": own, "parent": above} for own, above in ("ab", "ba")
            )
        )
    },
    "not_a_list": {"entries that are an object": _changed(lambda d: d.update(entries={}))},
}  # fmt: skip
CASES: dict[str, Case] = {
    name: each
    for code, files in REFUSED.items()
    for name, each in all_of("a.json", code, files).items()
}
