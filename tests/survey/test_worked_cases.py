"""Every worked case of R-SURVEY gives what it says."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any  # the worked cases are JSON of many shapes

import pytest

from scorecard.survey.csat import Share, csat, mean_rating, top_box
from scorecard.survey.feature_map import Feature, feature_map
from scorecard.survey.nps import Tally, compare, merged, nps, tally
from scorecard.survey.sample import Estimate
from scorecard.trouble import Refused
from scorecard.vocabulary import known

EXAMPLES = Path(__file__).parent.parent / "measurement" / "examples" / "survey.json"
CASES = json.loads(EXAMPLES.read_text("utf-8"))


def told(name: str, found: Estimate) -> dict[str, object]:
    about = found.interval
    sure = {} if about is None else {"centre": about.centre, "margin": about.margin}
    return {name: known(found.value), "n": found.n, "size": found.size, **sure}


def counted(given: dict[str, Any]) -> Tally:
    if "scores" in given:
        return tally(given["scores"])
    return Tally(given["promoters"], given["passives"], given["detractors"])


def compared(given: dict[str, Any]) -> dict[str, object]:
    found = compare(Tally(*given["a"]), Tally(*given["b"]))
    return {} if found is None else {"real": found.is_real, "z": found.z}


def satisfied(given: dict[str, Any]) -> dict[str, object]:
    ratings = given.get("ratings", [])
    box = top_box(ratings, top_from=given.get("top_from", 4))
    share = Share(given["satisfied"], given["n"]) if "satisfied" in given else box
    found = csat(share, level=given.get("level", 95), population=given.get("population"))
    return {**told("value", found), "mean": known(mean_rating(ratings))}


def mapped(given: dict[str, Any]) -> dict[str, object]:
    features = [
        Feature(said["name"], float(said["importance"]), float(said["perception"]))
        for said in given["attributes"]
    ]
    found = feature_map(features, given["n"])
    return {
        "cut_importance": found.cut_importance,
        "cut_perception": found.cut_perception,
        "warning": found.warning,
        "quadrant": {place.feature.name: place.quadrant for place in found.placed},
        "gap": {place.feature.name: place.gap for place in found.placed},
    }


ANSWERS: dict[str, Callable[[dict[str, Any]], dict[str, object]]] = {
    "nps": lambda given: told("nps", nps(counted(given))),
    "nps_merge": lambda given: told("nps", nps(merged(Tally(*g) for g in given["groups"]))),
    "nps_compare": compared,
    "csat": satisfied,
    "map": mapped,
}


def answer(given: dict[str, Any]) -> dict[str, object]:
    try:
        return ANSWERS[given["op"]](given)
    except Refused as refused:
        return {"error": refused.troubles[0].code}


def assert_as(found: object, expected: object, tolerance: float, name: str) -> None:
    if isinstance(expected, dict):
        assert isinstance(found, dict)
        for key, value in expected.items():
            assert_as(found[key], value, tolerance, f"{name} {key}")
    elif isinstance(expected, str) and expected.lstrip("-").replace(".", "").isdigit():
        assert found == pytest.approx(float(expected), abs=tolerance, rel=0), name
    else:
        assert found == expected, name


@pytest.mark.parametrize("case", CASES, ids=[c["id"] for c in CASES])
def test_a_survey_is_counted_as_in_the_worked_case(case: dict[str, Any]) -> None:
    expected = dict(case["expect"])
    tolerance = float(expected.pop("tol", 0))

    found = answer(case["given"])

    for name, value in expected.items():
        assert_as(found[name], value, tolerance, name)
