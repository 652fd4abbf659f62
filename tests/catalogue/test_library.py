"""What the library holds: every KPI told whole, in both languages, over shared measures."""

import re
from collections import Counter
from dataclasses import asdict

import pytest

from scorecard.catalogue.library import library, monthly
from scorecard.catalogue.template import Kind, Template
from scorecard.target import read_aim
from scorecard.vocabulary import Category, Direction, Frequency, Words

TEMPLATES = list(library().templates.values())
BY_ID = pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
#: Half-width signs between Chinese characters: sentences there are set with full-width ones.
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?()][\u4e00-\u9fff]?")


def test_it_holds_every_department_of_the_sources() -> None:
    counted = Counter(template.department for template in TEMPLATES)

    assert counted == {
        **{"FIN": 17, "SAL": 17, "ENG": 6, "RND": 13, "MFG": 13, "EQP": 7, "QAD": 7},
        **{"PUR": 19, "PPC": 10, "ITD": 8, "FAC": 7, "OSH": 7, "HRD": 25, "MKT": 32},
    }


def test_a_department_begins_with_the_kpis_that_its_table_in_the_sources_lists() -> None:
    begun = Counter(template.department for template in TEMPLATES if template.core)

    assert begun == {**dict.fromkeys(begun, 7), "ENG": 6, "HRD": 8}


def test_three_to_five_key_kpis_are_suggested_for_each_department() -> None:
    starred = Counter(template.department for template in TEMPLATES if template.star)

    assert set(starred) == {shelf.id for shelf in library().departments}
    assert all(3 <= count <= 5 for count in starred.values())


def test_what_is_suggested_as_key_is_among_what_a_department_begins_with() -> None:
    assert [each.id for each in TEMPLATES if each.star and not each.core] == []


@BY_ID
def test_a_kpi_says_what_it_is_what_goes_wrong_and_what_good_looks_like(
    template: Template,
) -> None:
    for words in (template.name, template.version.definition, template.version.pitfall):
        assert all(words)
    assert all(template.good)


@BY_ID
def test_its_sentences_are_written_in_the_voice_of_the_product(template: Template) -> None:
    said = (template.version.definition, template.version.pitfall, template.good, template.kept)
    for words in filter(any, said):
        assert "!" not in words.en
        assert not re.search("[你！]", words.zh_TW)
        assert not HALF_WIDTH.search(words.zh_TW)
        assert words.zh_TW.endswith("。")
        assert words.en.endswith(".")


@BY_ID
def test_what_no_formula_makes_says_how_it_is_kept(template: Template) -> None:
    needs_words = template.kind is not Kind.SCALAR

    assert not needs_words or all(template.kept)


def test_no_two_kpis_are_told_in_the_same_words() -> None:
    told = [word for t in TEMPLATES for word in (*t.version.definition, *t.version.pitfall)]

    assert [word for word, count in Counter(told).items() if count > 1] == []


def test_no_two_kpis_and_no_two_measures_share_a_name() -> None:
    for things in (library().templates.values(), library().measures.values()):
        names = [word for thing in things for word in set(thing.name)]
        assert [name for name, count in Counter(names).items() if count > 1] == []


def test_every_measure_is_needed_and_no_other_one_is() -> None:
    needed = {measure for template in TEMPLATES for measure in template.measures}

    assert needed == set(library().measures)


@BY_ID
def test_its_neighbours_are_in_the_library(template: Template) -> None:
    assert template.version.related
    assert set(template.version.related) <= set(library().templates) - {template.id}


@BY_ID
def test_a_target_is_judged_in_the_direction_of_its_kpi(template: Template) -> None:
    if template.target is None:
        return

    aim = read_aim(template.target.value)

    assert aim.kind is template.version.direction


def test_a_perspective_has_kpis_of_several_departments() -> None:
    for category in Category:
        departments = {t.department for t in TEMPLATES if t.version.category is category}
        assert len(departments) > 2


def test_a_measure_is_entered_as_often_as_the_quickest_kpi_over_it_needs_but_by_month() -> None:
    measures, quickest = library().measures, library().quickest

    assert (quickest["revenue"], measures["revenue"].frequency) == (
        Frequency.DAY,
        Frequency.MONTH,
    )
    assert measures["staff_surveyed"].frequency is Frequency.YEAR
    assert measures["equity"].frequency is Frequency.QUARTER
    assert all(each.frequency is monthly(quickest[each.id]) for each in measures.values())


def test_kpis_that_are_no_scalar_are_among_them() -> None:
    kinds = Counter(template.kind for template in TEMPLATES)

    assert set(kinds) == set(Kind)
    assert library().templates["MKT-005"].version.direction is Direction.NONE


def test_nothing_in_it_is_empty_in_one_language_only() -> None:
    for template in TEMPLATES:
        for value in (*asdict(template.version).values(), template.good, template.kept):
            if isinstance(value, Words):
                assert bool(value.zh_TW) == bool(value.en), template.id
