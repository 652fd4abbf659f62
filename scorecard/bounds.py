"""What a parent may still become when the missing below it come in (R-ROLL-1 to 6)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum, inf
from typing import NamedTuple

from scorecard.number import snap
from scorecard.rollup import RULES, Child, Parent, Rules, State, roll_up
from scorecard.scoring_inverse import AMBER, ANY, RED, Spans
from scorecard.vocabulary import Status

#: So many stretches of scores are told apart; of more, the closest become one, so that what is
#: called impossible is so.
_MOST_SPANS = 64


@dataclass(frozen=True, slots=True)
class Branch:
    """A child as its parent counts it now, and what is below it; a parent whose children are
    left out stays as it is. `scores` are those that a KPI can have when its value comes in."""

    child: Child
    below: tuple["Branch", ...] = ()
    scores: Spans = ANY

    @property
    def is_open(self) -> bool:
        """Whether it is a KPI whose value is due and lacking; one not yet due is none."""
        return self.child.is_kpi and self.child.takes_part in {State.MISSING, State.STALE}


class Need(NamedTuple):
    """A score that a missing KPI, by its name, must reach, or stay below."""

    name: str
    score: float


class Outlook(NamedTuple):
    """What is left open. `least` and `greatest` are scores of the parent, `colours` those that
    it can have once all of `open` (by name, the heaviest first) have come in.

    It can be green only if each of `green_needs` has at least that score, and is so if all that
    are missing have at least `green_together`; it can be red only if each of `red_needs` is
    below that score. They are right to a millionth. A KPI of which any score will do has no
    need; `green_together` is None where green is impossible or sure.
    """

    least: float
    greatest: float
    colours: frozenset[Status]
    open: tuple[str, ...]
    green_needs: tuple[Need, ...] = ()
    green_together: float | None = None
    red_needs: tuple[Need, ...] = ()


def completed(
    branches: Iterable[Branch], scores: Mapping[str, float], rules: Rules = RULES
) -> Parent:
    """The parent once the open KPIs named in `scores` have these."""
    return roll_up([_completed(branch, scores, rules) for branch in branches], rules)


def outlook(branches: Sequence[Branch], rules: Rules = RULES) -> Outlook | None:
    """What the open KPIs at any depth below can make of a parent; None where none of them
    matters, and where there is no score whatever comes in."""
    waiting = sorted(_open(branches, 1.0), key=lambda each: -each.share)
    negative = any(branch.child.weight < 0 for branch in _all(branches))
    if not waiting or negative or not any(_weights(branches)):
        return None
    reach = _reach(branches)
    ends = [end for spans in reach for span in spans for end in span]
    colours = frozenset(_colours(reach, rules))
    names = tuple(each.name for each in waiting)
    found = Outlook(min(ends), max(ends), colours, names)
    if Status.GREEN in colours and len(colours) > 1:
        needs = _green_needs(waiting, found.greatest - rules.green_from)
        together = _green_together(waiting, found.greatest - rules.green_from)
        found = found._replace(green_needs=needs, green_together=together)
    if Status.RED in colours and len(colours) > 1:
        found = found._replace(red_needs=_red_needs(waiting, rules.amber_from - found.least))
    return found


class _Open(NamedTuple):
    """An open KPI and the share of the parent's score that hangs on it; a `cap` keeps the
    parent from being green while it is red (R-ROLL-6)."""

    name: str
    share: float
    scores: Spans
    cap: bool

    def enough(self, to_spare: float) -> float:
        """The least of its scores that leaves a parent green which, with the greatest score of
        all that are open, has so many points to spare."""
        greatest = self.scores[-1][1]
        score = snap(greatest - to_spare / self.share) if self.share else -inf
        floor = max(score, AMBER[0]) if self.cap else score
        return next(max(low, floor) for low, high in self.scores if high >= min(floor, greatest))


def _green_needs(waiting: Iterable[_Open], to_spare: float) -> tuple[Need, ...]:
    needs = [(each, each.enough(to_spare)) for each in waiting]
    return tuple(Need(each.name, score) for each, score in needs if score > each.scores[0][0])


def _green_together(waiting: Sequence[_Open], to_spare: float) -> float:
    shares = fsum(each.share for each in waiting)
    greatest = fsum(each.share * each.scores[-1][1] for each in waiting)
    score = snap((greatest - to_spare) / shares) if shares else 0.0
    return max(score, AMBER[0] if any(each.cap for each in waiting) else 0.0)


def _red_needs(waiting: Iterable[_Open], lacking: float) -> tuple[Need, ...]:
    """`lacking`: how far the parent, with the least score of all, is below amber."""
    needs = [
        (each, snap(each.scores[0][0] + lacking / each.share)) for each in waiting if each.share
    ]
    return tuple(Need(each.name, score) for each, score in needs if score <= each.scores[-1][1])


def _completed(branch: Branch, scores: Mapping[str, float], rules: Rules) -> Child:
    child = branch.child
    if branch.below:
        below = completed(branch.below, scores, rules)
        if not child.is_kpi:
            return below.as_child(child.name, child.weight)
        child = replace(child, capping=below.capping, star_unknown=below.star_unknown)
    if branch.is_open and child.name in scores:
        score = scores[child.name]
        return replace(child, score=score, status=RULES.colour(score), state=State.OK)
    return child


def _all(branches: Iterable[Branch]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from _all(branch.below)


def _weights(branches: Iterable[Branch]) -> list[float]:
    """The weight that each will count with when everything has come in (R-ROLL-2)."""
    return [branch.child.weight if _will_score(branch) else 0.0 for branch in branches]


def _will_score(branch: Branch) -> bool:
    if branch.child.is_kpi or not branch.below:
        return branch.is_open or branch.child.takes_part is State.OK
    return any(each.child.weight > 0 and _will_score(each) for each in branch.below)


def _open(branches: Sequence[Branch], whole: float) -> Iterator[_Open]:
    """The open KPIs that can change a parent's score or colour; `whole` is its own share."""
    weights = _weights(branches)
    of_all = fsum(weights) or 1.0
    for branch, weight in zip(branches, weights, strict=True):
        child, share = branch.child, whole * weight / of_all
        if branch.is_open and (share or child.star):
            yield _Open(child.name, share, branch.scores, child.star)
        # What is below a KPI does not count, but a key KPI there still caps (R-ROLL-10).
        yield from _open(branch.below, 0.0 if child.is_kpi else share)


class _Reach(NamedTuple):
    """The scores there can be: without, and with a red key KPI below."""

    free: Spans
    capped: Spans = ()

    def plus(self, other: "_Reach", weight: float) -> "_Reach":
        """This and `weight` times another."""
        free, capped = ([(a * weight, b * weight) for a, b in spans] for spans in other)
        both = [(self.capped, free), (self.free, capped), (self.capped, capped)]
        with_red = [span for one, two in both for span in _sums(one, two)]
        return _Reach(_apart(_sums(self.free, free)), _apart(with_red))


_NOUGHT: Spans = ((0.0, 0.0),)


def _reach(branches: Sequence[Branch]) -> _Reach:
    """What a parent can be; 0 where nothing will have a score."""
    weights = _weights(branches)
    found = _Reach(_NOUGHT)
    for branch, weight in zip(branches, weights, strict=True):
        found = found.plus(_reach_of(branch), weight)
    of_all = fsum(weights) or 1.0
    free, capped = (
        _apart((snap(low / of_all), snap(high / of_all)) for low, high in spans) for spans in found
    )
    return _Reach(free, capped)


def _reach_of(branch: Branch) -> _Reach:
    child = branch.child
    if not child.is_kpi and branch.below:
        return _reach(branch.below)
    own: Spans = branch.scores if branch.is_open else _NOUGHT
    if child.score is not None and child.takes_part is State.OK:
        own = ((min(max(child.score, 0.0), 100.0),) * 2,)
    if child.capping and not branch.below:
        found = _Reach((), own)
    elif child.star and branch.is_open:
        found = _Reach(_within(own, AMBER[0], inf), _within(own, -inf, RED[1]))
    else:
        is_red = child.is_kpi and child.star and child.status is Status.RED
        found = _Reach((), own) if is_red and child.takes_part is State.OK else _Reach(own)
    return found.plus(_reach(branch.below), 0.0) if branch.below else found


def _within(spans: Spans, low: float, high: float) -> Spans:
    return tuple((max(a, low), min(b, high)) for a, b in spans if a <= high and b >= low)


def _sums(one: Spans, other: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(a + c, b + d) for a, b in one for c, d in other]


def _apart(spans: Iterable[tuple[float, float]]) -> Spans:
    """Rising stretches that do not touch."""
    found: list[tuple[float, float]] = []
    for low, high in sorted(spans):
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    while len(found) > _MOST_SPANS:
        at = min(range(1, len(found)), key=lambda at: found[at][0] - found[at - 1][1])
        found[at - 1 : at + 1] = [(found[at - 1][0], found[at][1])]
    return tuple(found)


def _colours(reach: _Reach, rules: Rules) -> Iterator[Status]:
    for spans, best in ((reach.free, Status.GREEN), (reach.capped, Status.AMBER)):
        for low, high in spans:
            if low < rules.amber_from:
                yield Status.RED
            if low < rules.green_from and high >= rules.amber_from:
                yield Status.AMBER
            if high >= rules.green_from:
                yield best
