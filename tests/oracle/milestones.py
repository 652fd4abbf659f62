"""Projects for the random documents: planned or not, done once, twice or never."""

from datetime import date, timedelta
from random import Random
from typing import Any

Json = dict[str, Any]
_AIMS = {"yes": "yes", "lower": "<=10", "higher": ">=5", "exact": "=7", "zero": "=0", "none": ""}


class Milestones:
    """Up to two projects of a document, from a number of their own."""

    def __init__(self, seed: int) -> None:
        self.random = Random(f"projects of {seed}")

    def added_to(self, document: Json) -> Json:
        """The document with its projects."""
        for number in range(self.random.choice((0, 0, 1, 2))):
            self._add(document, f"P{number}", f"done{number}")
        return document

    def _add(self, document: Json, name: str, measure: str) -> None:
        pick = self.random
        direction, org = pick.choice(list(_AIMS)), pick.choice(("plant", "west", "co"))
        document["measures"].append(
            {"id": measure, "name": {"en": measure}, "frequency": "project", "over_time": "last"}
        )
        document["kpis"].append({"id": name, "versions": self._versions(measure, direction)})
        document["tree"].append(
            {"id": name, "parent": "g", "kind": "kpi", "kpi": name, "org": org, "order": 0,
             "weight": pick.choice((1, 1, 2, 0)), "key": pick.random() < 0.3}
        )  # fmt: skip
        if _AIMS[direction] and pick.random() < 0.85:
            begins = pick.choice(("2024-01", "2024-01", "2026-03-02"))
            aim = {"kpi": name, "org": org, "from": begins, "value": _AIMS[direction]}
            document["targets"].append(aim)
        for _ in range(pick.choice((0, 1, 1, 2))):
            value = pick.randint(0, 1) if direction == "yes" else pick.choice((0, 3, 7, 8, 12))
            unit = pick.choice(("plant", "east") if org == "co" else ("plant",))
            entry = {"measure": measure, "org": unit, "period": self._day(), "value": value}
            places = {(e["measure"], e["org"], e["period"]) for e in document["entries"]}
            if (measure, unit, entry["period"]) not in places:
                document["entries"].append(entry)

    def _versions(self, measure: str, direction: str) -> list[Json]:
        pick = self.random
        first: Json = {
            "version": "v1",
            "effective": "2020-01",
            "name": {"en": "P"},
            "formula": measure,
            "frequency": "project",
            "direction": direction,
        }
        if pick.random() < 0.8:
            first["planned"] = self._day()
        if pick.random() < 0.7:
            return [first]
        moved = {**first, "version": "v2", "effective": "2026-02-10", "planned": self._day()}
        return [first, moved]

    def _day(self) -> str:
        return (date(2025, 9, 1) + timedelta(days=self.random.randint(0, 420))).isoformat()
