"""What the past says of a target: values to choose from, how often each was met, how the last two
years would have been coloured under the one that is proposed (R-TARGET-8, product 30)."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP
from typing import NamedTuple

from scorecard.evaluation import Cell, Evaluation, View
from scorecard.evaluation.meaning import Meaning
from scorecard.evaluation.view import grain, own_periods
from scorecard.figures.band_help import band_proposals, met_in, own_verdict
from scorecard.figures.target_proposal import Proposal, known_values, possible, rounded_to
from scorecard.figures.trial import Trial, trial
from scorecard.formula.growth import Growth, growth
from scorecard.model.records import KpiVersion, Target
from scorecard.number import snap
from scorecard.period import PER_YEAR
from scorecard.target import Aim, write_aim
from scorecard.target_advice import FEWEST, Advice, advise
from scorecard.vocabulary import ADDITIVE, Direction, Frequency, Missing

#: Two years of months are coloured, the newest twelve of them are counted (R-TARGET-8).
COLOURED, COUNTED = 24, 12
ONE_SIDED = frozenset({Direction.HIGHER, Direction.LOWER})


class TargetHelp(NamedTuple):
    """`counted` values were looked at; where there are no `proposals`, `reason` says why: `few`,
    `no_spread` (a range, where all were alike), `no_share`, or the direction, such as `zero`, that
    leaves nothing to suggest. `own` is the target that is tried, None where there is none to
    compare. `trial` holds the colours of the last periods under it."""

    trial: Trial
    counted: int
    proposals: tuple[Proposal, ...]
    own: Proposal | None = None
    reason: str = ""


def target_help(
    evaluation: Evaluation,
    version: KpiVersion,
    target: Target | None,
    org: str,
    more: float,
) -> TargetHelp:
    """What the past says, up to the view, of a definition with its target at a unit.

    `more` is the part by which last year's value is to be bettered: 0.05 for 5 %. Both must be
    sound; nothing is written.
    """
    tried = trial(evaluation, version, target, org, COLOURED)
    if version.direction not in ONE_SIDED:
        return _of_others(tried, version, target)
    values = known_values(tried.cells[-COUNTED:])
    advice, grows = advise(values, version.direction), _grows(tried)
    share = _per_basis(grows, version, target)
    if advice is None or share is None:
        reason = "few" if advice is None else "no_share"
        return TargetHelp(tried, len(values), (), reason=reason)
    helping = _Helping(tried, version, org, values, advice, share, grows)
    return TargetHelp(
        tried, len(values), tuple(helping.proposals(more)), helping.own(tried.now, target)
    )


def _of_others(tried: Trial, version: KpiVersion, target: Target | None) -> TargetHelp:
    """Of a target with two sides, with one good value, or one that other numbers make."""
    met, counted = met_in(tried.cells[-COUNTED:])
    values = known_values(tried.cells[-COUNTED:])
    own = None
    if target is not None and counted:
        own = Proposal("own", target.value, met, own_verdict(tried.now, values))
    if version.direction is not Direction.RANGE:
        return TargetHelp(tried, counted, (), own, reason=version.direction.value)
    share = _per_basis(_grows(tried), version, target)
    proposals = () if share is None else band_proposals(values, version, share)
    reason = "no_share" if share is None else "few" if len(values) < FEWEST else "no_spread"
    return TargetHelp(tried, len(values), proposals, own, "" if proposals else reason)


class _Helping(NamedTuple):
    """What proposals are made from; a target in its basis is `share` times one of a period."""

    tried: Trial
    version: KpiVersion
    org: str
    values: Sequence[float]
    advice: Advice
    share: float
    grows: Growth | None

    def proposals(self, more: float) -> Iterator[Proposal]:
        """The four ways to come to a target; last year's only where last year is whole."""
        yield self._proposed("keep", self.advice.keep)
        yield self._proposed("stretch", self.advice.stretch)
        last = self._last_year()
        if last is not None:
            turn = -1 if self.version.direction is Direction.LOWER else 1
            yield self._proposed("last_year", last + turn * abs(last) * more)
        yield self._proposed("limit", self.advice.limit)

    def own(self, now: Cell, target: Target | None) -> Proposal | None:
        """The target that is tried, by what it asks of a period."""
        criterion = now.criterion
        if target is None or criterion is None or criterion.target is None:
            return None
        if criterion.direction is not self.version.direction:
            return None
        return self._judged("own", target.value, criterion.target, strict=criterion.strict)

    def _proposed(self, key: str, value: float) -> Proposal:
        whole = snap(possible(value, self.version) * self.share)
        is_lower = self.version.direction is Direction.LOWER
        inwards = ROUND_CEILING if is_lower else ROUND_FLOOR
        rounded = rounded_to(whole, self.version, inwards if key == "limit" else ROUND_HALF_UP)
        text = write_aim(Aim(self.version.direction, rounded))
        return self._judged(key, text, snap(rounded / self.share))

    def _judged(self, key: str, text: str, value: float, *, strict: bool = False) -> Proposal:
        better = self.version.direction
        turn = -1 if better is Direction.LOWER else 1
        over = [turn * (each - value) for each in self.values]
        met = sum(each > 0 or (each == 0 and not strict) for each in over)
        found = advise(self.values, better, value)
        return Proposal(key, text, met, found.verdict or "" if found is not None else "")

    def _last_year(self) -> float | None:
        """What a period of last year came to, by the measures' own rule: a sum is shared out."""
        evaluation = self.tried.evaluation
        calendar = evaluation.board.settings.calendar
        day = evaluation.view.last_day(calendar)
        year = View(calendar.containing(day, Frequency.YEAR).shifted(-1))
        cell = evaluation.cell(self.version.kpi, self.org, year)
        if isinstance(cell.value, Missing) or cell.partial or cell.have < cell.of:
            return None
        if self.grows is None:
            return None
        kind = grain(self.version.frequency)
        count = len(own_periods(year, kind, calendar)) if self.grows is Growth.VIEW else 1
        return cell.value / count


def _grows(tried: Trial) -> Growth | None:
    """How the KPI's number grows with the time that it covers (R-TARGET-5)."""
    version, period = tried.now.version, tried.now.period
    valuation = tried.evaluation.valuation
    first = valuation.measuring.calendar.span(period).first
    meaning = valuation.definitions.meaning(version, first)
    if not isinstance(meaning, Meaning):
        return None
    if version.window == "trailing_12m":
        return Growth.LEVEL
    return growth(meaning.tree, lambda name: meaning.measures[name].over_time in ADDITIVE)


def _per_basis(grows: Growth | None, version: KpiVersion, target: Target | None) -> float | None:
    """How many of the KPI's own periods the target's basis holds; 1 where the number is the same
    in every view (R-TARGET-4), None where it cannot be said."""
    if grows is Growth.YEAR:
        return None
    basis = target.basis if target is not None else None
    if basis is None or basis is version.frequency or grows is not Growth.VIEW:
        return 1.0
    own = PER_YEAR.get(version.frequency)
    return own / PER_YEAR[basis] if own is not None and basis in PER_YEAR else None
