"""Which codes a document may speak of, and which of them an entry may have."""

import pytest

from scorecard.period_code import EXAMPLES, LENGTHS, entered_by, entry_trouble, kind_of
from scorecard.trouble import Trouble
from scorecard.vocabulary import Frequency


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("2026-10", Frequency.MONTH),
        ("2026-W43", Frequency.WEEK),
        ("2026-10-21", Frequency.DAY),
        ("1900", Frequency.YEAR),
        ("2199-12", Frequency.MONTH),
        ("1899", None),
        ("2200-01", None),
        ("2026-13", None),
        ("2026-1", None),
        ("soon", None),
    ],
)
def test_a_code_has_a_kind_where_there_is_such_a_period(code: str, kind: Frequency | None) -> None:
    assert kind_of(code) is kind


def test_each_kind_is_written_as_its_example() -> None:
    assert {kind: kind_of(EXAMPLES[kind]) for kind in LENGTHS} == {
        kind: entered_by(kind) for kind in LENGTHS
    }


def test_an_entry_has_a_period_of_its_own_kind() -> None:
    assert entry_trouble("2026-10", Frequency.MONTH) is None
    assert entry_trouble("2026-10-21", Frequency.PROJECT) is None


def test_a_period_of_another_kind_is_told_with_an_example() -> None:
    facts = {"period": "2026-10", "kind": "quarter", "example": "2026-Q4"}

    assert entry_trouble("2026-10", Frequency.QUARTER) == Trouble("wrong_kind", facts=facts)


def test_a_period_that_does_not_exist_is_told() -> None:
    trouble = Trouble("no_such_period", facts={"period": "2026-13"})

    assert entry_trouble("2026-13", Frequency.MONTH) == trouble
