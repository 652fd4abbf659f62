"""A KPI at a unit and what is said of it, for the oracle."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from tests.oracle.days import P, containing, home
from tests.oracle.exact import Exact, No
from tests.oracle.judging import Judged
from tests.oracle.language import Tree, adds_up, grows, names, parse, ytd_of
from tests.oracle.measured import Cell, Reading
from tests.oracle.paper import Json, Paper, Scene


@dataclass
class Kpi:
    """A KPI's definition in force at a unit."""

    paper: Paper
    id: str
    org: str
    about: Json
    tree: Tree = field(init=False)

    def __post_init__(self) -> None:
        self.tree = parse(self.about["formula"])

    @property
    def frequency(self) -> str:
        kind = str(self.about.get("frequency", "month"))
        return "day" if kind == "project" else kind

    @property
    def is_project(self) -> bool:
        return self.about.get("frequency") == "project"

    @property
    def rolling(self) -> bool:
        return bool(self.about.get("window") == "trailing_12m")

    @property
    def additive(self) -> bool:
        return adds_up(self.tree, self._adding) and not self.rolling

    @property
    def _adding(self) -> set[str]:
        return {
            m["id"]
            for m in self.paper.measures.values()
            if m.get("over_time", "sum") in ("sum", "count")
        }

    def window(self, scene: Scene) -> Scene:
        """The scene that inputs are taken from: twelve months where the KPI rolls."""
        if not self.rolling:
            return scene
        last = scene.own[-1]
        first = containing("month", last.last, 1).first
        for _ in range(11):
            first = containing("month", first - timedelta(days=1), 1).first
        return scene._replace(own=tuple(self.paper.between(first, last.last, last.kind)))

    def cells(self, scene: Scene) -> list[Cell]:
        """The cells that the formula reads in a scene."""
        return Reading(self.paper, self.org).cells(self.tree, scene)

    @property
    def plain_year(self) -> bool:
        """Whether what YTD adds up is itself a sum, so that it can be told for some months."""
        return adds_up(self.added_up().tree, set(self.paper.measures))

    def added_up(self) -> "Kpi":
        """The KPI that the first YTD in the formula adds up; itself where there is none."""
        inner = ytd_of(self.tree)
        found = Kpi(self.paper, self.id, self.org, self.about)
        found.tree = inner or self.tree
        return found

    @property
    def inputs(self) -> list[str]:
        """The measures that it reads."""
        return names(self.tree)

    @property
    def growth(self) -> str | None:
        """How its number grows with the time it covers (decision 0011)."""
        return grows(self.tree, self._adding)

    def said(self, scene: Scene) -> bool:
        """Whether somebody said of a cell of the scene that there is no value."""
        return any(
            self.paper.entries.get((name, unit, cell.code), 0) is None
            for name in names(self.tree)
            for unit in self.paper.speakers(name, self.org)
            for cell in self.paper.cells(scene, self.paper.frequency(name))
        )


GREY = Judged("grey", None, None)


@dataclass
class Answer:
    """What the oracle says of a KPI in a scene."""

    kpi: Kpi
    scene: Scene
    value: Exact
    have: int = 0
    of: int = 0
    partial: bool = False
    stale: bool = False
    target: Any = None
    judged: Judged = GREY
    cells: tuple[Cell, ...] = ()
    every: tuple[Cell, ...] = ()
    part: Exact | None = None
    said: bool = False
    aimless: bool = False

    def with_cells(self, cells: tuple[Cell, ...]) -> "Answer":
        """The same with fewer cells that count."""
        return replace(self, cells=cells)

    @property
    def period(self) -> P:
        """The newest of the KPI's own periods that has a value; the newest where none has."""
        if self.kpi.rolling:
            return self.scene.own[-1]
        last = self.cells[-1].period if self.cells else self.scene.own[-1]
        holding = [p for p in self.scene.own if p.first <= home(last) <= p.last or p == last]
        return holding[-1] if holding else self.scene.own[-1]

    @property
    def reason(self) -> str | None:
        return self.value.reason if isinstance(self.value, No) else self.judged.reason
