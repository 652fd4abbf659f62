"""What the missing below a line could change, as one sentence and as data."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from scorecard.bounds import Need, Outlook
from scorecard.evaluation import Cell, Evaluation
from scorecard.scoring_inverse import Wanted, wanted
from scorecard.shown import PERCENT, exact_of, number_of
from scorecard.text import Said
from scorecard.vocabulary import WORRY, Direction, Status, Words

#: So many needs are named; of more, one score that all of them may have says it.
_MOST_NAMED = 3
#: By whether more is better, and whether the values beyond are meant: of a limit that counts,
#: and of a strict one.
_SIGNS = {
    (True, False): ("≥", ">"),
    (True, True): ("<", "≤"),
    (False, False): ("≤", "<"),
    (False, True): (">", "≥"),
}


def outlook_said(evaluation: Evaluation, found: Outlook) -> Said:
    """One sentence: which colours are still open, and what each takes."""
    what = _what(evaluation, found)
    return Said("outlook.sentence", {"count": str(len(found.open)), "what": what})


def outlook_json(evaluation: Evaluation, found: Outlook | None) -> dict[str, object] | None:
    """The same as `explain` answers it; null where nothing is open."""
    if found is None:
        return None
    return {
        "least": found.least,
        "greatest": found.greatest,
        "colours": [status.value for status in WORRY if status in found.colours],
        "missing": list(found.open),
        "green_needs": [_need_json(evaluation, need) for need in found.green_needs],
        "green_together": found.green_together,
        "red_needs": [_need_json(evaluation, need) for need in found.red_needs],
    }


def _need_json(evaluation: Evaluation, need: Need) -> dict[str, object]:
    values = _wanted(_cell(evaluation, need.name), need.score)
    return {
        "node": need.name,
        "score": need.score,
        "values": None if values is None else values._asdict(),
    }


def _what(evaluation: Evaluation, found: Outlook) -> Said:
    if len(found.colours) == 1:
        return Said(f"outlook.sure.{next(iter(found.colours))}")
    return Said(
        "outlook.both", {"green": _green(evaluation, found), "red": _red(evaluation, found)}
    )


def _green(evaluation: Evaluation, found: Outlook) -> Said:
    if found.green_together is None:
        return Said("outlook.green.never")
    if not 0 < len(found.green_needs) <= _MOST_NAMED:
        return Said("outlook.green.together", {"score": _up(found.green_together)})
    needs = _needs(evaluation, found, found.green_needs, "outlook.at_least")
    return Said("outlook.green.needs", {"needs": needs})


def _red(evaluation: Evaluation, found: Outlook) -> Said:
    if Status.RED not in found.colours:
        return Said("outlook.red.never")
    if not 0 < len(found.red_needs) <= _MOST_NAMED:
        return Said("outlook.red.possible")
    needs = _needs(evaluation, found, found.red_needs, "outlook.below")
    return Said("outlook.red.needs", {"needs": needs})


def _needs(evaluation: Evaluation, found: Outlook, needs: Sequence[Need], key: str) -> Said:
    """Each need, chained; of a single missing KPI also the value that it takes."""
    said = [_need(evaluation, need, key) for need in needs]
    if len(found.open) == 1:
        cell = _cell(evaluation, needs[0].name)
        values = _wanted(cell, needs[0].score)
        if values is not None:
            shown = _values(values, cell, beyond=key == "outlook.below")
            said = [Said("outlook.as_value", {"need": said[0], "value": shown})]
    whole = said[0]
    for each in said[1:]:
        whole = Said("outlook.and", {"one": whole, "other": each})
    return whole


def _need(evaluation: Evaluation, need: Need, key: str) -> Said:
    return Said(key, {"name": evaluation.line(need.name).name, "score": _up(need.score)})


def _up(score: float) -> str:
    """A score with one decimal that is certainly enough, and below which red lies."""
    return str(Decimal(repr(score)).quantize(Decimal("0.1"), ROUND_CEILING))


def _cell(evaluation: Evaluation, node_id: str) -> Cell:
    """The KPI in the view itself, not the older one that a stale line shows."""
    node = evaluation.board.nodes[node_id]
    return evaluation.cell(node.kpi or "", node.org or "")


def _wanted(cell: Cell, score: float) -> Wanted | None:
    return None if cell.criterion is None else wanted(cell.criterion, score)


def _values(values: Wanted, cell: Cell, *, beyond: bool) -> Said:
    """The values that reach a score, or those `beyond`, which do not."""
    direction = cell.criterion.direction if cell.criterion else Direction.NONE
    if direction is Direction.YES:
        return Said("outlook.value.no" if beyond else "outlook.value.yes")
    low = None if values.low is None else _rounded(values.low, cell, ROUND_CEILING)
    high = None if values.high is None else _rounded(values.high, cell, ROUND_FLOOR)
    if low and high and direction is not Direction.ZERO:
        key = "outside" if beyond else "within"
        return Said(f"outlook.value.{key}", {"low": low, "high": high})
    sign = _SIGNS[high is None, beyond][values.strict]
    return Said("outlook.value", {"sign": sign, "value": high or low or Words()})


def _rounded(value: float, cell: Cell, rounding: str) -> Words:
    """A value of the KPI, rounded to the side that reaches the score."""
    percent = cell.version.unit == PERCENT
    decimals = (1 if percent else 2) if cell.version.decimals is None else cell.version.decimals
    step = Decimal(1).scaleb(-(decimals + 2 if percent else decimals))
    rounded = float(Decimal(repr(value)).quantize(step, rounding))
    shown = number_of if percent else exact_of
    return Words(str(shown(rounded, cell, "zh_TW")), str(shown(rounded, cell, "en")))
