"""What the past says of a target that is not one-sided: ranges to choose from, how often one was
met, whatever kind it is."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP

from scorecard.evaluation import Cell
from scorecard.figures.target_proposal import Proposal, possible, rounded_to
from scorecard.model.records import KpiVersion
from scorecard.number import snap
from scorecard.scoring import Criterion, fixed, meets
from scorecard.target import Aim, write_aim
from scorecard.target_band import Band, advise_band, verdict_on
from scorecard.vocabulary import Direction, Missing


def band_proposals(
    values: Sequence[float], version: KpiVersion, share: float
) -> tuple[Proposal, ...]:
    """The ranges that the last values suggest, each once; a target in its basis is `share` times
    one of a period. None where they are too few or all alike."""
    advice = advise_band(values)
    if advice is None:
        return ()
    made: list[Proposal] = []
    for key, band in advice._asdict().items():
        put = _written(band, version, share, outwards=key == "natural")
        if put.low < put.high and all(_aimed(put) != each.text for each in made):
            asked = Band(snap(put.low / share), snap(put.high / share))
            met = sum(asked.low <= value <= asked.high for value in values)
            made.append(Proposal(key, _aimed(put), met, verdict_on(asked, advice.natural)))
    return tuple(made)


def met_in(cells: Sequence[Cell]) -> tuple[int, int]:
    """How many of the cells that can be judged reach the target itself, and how many there are;
    those of another formula or unit than the newest one's are left out."""
    judged = list(_judged(cells))
    return sum(meets(value, criterion) for value, criterion in judged), len(judged)


def own_verdict(now: Cell, values: Sequence[float]) -> str:
    """What the process says of the target that is tried: of a range, or of one exact value, which
    is the narrowest there is; empty of the others."""
    advice, criterion = advise_band(values), now.criterion
    if advice is None or criterion is None or not criterion.has_target:
        return ""
    band = _band(criterion)
    return verdict_on(band, advice.natural) if band is not None else ""


def _band(criterion: Criterion) -> Band | None:
    if criterion.direction is Direction.RANGE and criterion.low is not None:
        return Band(criterion.low, criterion.low if criterion.high is None else criterion.high)
    if criterion.direction is Direction.ZERO:
        return Band(0.0, 0.0)
    if criterion.direction is Direction.EXACT and criterion.target is not None:
        return Band(criterion.target, criterion.target)
    return None


def _judged(cells: Sequence[Cell]) -> Iterator[tuple[float, Criterion]]:
    newest = (cells[-1].version.formula, cells[-1].version.unit)
    for cell in cells:
        if (cell.version.formula, cell.version.unit) == newest:
            value, criterion = cell.judged, cell.criterion
            if not isinstance(value, Missing) and criterion and fixed(criterion) is None:
                yield value, criterion


def _written(band: Band, version: KpiVersion, share: float, *, outwards: bool) -> Band:
    """As it is shown; `outwards` never makes it narrower than it is."""
    low, high = (snap(possible(edge, version) * share) for edge in band)
    down, up = (ROUND_FLOOR, ROUND_CEILING) if outwards else (ROUND_HALF_UP, ROUND_HALF_UP)
    return Band(rounded_to(low, version, down), rounded_to(high, version, up))


def _aimed(band: Band) -> str:
    return write_aim(Aim(Direction.RANGE, low=band.low, high=band.high))
