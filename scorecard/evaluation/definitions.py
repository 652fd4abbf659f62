"""Definitions and targets of a board by date, each read once and kept while they stay."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from scorecard.board import Board
from scorecard.evaluation.meaning import Meaning, meaning_of
from scorecard.evaluation.stretch import Stretch, own_view, stretch_of, trailing_year
from scorecard.evaluation.view import View, grain, own_periods
from scorecard.formula import FormulaError
from scorecard.limits import Criterion
from scorecard.model.records import KpiVersion, Spread
from scorecard.period import Period, first_day
from scorecard.target import Aim, in_force, read_aim
from scorecard.vocabulary import Frequency


class DatedAim(NamedTuple):
    """A target as read, with the period that it is for; None is the KPI's own frequency. `spread`
    says how it falls to the KPI's own periods."""

    aim: Aim
    basis: Frequency | None
    spread: Spread | None = None


class Definitions:
    """What is in force when. Entries do not matter here, so an edit of one keeps it all."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._calendar = board.settings.calendar
        self._versions: dict[str, list[tuple[date, KpiVersion]]] = {}
        self._aims: dict[tuple[str, str], list[tuple[date, DatedAim]]] = {}
        self._meanings: dict[tuple[str, str, date | None], Meaning | FormulaError] = {}
        self._stretches: dict[tuple[object, ...], Stretch] = {}
        #: What values are held against where that is the same in every view, once worked out.
        self.criteria: dict[tuple[str, str, DatedAim], Criterion] = {}
        self._periods: dict[tuple[View, Frequency], Period] = {}

    def in_force(self, kpi: str, view: View) -> tuple[KpiVersion, Period]:
        """The version for a view, and the newest of the KPI's own periods in it: the one in
        force on the first day of that period. Raises KeyError where there is no such KPI."""
        versions = self._dated(kpi)
        if len(versions) == 1:
            version = versions[0][1]
            return version, self._newest(view, version.frequency)
        version = self._version(kpi, view.last_day(self._calendar))
        for _ in range(2):  # the frequency itself may have changed with the version
            period = self._newest(view, version.frequency)
            version = self._version(kpi, self._calendar.span(period).first)
        return version, period

    def through(self, kpi: str, view: View) -> list[tuple[date, KpiVersion]]:
        """The versions in force on the first days of the KPI's own periods in a view, oldest
        first; of many periods under one version only the first and the last."""
        version, newest = self.in_force(kpi, view)
        shown = own_view(view, version.frequency, self._calendar)
        numbers: Sequence[int] = own_periods(shown, newest.kind, self._calendar)
        if len(self._dated(kpi)) == 1:
            numbers = sorted({numbers[0], numbers[-1]})
        days = [self._calendar.span(Period(newest.kind, number)).first for number in numbers]
        return [(day, self._version(kpi, day)) for day in days]

    def aim(self, kpi: str, org: str, day: date) -> DatedAim | None:
        """The target in force on `day` (R-TARGET-3), or None."""
        place = (kpi, org)
        if place not in self._aims:
            targets = self._board.targets.get(place, ())
            self._aims[place] = [
                (
                    first_day(each.start, self._calendar),
                    DatedAim(read_aim(each.value), each.basis, each.spread),
                )
                for each in targets
            ]
        return in_force(self._aims[place], day)

    def meaning(self, version: KpiVersion, day: date) -> Meaning | FormulaError:
        """What a version's formula means on `day`, or the mistake in it."""
        found = self._meanings.get((version.kpi, version.version, None))
        if found is not None:
            return found
        key = (version.kpi, version.version, day)
        if key not in self._meanings:
            self._meanings[key] = meaning = self._read(version, day)
            if isinstance(meaning, Meaning) and not meaning.kpis:
                self._meanings[version.kpi, version.version, None] = meaning
        return self._meanings[key]

    def is_one(self, version: KpiVersion) -> bool:
        """Whether a KPI has meant the same ever since: it has no other version, and this one,
        whose meaning has been read, names no KPI that may have."""
        alone = len(self._dated(version.kpi)) == 1
        return alone and (version.kpi, version.version, None) in self._meanings

    def stretch(self, version: KpiVersion, meaning: Meaning, view: View) -> Stretch:
        """The cells in time that a KPI's formula is computed over."""
        key = (view, version.frequency, meaning.frequencies, version.window)
        if key not in self._stretches:
            over = trailing_year if version.window == "trailing_12m" else stretch_of
            self._stretches[key] = over(
                view, version.frequency, meaning.frequencies, self._calendar
            )
        return self._stretches[key]

    def _read(self, version: KpiVersion, day: date) -> Meaning | FormulaError:
        try:
            return meaning_of(self._board, version, day)
        except FormulaError as mistake:
            return mistake

    def _newest(self, view: View, frequency: Frequency) -> Period:
        key = (view, frequency)
        if key not in self._periods:
            kind = grain(frequency)
            shown = own_view(view, frequency, self._calendar)
            self._periods[key] = Period(kind, own_periods(shown, kind, self._calendar)[-1])
        return self._periods[key]

    def _version(self, kpi: str, day: date) -> KpiVersion:
        versions = self._dated(kpi)
        return in_force(versions, day) or versions[0][1]

    def _dated(self, kpi: str) -> list[tuple[date, KpiVersion]]:
        if kpi not in self._versions:
            group = self._board.versions[kpi]
            self._versions[kpi] = [(first_day(v.effective, self._calendar), v) for v in group]
        return self._versions[kpi]
