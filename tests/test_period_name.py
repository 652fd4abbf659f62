"""How fiscal years are called on screens, which changes no code (R-TIME-4)."""

import pytest

from scorecard.period import Calendar, Period
from scorecard.period_name import Naming


@pytest.mark.parametrize(
    ("start", "by_end", "code", "label", "months"),
    [
        (1, True, "2026", "2026", ""),
        (7, False, "2025", "2025", "2025-07–2026-06"),
        (7, True, "2025", "2026", "2025-07–2026-06"),
        (7, True, "2025-Q1", "2026-Q1", "2025-07–2025-09"),
        (4, True, "2025-H2", "2026-H2", "2025-10–2026-03"),
        (7, True, "2025-08", "2025-08", ""),
        (7, True, "2025-W30", "2025-W30", ""),
        (7, True, "2025-07-01", "2025-07-01", ""),
    ],
)
def test_a_fiscal_year_is_called_by_its_start_or_its_end(
    start: int, by_end: bool, code: str, label: str, months: str
) -> None:
    naming, period = Naming(Calendar(start), by_end), Period.parse(code)

    assert (naming.label(period), naming.range_of(period)) == (label, months)
    assert period.code == code


@pytest.mark.parametrize(("start", "months"), [(1, ""), (7, "2025-07–2026-02")])
def test_a_year_to_date_says_from_when_it_runs(start: int, months: str) -> None:
    assert Naming(Calendar(start)).to_date(Period.parse("2026-02")) == months
