"""Finding KPIs in the library, in both languages, as one types."""

import pytest

from scorecard.catalogue.departments import department_named
from scorecard.catalogue.finding import Asked, Facet, counts, found
from scorecard.catalogue.library import library
from scorecard.catalogue.spelling import spelled
from scorecard.text import LANGUAGES, sentence
from scorecard.trouble import Refused


def ids(text: str = "", **filters: str) -> list[str]:
    return [template.id for template in found(Asked(text, **filters))]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        pytest.param("毛利", "FIN-003", id="part of a Chinese name"),
        pytest.param("gross", "FIN-003", id="part of an English name"),
        pytest.param("GROSS MAR", "FIN-003", id="whatever the case"),
        pytest.param("ｏｅｅ", "MFG-002", id="full width"),
        pytest.param("fin-003", "FIN-003", id="an id"),
        pytest.param("淨推薦分數", "MKT-010", id="another name"),
        pytest.param("性價比", "PUR-107", id="what people say"),
        pytest.param("churn", "MKT-204", id="what people say in English"),
        pytest.param("週轉天數", "FIN-006", id="a character written otherwise"),
        pytest.param("rate  retention", "SAL-003", id="words in any order"),
    ],
)
def test_what_is_typed_finds_the_kpi_first(typed: str, first: str) -> None:
    assert ids(typed)[0] == first


def test_what_is_called_so_comes_before_what_only_speaks_of_it() -> None:
    answer = ids("退貨")

    assert answer[0] == "MKT-011"
    assert "FIN-001" in answer


def test_a_kpi_is_found_by_a_measure_that_it_needs() -> None:
    assert "FIN-006" in ids("應收帳款餘額")


def test_nothing_typed_shows_everything_in_the_order_of_the_departments() -> None:
    assert ids() == list(library().templates)


def test_what_is_nowhere_finds_nothing() -> None:
    assert ids("區塊鏈") == []


def test_filters_go_together_with_what_is_typed() -> None:
    answer = ids("率", department="QAD", category="customer")

    assert answer == ["QAD-005"]


def test_a_theme_goes_across_departments() -> None:
    departments = {template.department for template in found(Asked(theme="quality"))}

    assert {"QAD", "MFG", "PUR"} <= departments


def test_a_count_says_what_its_choice_would_show() -> None:
    asked = Asked("率", department="QAD")

    numbers = counts(asked, Facet.DEPARTMENT)

    assert numbers["QAD"] == len(ids("率", department="QAD"))
    assert numbers["FIN"] == len(ids("率", department="FIN"))


def test_counts_of_all_perspectives_add_up_to_everything() -> None:
    assert sum(counts(Asked(), Facet.CATEGORY).values()) == len(library().templates)


@pytest.mark.parametrize(
    ("said", "department"),
    [
        ("FIN", "FIN"),
        ("fin", "FIN"),
        ("財務部", "FIN"),
        ("財務", "FIN"),
        ("Quality Assurance", "QAD"),
        ("HR", "HRD"),
        ("R&D", "RND"),
    ],
)
def test_a_department_is_known_by_code_and_by_name(said: str, department: str) -> None:
    assert department_named(said).id == department


def test_a_department_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(Refused) as refusal:
        department_named("Marketng")

    trouble = refusal.value.troubles[0]
    assert "Did you mean: MKT" in sentence(trouble, "en")
    assert all("Marketng" in sentence(trouble, language) for language in LANGUAGES)


def test_a_formula_is_told_in_the_words_of_a_language() -> None:
    template = library().templates["FIN-002"]
    name = library().measures["revenue"].name

    told = {
        language: spelled(template.version.formula, {"revenue": name.show(language)}, language)
        for language in LANGUAGES
    }

    assert told == {
        "zh_TW": "(營收 - 去年同期(營收)) / 去年同期(營收) × 100%",
        "en": "(Revenue - LY(Revenue)) / LY(Revenue) × 100%",
    }
