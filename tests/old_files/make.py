"""Makes a document by the program of an earlier state.

`python -m tests.old_files.make CHECKOUT 100-7`: `CHECKOUT` is a folder that holds the sources of
that state; README.md says which state made what.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
Json = dict[str, Any]

#: Runs what follows as the program does, on a computer and for a person of these names.
_RUN = """
import platform, runpy, sys
platform.node = lambda: "desk"
sys.argv = ["main.py", *sys.argv[1:]]
runpy.run_path("main.py", run_name="__main__")
"""
#: Keeps a half-written definition, which no verb does.
_DRAFT = """
import sys
from pathlib import Path
from scorecard.clock import SystemClock
from scorecard.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]), author="amy", clock=SystemClock())
workspace.keep_draft("FIN-002", {"name": {"zh_TW": "草稿", "en": "Draft"}})
workspace.close()
"""


class Program:
    """The program of the state in `checkout`, in a home of its own."""

    def __init__(self, checkout: Path, home: Path) -> None:
        self._checkout = checkout
        self._home = {"HOME": str(home), "XDG_DATA_HOME": str(home), "LOGNAME": "amy"}

    def __call__(self, *arguments: object, code: str = _RUN) -> None:
        done = subprocess.run(
            [sys.executable, "-c", code, *map(str, arguments)],
            cwd=self._checkout,
            env={**os.environ, **self._home, "PYTHONPATH": str(self._checkout)},
            check=False,
            stdout=subprocess.PIPE,
            text=True,
        )
        if done.returncode > 1:  # 1 is a warning
            raise RuntimeError(done.stdout)


def make(checkout: Path, name: str) -> None:
    """Write `name.scorecard`, what it says by its own program, and a snapshot handed out by it."""
    form = int(name.partition("-")[2])
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        program, path = Program(checkout, here), here / "old.scorecard"
        _fill(program, path, form, here)
        says = {"now": _said(program, path, here)}
        for state, verbs in (("redone", ["redo"]), ("undone", ["undo", "undo"])):
            copy = here / f"{state}.scorecard"
            shutil.copyfile(path, copy)
            for verb in verbs:
                program(verb, copy)
            says[state] = _said(program, copy, here)
        shutil.copyfile(path, HERE / f"{name}.scorecard")
        shutil.copyfile(here / "snapshot.json", HERE / f"{name}.snapshot.json")
    text = json.dumps(says, ensure_ascii=False, indent=1)
    (HERE / f"{name}.json").write_text(text + "\n", "utf-8")


def _fill(program: Program, path: Path, form: int, folder: Path) -> None:
    source = folder / "source.json"

    def take(parts: Json) -> None:
        whole = {"format": "scorecard.board/1", **parts}
        source.write_text(json.dumps(whole, ensure_ascii=False), "utf-8")
        program("import", path, source)

    program("new", path)
    take(_board(form))
    program("set", path, "--measure", "revenue", "--period", "2026-10", "1,300", "--note", "補登")
    if form >= 5:
        program("close", path, "--period", "2026-08")
        program("reopen", path, "--period", "2026-08", "--reason", "補單")
    take(_changes("毛利率（新）", 3.5, ">=0.4"))
    snapshot = folder / "snapshot.json"
    program("snapshot", path, "--period", "2026-10", "--to", snapshot, "--today", "2026-11-10")
    program(path, code=_DRAFT)
    take(_changes("毛利率（再改）", 1.0, ">=0.45"))
    program("undo", path)


def _said(program: Program, path: Path, folder: Path) -> Json:
    target = folder / "said.json"
    program("export", path, "--what", "all", "--to", target)
    said: Json = json.loads(target.read_text("utf-8"))
    return said


def _board(form: int) -> Json:
    """A small scorecard with all that documents of that form can say."""
    version = {"version": "v1.0", "effective": "2024-01", "unit": "%", "direction": "higher"}
    margin = {
        **version,
        "name": {"zh_TW": "毛利率", "en": "Gross margin"},
        "category": "financial",
        "definition": {"zh_TW": "營收扣除成本", "en": "Revenue less cost"},
        "formula": "(營收 - 銷貨成本) / 營收",
        "decimals": 1,
        "frequency": "month",
        "thresholds": {"green": ">=0.35", "amber": ">=0.315"},
        "bounds": {"low": None, "high": 1},
        "dashboards": ["strategy"],
    }
    system: Json = {**version, "name": "系統上線", "formula": "live", "frequency": "month"}
    if form >= 4:
        system = {**system, "frequency": "project", "planned": "2026-12-31"}
    system |= {"unit": "", "direction": "yes"}
    target = {"kpi": "FIN-002", "org": "co", "from": "2026-01", "value": ">=0.35"}
    sales: Json = {"kpi": "FIN-001", "org": "co", "from": "2026-01", "value": ">=15000"}
    sales |= {"basis": "year", **({"spread": "even"} if form >= 4 else {})}
    lines: list[Json] = [
        {"id": "g", "parent": None, "kind": "goal", "name": {"zh_TW": "成長", "en": "Growth"}},
        {"id": "n1", "parent": "g", "kind": "kpi", "kpi": "FIN-002", "org": "co", "key": True},
        {"id": "n2", "parent": "g", "kind": "kpi", "kpi": "FIN-001", "org": "co", "weight": 2},
        {"id": "n3", "parent": "g", "kind": "kpi", "kpi": "IT-001", "org": "tp", "order": 3},
    ]
    if form >= 7:
        lines[3] |= {"archived": "2027-01"}
    revenue = {**version, "name": "營收", "formula": "revenue", "frequency": "month"}
    return {
        "settings": {"bands": {"amber": 55, "green": 88.5}, "grace_days": {"month": 12}},
        "org": [
            {"id": "co", "name": {"zh_TW": "公司", "en": "Company"}, "parent": None},
            {"id": "tp", "name": "台北廠", "parent": "co", "order": 2},
        ],
        "measures": [
            {"id": "revenue", "name": "營收", "unit": "TWD", "frequency": "month", "owner": "王"},
            {"id": "cogs", "name": {"zh_TW": "銷貨成本", "en": "Cost"}, "unit": "TWD"},
            {"id": "live", "name": "已上線", "frequency": system["frequency"]},
        ],
        "kpis": [
            {"id": "FIN-002", "versions": [margin]},
            {"id": "FIN-001", "versions": [{**revenue, "unit": "TWD"}]},
            {"id": "IT-001", "versions": [system]},
        ],
        "tree": lines,
        "targets": [target, sales],
        "entries": list(_entries()),
        "comments": [_SAID | {"id": "c1", "period": "2026-10", "text": {"zh_TW": "原料漲價"}}],
        **({"segments": [_SAID | {"from": "2026-03", "reason": "換機"}]} if form >= 3 else {}),
        **({"reviews": [_REVIEW]} if form >= 6 else {}),
    }


_SAID: Json = {"kpi": "FIN-002", "org": "co", "by": "amy", "at": "2026-11-03T08:00:00+08:00"}
_REVIEW = {"kpi": "FIN-002", "day": "2026-10-08", "outcome": "kept", "by": "amy", "note": "可"}


def _entries() -> list[Json]:
    months = [f"2026-{month:02d}" for month in range(1, 11)]
    parts = [("revenue", 1000.0), ("cogs", 640.25)]
    values = [
        {"measure": measure, "org": "co", "period": month, "value": start + 10 * at}
        for measure, start in parts
        for at, month in enumerate(months)
    ]
    return [*values, {**values[0], "period": "2025-12", "value": None, "note": "系統維護"}]


def _changes(name: str, weight: float, target: str) -> Json:
    """An edit of a definition, a line and a target, the rows that later forms say more of."""
    board = _board(1)
    version = {**board["kpis"][0]["versions"][0], "name": {"zh_TW": name, "en": "Margin"}}
    return {
        "kpis": [{"id": "FIN-002", "versions": [version]}],
        "tree": [{**board["tree"][1], "weight": weight}],
        "targets": [{**board["targets"][0], "value": target}],
    }


if __name__ == "__main__":
    make(Path(sys.argv[1]).resolve(), sys.argv[2])
