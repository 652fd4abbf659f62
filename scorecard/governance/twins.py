"""One name with two formulas, two names with one formula."""

from collections.abc import Iterator, Sequence
from datetime import date

from scorecard.catalogue.folding import folded
from scorecard.governance.finding import Concern, Finding, listed
from scorecard.governance.sameness import Meant, meant
from scorecard.governance.subject import Subject
from scorecard.text import Said
from scorecard.trouble import Level
from scorecard.vocabulary import Words


def twins(subjects: Sequence[Subject], today: date) -> Iterator[Finding]:
    """What is said of each KPI that shares its name, or its formula, with another one."""
    meanings = {each.kpi: meant(each.board, each.version, today) for each in subjects}
    named: dict[str, list[Subject]] = {}
    alike: dict[Meant, list[Subject]] = {}
    for subject in subjects:
        for word in dict.fromkeys(folded(text) for text in subject.version.name if text):
            named.setdefault(word, []).append(subject)
        meaning = meanings[subject.kpi]
        if meaning is not None:
            alike.setdefault(meaning, []).append(subject)
    for subject in subjects:
        yield from _of_name(subject, named, meanings)
        others = [each for each in alike.get(meanings[subject.kpi] or (), ()) if each != subject]
        if others:
            said = Said("governance.same_formula", _named(others))
            yield subject.finding(Concern.SAME_FORMULA, Level.NOTE, said, "formula")


def _of_name(
    subject: Subject, named: dict[str, list[Subject]], meanings: dict[str, Meant | None]
) -> Iterator[Finding]:
    words = (folded(text) for text in subject.version.name if text)
    called = {each.kpi: each for word in words for each in named[word]}
    own = meanings[subject.kpi]
    others = [each for kpi, each in called.items() if meanings[kpi] not in {None, own}]
    if own is not None and others:
        said = Said("governance.two_formulas", _named(others))
        field = "name_zh" if subject.version.name.zh_TW else "name_en"
        yield subject.finding(Concern.TWO_FORMULAS, Level.WARNING, said, field)


def _named(subjects: list[Subject]) -> dict[str, str | Words | Said]:
    """Ids with names: the names alone are what cannot tell them apart."""
    words: list[Words | Said] = []
    for each in subjects:
        zh, en = (each.version.name.show(language) for language in ("zh_TW", "en"))
        words.append(Words(f"{each.kpi} {zh}", f"{each.kpi} {en}"))
    return {"others": listed(words), "ids": ", ".join(each.kpi for each in subjects)}
