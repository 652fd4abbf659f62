"""A `scorecard.board/1` document as the oracle reads it."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any, NamedTuple

from tests.oracle.days import KINDS, P, before, containing, parsed, parts, year_before, year_of
from tests.oracle.exact import read

Json = dict[str, Any]


class Scene(NamedTuple):
    """What is looked at: a period, or the year to its end; `own` are the KPI's periods in it.

    No cell that begins after `limit` is used (R-TIME-12).
    """

    view: P
    to_date: bool
    own: tuple[P, ...]
    limit: date
    asked: P


class Paper:
    """The document with its entries by place; `today` decides what is due."""

    def __init__(self, document: Json, today: date) -> None:
        self.today = today
        settings = document.get("settings", {})
        self.start: int = settings.get("fiscal_start", 1)
        self.grace: dict[str, int] = settings.get("grace_days", {})
        self.coverage = read(settings.get("coverage", 0.5))
        bands = settings.get("bands", {})
        self.bands = (read(bands.get("amber", 60)), read(bands.get("green", 90)))
        self.measures: dict[str, Json] = {m["id"]: m for m in document["measures"]}
        self.orgs: list[Json] = document["org"]
        self.kpis: dict[str, list[Json]] = {k["id"]: k["versions"] for k in document["kpis"]}
        self.tree: list[Json] = document["tree"]
        self.targets: list[Json] = document["targets"]
        self.entries: dict[tuple[str, str, str], Fraction | None] = {
            (e["measure"], e["org"], e["period"]): None if e["value"] is None else read(e["value"])
            for e in document["entries"]
        }

        self.begin = min(
            (parsed(code, self.start).first for _, _, code in self.entries), default=today
        )
        self._speakers: dict[tuple[str, str], tuple[str, ...]] = {}
        self._cells: dict[tuple[Scene, str], list[P]] = {}
        self.kept = {(measure, org) for measure, org, _ in self.entries}

    def due(self, period: P) -> bool:
        """Whether the day after end + grace days has come (R-TIME-10)."""
        return self.today > period.last + timedelta(days=self.grace.get(period.kind, 10))

    def frequency(self, measure: str) -> str:
        kind = str(self.measures[measure].get("frequency", "month"))
        return "day" if kind == "project" else kind

    def speakers(self, measure: str, org: str) -> tuple[str, ...]:
        """The units whose entries make up the unit's: its own, otherwise those below it."""
        place = (measure, org)
        if place not in self._speakers:
            below = [unit["id"] for unit in self.orgs if unit.get("parent") == org]
            found = tuple(each for unit in below for each in self.speakers(measure, unit))
            self._speakers[place] = (org,) if place in self.kept else found
        return self._speakers[place]

    def scene(self, view: P, to_date: bool, frequency: str) -> Scene:
        """A view as a KPI of `frequency` sees it."""
        limit, asked = view.last, view
        if KINDS.index(view.kind) < KINDS.index(frequency):
            view = containing(frequency, view.last, self.start)
        if to_date:
            first = year_of(view, self.start).first
            return Scene(view, True, tuple(self.between(first, view.last, frequency)), limit, asked)
        own = [view] if view.kind == frequency else self.between(view.first, view.last, frequency)
        return Scene(view, False, tuple(own), limit, asked)

    def between(self, first: date, last: date, kind: str) -> list[P]:
        return parts(first, last, kind, self.start)

    def single(self, period: P, limit: date) -> Scene:
        """One of a KPI's own periods."""
        return Scene(period, False, (period,), min(limit, period.last), period)

    def earlier(self, scene: Scene, steps: int = 1) -> Scene | None:
        """The view before, of the same kind; to date there is none."""
        if scene.to_date:
            return None
        return self.scene(before(scene.view, self.start, steps), False, scene.own[-1].kind)

    def last_year(self, scene: Scene) -> Scene | None:
        """The same view a year earlier, or None where that does not exist."""
        found = year_before(scene.asked, self.start)
        return None if found is None else self.scene(found, scene.to_date, scene.own[-1].kind)

    def cells(self, scene: Scene, kind: str) -> list[P]:
        """The periods of `kind` that count in the scene and do not begin after its limit."""
        if (scene, kind) not in self._cells:
            self._cells[scene, kind] = self._begun(scene, kind)
        return self._cells[scene, kind]

    def _begun(self, scene: Scene, kind: str) -> list[P]:
        found = []
        for own in scene.own:
            inside = [own] if own.kind == kind else self.between(own.first, own.last, kind)
            found += [cell for cell in inside if cell.first <= scene.limit]
        return found

    def in_force(self, dated: list[Json], key: str, day: date) -> Json | None:
        """The newest of the dated things that begins on or before `day` (R-TARGET-3)."""
        begun = [thing for thing in dated if parsed(thing[key], self.start).first <= day]
        return max(begun, key=lambda t: parsed(t[key], self.start).first) if begun else None

    def moved(self, scene: Scene, moves: tuple[tuple[str, int], ...]) -> Scene | None:
        """The scene some views, or a year, earlier."""
        there: Scene | None = scene
        for function, steps in moves:
            if there is not None:
                there = self.earlier(there, steps) if function == "PREV" else self.last_year(there)
        return there
