"""The glossary says what the words of the field mean, in both languages, and where they stand."""

import re

import pytest

from scorecard.glossary import Term, looked_up, term_on, terms
from scorecard.text import sentences

#: Appendix G of the sources, each under its Chinese and its English name.
APPENDIX_G = (
    ("平衡計分卡", "Balanced scorecard"),
    ("關鍵績效指標", "Key performance indicator"),
    ("下鑽", "Drill-down"),
    ("上捲", "Roll-up"),
    ("儀表板", "Dashboard"),
    ("資料倉儲", "Data warehouse"),
    ("ETL", "Extract, Transform, Load"),
    ("即時數據", "Real-time data"),
    ("預警門檻", "Alert threshold"),
    ("PDCA", "Plan-Do-Check-Act"),
    ("單一資料來源", "Single source of truth"),
    ("資料血緣", "Data lineage"),
    ("資料治理", "Data governance"),
    ("MVP", "Minimum viable product"),
    ("NPS", "Net promoter score"),
)
EVERY = pytest.mark.parametrize("term", terms().values(), ids=lambda term: term.id)


@pytest.mark.parametrize(("chinese", "english"), APPENDIX_G, ids=lambda name: name)
def test_each_word_of_appendix_g_is_found_by_either_name_as_the_same_word(
    chinese: str, english: str
) -> None:
    assert looked_up(chinese)[0] == looked_up(english)[0]


@EVERY
def test_a_word_is_told_in_both_languages(term: Term) -> None:
    assert all(term.name)
    assert all(term.meaning)
    assert all(term.more) or not any(term.more)


@EVERY
def test_what_a_word_means_is_one_sentence_with_the_signs_of_its_language(term: Term) -> None:
    chinese, english = term.meaning

    assert chinese.endswith("。")
    assert english.endswith(".")
    assert not re.search(r"[一-鿿][,;:.?!]", chinese + term.more.zh_TW)
    assert chinese.count("。") == 1


@EVERY
def test_a_word_leads_to_words_that_are_there(term: Term) -> None:
    assert set(term.see) <= terms().keys() - {term.id}


@EVERY
def test_a_word_stands_where_the_screen_says_something(term: Term) -> None:
    assert set(term.on) <= sentences().keys()


def test_no_place_on_the_screen_means_two_words() -> None:
    places = [key for term in terms().values() for key in term.on]

    assert len(places) == len(set(places))


def test_a_column_of_the_scorecard_leads_to_its_word() -> None:
    found = term_on("window.column.attainment")

    assert found is not None
    assert found.name.zh_TW == "達成率"
    assert term_on("window.cancel") is None


def test_a_word_called_so_comes_before_those_that_only_say_it() -> None:
    found = [term.id for term in looked_up("權重")]

    assert found[0] == "weight"
    assert "coverage" in found


@pytest.mark.parametrize("text", ["ｎｐｓ", "NPS", "  nps "], ids=["wide", "capital", "spaces"])
def test_width_and_case_do_not_matter_when_looking_up(text: str) -> None:
    assert looked_up(text)[0].id == "nps"


def test_all_typed_words_must_be_there_and_nothing_asked_gives_everything() -> None:
    assert [term.id for term in looked_up("promoter score")] == ["nps"]
    assert looked_up("qwertz") == ()
    assert len(looked_up("")) == len(terms())
