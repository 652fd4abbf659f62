"""Laws of surveys, for any answers."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scorecard.number import snap
from scorecard.survey import csat, nps
from scorecard.survey.feature_map import Feature, Quadrant, feature_map
from scorecard.survey.nps import Tally, merged, tally
from scorecard.survey.sample import Level, finite_correction, size_of
from scorecard.vocabulary import Missing

COUNTS = st.integers(0, 500)
TALLIES = st.builds(Tally, COUNTS, COUNTS, COUNTS).filter(lambda answers: answers.n > 0)
SCORES = st.lists(st.none() | st.integers(0, 10), max_size=40)
WIDEST_FIRST: tuple[Level, ...] = (95, 90, 80)
LEVELS = st.sampled_from(WIDEST_FIRST)
SHARES = st.integers(1, 500).flatmap(lambda n: st.builds(csat.Share, st.integers(0, n), st.just(n)))
MEANS = st.integers(10, 50).map(lambda tenths: tenths / 10)
FEATURES = st.lists(st.builds(Feature, st.just("feature"), MEANS, MEANS), min_size=1, max_size=12)


def number(value: float | Missing) -> float:
    assert not isinstance(value, Missing)
    return value


@given(SCORES, SCORES)
def test_groups_merged_are_the_answers_counted_together(
    one: list[int | None], other: list[int | None]
) -> None:
    assert merged([tally(one), tally(other)]) == tally([*one, *other])


@given(st.lists(TALLIES, min_size=1, max_size=6))
def test_a_merged_nps_lies_between_those_of_its_groups(groups: list[Tally]) -> None:
    scores = [number(nps.score(group)) for group in groups]

    assert min(scores) <= number(nps.score(merged(groups))) <= max(scores)


@given(TALLIES, st.integers(2, 20), LEVELS)
def test_more_of_the_same_answers_make_an_nps_surer(
    answers: Tally, times: int, level: Level
) -> None:
    many = nps.interval(merged([answers] * times), level)
    few = nps.interval(answers, level)

    assert many is not None
    assert few is not None
    assert many.margin < few.margin
    assert nps.score(merged([answers] * times)) == nps.score(answers)


@given(TALLIES)
def test_an_nps_and_its_interval_are_possible(answers: Tally) -> None:
    found = nps.nps(answers)

    assert -100 <= number(found.value) <= 100
    assert found.interval is not None
    assert -100 <= found.interval.low <= found.interval.centre <= found.interval.high <= 100


@given(TALLIES)
def test_a_surer_interval_is_a_wider_one(answers: Tally) -> None:
    wide, middle, narrow = (nps.interval(answers, level) for level in WIDEST_FIRST)

    assert wide is not None
    assert middle is not None
    assert narrow is not None
    assert wide.margin > middle.margin > narrow.margin


@given(TALLIES)
def test_promoters_and_detractors_are_each_others_mirror_image(answers: Tally) -> None:
    mirrored = Tally(answers.detractors, answers.passives, answers.promoters)

    one, other = nps.interval(answers), nps.interval(mirrored)

    assert number(nps.score(mirrored)) == -number(nps.score(answers))
    assert one is not None
    assert other is not None
    assert (other.centre, other.margin) == pytest.approx((-one.centre, one.margin), abs=1e-9)


@given(TALLIES, TALLIES)
def test_a_difference_looked_at_from_the_other_side_is_its_contrary(
    one: Tally, other: Tally
) -> None:
    there, back = nps.compare(one, other), nps.compare(other, one)

    assert there is not None
    assert back is not None
    assert (back.z, back.is_real) == (-there.z, there.is_real)
    assert nps.compare(one, one) == (0.0, False)


@given(SHARES, st.integers(2, 20), LEVELS)
def test_more_of_the_same_answers_make_a_share_surer(
    share: csat.Share, times: int, level: Level
) -> None:
    many = csat.interval(csat.Share(share.x * times, share.n * times), level)
    few = csat.interval(share, level)

    assert many is not None
    assert few is not None
    assert many.margin < few.margin


@given(SHARES)
def test_those_who_are_satisfied_and_those_who_are_not_are_all(share: csat.Share) -> None:
    others = csat.Share(share.n - share.x, share.n)

    assert snap(number(csat.value(share)) + number(csat.value(others))) == 1


@given(st.lists(st.integers(1, 5), min_size=1), st.lists(st.integers(1, 5), min_size=1))
def test_a_higher_rating_never_lowers_a_share_or_a_mean(one: list[int], other: list[int]) -> None:
    lower = [min(pair) for pair in zip(one, other, strict=False)]
    higher = [max(pair) for pair in zip(one, other, strict=False)]

    for figure in (lambda r: csat.value(csat.top_box(r)), csat.mean_rating):
        assert number(figure(lower)) <= number(figure(higher))


@given(st.integers(2, 1000), st.data())
def test_the_more_of_all_have_answered_the_narrower_is_the_margin(
    population: int, data: st.DataObject
) -> None:
    fewer, more = sorted(data.draw(st.lists(st.integers(0, population), min_size=2, max_size=2)))

    assert 0 <= finite_correction(more, population) <= finite_correction(fewer, population) <= 1


@given(st.integers(0, 60), st.booleans())
def test_one_answer_more_never_allows_less(n: int, anonymous: bool) -> None:
    order = ["hidden", "too_few", "small", "ok"]

    now, then = (order.index(size_of(count, anonymous=anonymous)) for count in (n, n + 1))

    assert now <= then


@given(FEATURES)
def test_the_gaps_add_up_to_the_distance_of_the_lines(features: list[Feature]) -> None:
    found = feature_map(features, 200)

    between = number(found.cut_importance) - number(found.cut_perception)
    gaps = sum(place.gap for place in found.placed)
    assert gaps == pytest.approx(between * len(features), abs=1e-9)


@given(FEATURES)
def test_a_feature_that_matters_more_and_is_worse_needs_work_first(
    features: list[Feature],
) -> None:
    found = feature_map(features, 200).placed

    urgent = [place.feature for place in found if place.quadrant is Quadrant.CONCENTRATE]
    assume(urgent)
    worse = [
        place.quadrant
        for place in found
        for feature in urgent
        if place.feature.importance >= feature.importance
        and place.feature.perception <= feature.perception
    ]
    assert set(worse) == {Quadrant.CONCENTRATE}
