"""Small boards with a history, for what the radar says about the month after it."""

from collections.abc import Mapping, Sequence

from scorecard.board import Board, assembled
from scorecard.model.records import Entry, KpiVersion, Measure, Org, Record
from scorecard.period import Period
from scorecard.slips.radar import Radar
from scorecard.slips.slip import Slip
from scorecard.vocabulary import Words

NOW = Period.parse("2026-10")
COMPANY = Org("co", Words("公司", "Company"))


def measure(own_id: str, unit: str = "件") -> Measure:
    return Measure(own_id, Words(f"{own_id}數", own_id), unit)


def share(part: str, whole: str, high: float | None = None) -> KpiVersion:
    """A KPI that is a share of one measure in another."""
    name = Words("良率", "Yield")
    formula = f"{part} / {whole}"
    return KpiVersion("k", "1.0", "2024", name, formula=formula, unit="%", high_bound=high)


def board_of(
    series: Mapping[str, Sequence[float | None]],
    units: Mapping[str, str] | None = None,
    *more: Record,
    notes: Mapping[str, str] | None = None,
) -> Board:
    """Measures whose last value is that of `NOW`, the others those of the months before it."""
    measures = [measure(each, (units or {}).get(each, "件")) for each in series]
    entries = [
        Entry(each, "co", NOW.shifted(back).code, value, _note(notes, each, back))
        for each, values in series.items()
        for back, value in zip(range(1 - len(values), 1), values, strict=True)
    ]
    return assembled([COMPANY, *measures, *more, *entries])


def slips_of(board: Board) -> dict[str, Slip]:
    """The slips of `NOW`, by measure."""
    places = [(each, "co") for each in board.measures]
    return {place[0]: slip for place, slip in Radar(board).slips(places, NOW).items()}


def _note(notes: Mapping[str, str] | None, own_id: str, back: int) -> str:
    return (notes or {}).get(own_id, "") if back == 0 else ""
