"""Small random documents that use every part of the rules, each from a number."""

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.oracle.days import KINDS, containing, parts
from tests.oracle.milestones import Milestones

Json = dict[str, Any]
BEGIN, END = date(2024, 1, 1), date(2026, 12, 31)
_METHODS = ("sum", "average", "last", "max", "min", "count")
_FORMULAS = (
    "{a}",
    "{a}",
    "{a} + {b}",
    "{a} − {b}",
    "{a} ÷ {b}",
    "{a} / {b} × 100%",
    "({a} - {b}) / {b}",
    "SUM({a}, {b}, {c})",
    "AVG({a}, {b})",
    "MAX({a}, {b}) - MIN({a}, {b})",
    "COUNT({a}, {b})",
    "IF({a} > 50, {a}, {b})",
    "ABS({a} - {b})",
    "ROUND({a} / 7, 2)",
    "{a} - PREV({a})",
    "({a} − LY({a})) ÷ LY({a}) × 100％",
    "YTD({a})",
    "ROLLSUM({a}, 3)",
    "ROLLAVG({a}, 2)",
    "{a} × 2 + {b} % ",
    "-{a} + {b}",
    "{a} / DAYS()",
    "{a} >= {b}",
)

_DIRECTIONS = (
    *("higher", "higher", "higher", "lower", "lower", "range"),
    *("exact", "zero", "improve", "budget", "none", "yes"),
)


class Maker:
    """Makes one document and the views to look at, always the same from the same number."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.start = self.random.choice((1, 1, 4, 7))
        self.kind = self.random.choice(("month",) * 6 + ("quarter", "week", "day"))
        self.first = date(2025, 10, 1) if self.kind == "day" else BEGIN
        self.milestones = Milestones(seed)

    def document(self) -> Json:
        """A document of three to seven KPIs at four units."""
        kpis = [self.kpi(f"K{number}") for number in range(self.random.randint(2, 4))]
        tree = self.tree(kpis)
        places = {(node["kpi"], node["org"]) for node in tree if node["kind"] == "kpi"}
        about = {kpi["id"]: kpi["versions"][-1] for kpi in kpis}
        measures = self.measures()
        return self.milestones.added_to(
            {
                "format": "scorecard.board/1",
                "settings": self.settings(),
                "org": [
                    {"id": "co", "name": {"en": "Company"}, "parent": None},
                    {"id": "east", "name": {"en": "East"}, "parent": "co"},
                    {"id": "west", "name": {"en": "West"}, "parent": "co"},
                    {"id": "plant", "name": {"en": "Plant"}, "parent": "west"},
                ],
                "measures": measures,
                "kpis": kpis,
                "tree": tree,
                "targets": [
                    found
                    for kpi, org in sorted(places)
                    for found in self.aims(kpi, org, about[kpi])
                ],
                "entries": self.entries(measures),
            }
        )

    def settings(self) -> Json:
        found: Json = {"fiscal_start": self.start}
        if self.random.random() < 0.3:
            found |= {"coverage": 0.7, "bands": {"amber": 50, "green": 80}}
        if self.random.random() < 0.3:
            found["grace_days"] = {"month": 3, "week": 2}
        return found

    def views(self, document: Json) -> list[tuple[str, bool, date]]:
        """Period, whether to date, and today, four times."""
        return [self.view(document) for _ in range(4)]

    def view(self, document: Json) -> tuple[str, bool, date]:
        pick = self.random
        day = date(2025, 11, 1) + timedelta(days=pick.randint(0, 330))
        kind = pick.choice(("month", "month", "quarter", "half", "year", self.kind))
        view = containing(kind, day, self.start)
        today = pick.choice((date(2030, 1, 1), view.last + timedelta(days=pick.randint(-40, 25))))
        # The rules do not say what precedes a stretch to date.
        looks_back = any("PREV" in v["formula"] for k in document["kpis"] for v in k["versions"])
        return view.code, pick.random() < 0.3 and not looks_back, today

    def measures(self) -> list[Json]:
        found = [
            {
                "id": name,
                "name": {"en": name},
                "frequency": self.kind,
                "over_time": self.random.choice(("sum", "sum", *_METHODS)),
                "over_org": self.random.choice(("sum", "sum", "sum", "average", "max", "min")),
            }
            for name in ("a", "b", "c", "plan")
        ]
        found[3] |= {"over_time": "sum", "over_org": "sum"}
        if self.random.random() < 0.2:
            found[0] |= {"over_time": "weighted", "over_org": "weighted", "weight": "c"}
            found[2] |= {"over_time": "sum", "over_org": "sum"}
        if self.kind == "month" and self.random.random() < 0.1:
            found[1]["frequency"] = found[3]["frequency"] = "day"
        return found

    def kpi(self, name: str) -> Json:
        pick = self.random
        # Whether a week that only begins in a month counts in a part of a quarter is left open.
        longer = ("week",) if self.kind == "week" else KINDS[max(KINDS.index(self.kind), 2) :]
        frequency = self.kind if pick.random() < 0.7 else pick.choice(longer)
        first = self.version(frequency)
        versions = [first]
        if pick.random() < 0.15:
            formula = self.formula(first["direction"])
            if "window" in first and "(" in formula:  # twelve months of what is read elsewhen
                formula = first["formula"]
            again = {**first, "version": "v2", "effective": "2026-03-15", "formula": formula}
            if pick.random() < 0.5:  # the same numbers from elsewhere
                again |= {"source": "B"}
                first |= {"source": "A"} if pick.random() < 0.7 else {}
            versions.append(again)
        return {"id": name, "versions": versions}

    def version(self, frequency: str) -> Json:
        pick = self.random
        direction = pick.choice(_DIRECTIONS)
        found: Json = {
            "version": "v1",
            "effective": "2020-01",
            "name": {"en": "K"},
            "formula": self.formula(direction),
            "frequency": frequency,
            "direction": direction,
        }
        found |= self.limits(direction)
        if direction in ("lower", "improve", "budget") and pick.random() < 0.3:
            found["attainment"] = "target_over_actual"
        if direction in ("improve", "budget") and pick.random() < 0.5:
            found["better"] = pick.choice(("higher", "lower"))
        plain = "(" not in found["formula"]
        if self.kind == "month" and frequency == "month" and plain and pick.random() < 0.2:
            found["window"] = "trailing_12m"
        return found

    def formula(self, direction: str) -> str:
        pick = self.random
        if direction == "yes":
            return "a >= b"
        text = pick.choice(_FORMULAS[:-1])
        # Week by week, or month by month; 29 February in a year to date: left open.
        if self.kind in ("week", "day") and "LY" in text:
            text = "{a}"
        first, second, third = pick.sample(("a", "b", "c"), 3)
        return text.format(a=first, b=second, c=third)

    def limits(self, direction: str) -> Json:
        """Typed thresholds around 100, in the right order, sometimes."""
        pick = self.random
        found: Json = {}
        typed: Json = {}
        if direction == "higher":
            typed = {"green": f">={pick.randint(85, 95)}", "amber": f">={pick.randint(50, 80)}"}
        elif direction == "lower":
            typed = {"green": f"<={pick.randint(125, 140)}", "amber": f"<={pick.randint(141, 160)}"}
        elif direction == "range":
            typed = {"amber": "60..150"}
        elif direction == "zero":
            typed = {"amber": "<=5"}
        elif direction == "budget":
            typed = {"amber": "<=400"}
        elif direction == "improve":
            typed = {"amber": ">=20"}
        if typed and pick.random() < 0.35:
            if pick.random() < 0.3 and len(typed) == 2:
                del typed[pick.choice(("green", "amber"))]
            found["thresholds"] = typed
        if direction in ("higher", "lower", "zero") and pick.random() < 0.2:
            baselines: Json = {"higher": 10, "lower": 300, "zero": 20}
            found["baseline"] = baselines[direction]
        if direction == "higher" and pick.random() < 0.15:
            found["bounds"] = {"high": pick.choice((100, 120, 200))}
        return found

    def aims(self, kpi: str, org: str, about: Json) -> list[Json]:
        """Targets of a KPI at a unit: none, one, or one that changes."""
        texts = {
            "higher": (">=100", ">=100", ">100"),
            "lower": ("<=120", "<120"),
            "range": ("80..120",),
            "exact": ("=100",),
            "zero": ("=0",),
            "yes": ("yes",),
            "improve": ("improve:last_year", "improve:previous"),
            "budget": ("budget:plan",),
        }.get(about["direction"])
        if texts is None or self.random.random() < 0.1:
            return []
        begins = self.random.choice(("2024-01",) * 4 + ("2026-03-02", "2025-12"))
        found = {"kpi": kpi, "org": org, "from": begins, "value": self.random.choice(texts)}
        if about["direction"] in ("higher", "lower", "range", "exact"):
            basis = self.basis(about["frequency"])
            found |= {"basis": basis} if basis and "thresholds" not in about else {}
            if found.get("basis") in ("quarter", "half", "year"):
                found |= self.spread(found)
            if self.random.random() < 0.2 and "thresholds" not in about:
                later = {">": ">=96.5", "<": "<=122", "8": "85..130", "=": "=110"}
                moved = {**found, "from": "2026-02-15", "value": later[found["value"][0]]}
                return [found, moved]
        return [found]

    def basis(self, frequency: str) -> str | None:
        if frequency in ("day", "week") or self.random.random() < 0.7:
            return None
        return self.random.choice(KINDS)

    def spread(self, target: Json) -> Json:
        """How a target falls to its parts, sometimes; typed parts only of a single number."""
        typed = [round(self.random.uniform(5, 15), 1) for _ in range(12)]
        rules: list[Any] = ["even", "season", "season"]
        rules += [] if ".." in target["value"] else [typed]
        return {"spread": self.random.choice(rules)} if self.random.random() < 0.6 else {}

    def tree(self, kpis: list[Json]) -> list[Json]:
        pick = self.random
        nodes: list[Json] = [self.node("g", None, "goal")]
        for number in range(pick.randint(1, 2)):
            nodes.append(self.node(f"p{number}", "g", "perspective"))
            if pick.random() < 0.4:
                nodes.append(self.node(f"t{number}", f"p{number}", "theme"))
        parents = [node["id"] for node in nodes]
        for number in range(pick.randint(3, 6)):
            name = f"n{number}"
            node = self.node(name, pick.choice(parents), "kpi")
            node |= {
                "kpi": pick.choice(kpis)["id"],
                "org": pick.choice(("co", "co", "east", "west", "plant")),
                "key": pick.random() < 0.25,
            }
            nodes.append(node)
            if pick.random() < 0.2:
                parents.append(name)
        return nodes

    def node(self, name: str, parent: str | None, kind: str) -> Json:
        weight = self.random.choice((1, 1, 1, 2, 0, 0.5))
        return {
            "id": name,
            "parent": parent,
            "kind": kind,
            "name": {"en": name},
            "weight": weight,
            "order": 0,
        }

    def entries(self, measures: list[Json]) -> list[Json]:
        """Numbers around 100, some of them absent, some said to be none, some zero."""
        pick, found = self.random, []
        for measure in measures:
            kept = pick.choice((("co",), ("east", "plant"), ("east", "west"), ("co", "east")))
            if pick.random() < 0.6:
                kept = ("east", "plant")
            gap = pick.choice((0.0, 0.05, 0.3))
            last = END - timedelta(days=pick.choice((0, 0, 40, 100, 200)))
            kind = measure["frequency"]
            first = date(2025, 10, 1) if kind == "day" else self.first
            for org in kept:
                found += [
                    {"measure": measure["id"], "org": org, "period": period.code, "value": value}
                    for period in parts(first, last, kind, self.start)
                    for value in [self.value()]
                    if pick.random() >= gap
                ]
        return found

    def value(self) -> float | None:
        pick = self.random
        whole = pick.random()
        if whole < 0.02:
            return None
        if whole < 0.06:
            return 0
        return round(pick.gauss(105, 30), pick.choice((0, 1, 2))) * (-1 if whole > 0.98 else 1)
