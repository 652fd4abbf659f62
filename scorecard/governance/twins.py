"""One name with two formulas, two names with one formula."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from scorecard.catalogue.folding import folded
from scorecard.governance.finding import Concern, Finding
from scorecard.governance.sameness import Meant, meant
from scorecard.governance.subject import Subject
from scorecard.text import Said, listed
from scorecard.trouble import Level
from scorecard.vocabulary import Words

#: So many others are named in one sentence.
_NAMED = 4


def twins(subjects: Sequence[Subject], today: date) -> Iterator[Sequence[Finding]]:
    """What is said of each KPI that shares its name, or its formula, with another one; in as many
    steps as there are KPIs, twice: first it is found out what each one means."""
    known = _Known({}, {}, {})
    for subject in subjects:
        known.add(subject, meant(subject.board, subject.version, today))
        yield ()
    for subject in subjects:
        yield tuple(_told(subject, known))


class _Known(NamedTuple):
    """What KPIs mean, and who is called or means the same."""

    meanings: dict[str, Meant | None]
    named: dict[str, list[Subject]]
    alike: dict[Meant, list[Subject]]

    def add(self, subject: Subject, meaning: Meant | None) -> None:
        """Note one more KPI."""
        self.meanings[subject.kpi] = meaning
        for word in _words(subject):
            self.named.setdefault(word, []).append(subject)
        if meaning is not None:
            self.alike.setdefault(meaning, []).append(subject)


def _words(subject: Subject) -> tuple[str, ...]:
    return tuple(dict.fromkeys(folded(text) for text in subject.version.name if text))


def _told(subject: Subject, known: _Known) -> Iterator[Finding]:
    own = known.meanings[subject.kpi]
    if own is None:
        return
    called = {each.kpi: each for word in _words(subject) for each in known.named[word]}
    others = [each for kpi, each in called.items() if known.meanings[kpi] not in {None, own}]
    if others:
        said = Said("governance.two_formulas", _named(others))
        field = "name_zh" if subject.version.name.zh_TW else "name_en"
        yield subject.finding(Concern.TWO_FORMULAS, Level.WARNING, said, field)
    others = [each for each in known.alike[own] if each.kpi != subject.kpi]
    if others:
        said = Said("governance.same_formula", _named(others))
        yield subject.finding(Concern.SAME_FORMULA, Level.NOTE, said, "formula")


def _named(subjects: Sequence[Subject]) -> dict[str, str | Words | Said]:
    """Ids with names, the first few: the names alone are what cannot tell them apart."""
    shown = subjects[:_NAMED]
    words: list[Words | Said] = []
    for each in shown:
        zh, en = (each.version.name.show(language) for language in ("zh_TW", "en"))
        words.append(Words(f"{each.kpi} {zh}", f"{each.kpi} {en}"))
    ids = [each.kpi for each in shown]
    if len(subjects) > _NAMED:
        words.append(Words("…", "…"))
        ids.append("…")
    return {"others": listed(words), "ids": ", ".join(ids)}
