"""The states that a definition had: its versions, and each as it stood before a correction."""

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.model.records import KpiVersion
from scorecard.text import Said
from scorecard.trouble import Refused
from scorecard.workspace import Step, Workspace

#: How a step is called that rewrote a version.
CORRECTION = "command.correct_version"


@dataclass(frozen=True, slots=True)
class Edition:
    """A version as somebody wrote it. `until` is when a correction took its place, an ISO time,
    empty where it counts; `by` and `at` are empty where nobody is known."""

    version: KpiVersion
    by: str = ""
    at: str = ""
    until: str = ""

    @property
    def key(self) -> str:
        """What tells it from the others of its KPI."""
        return f"{self.version.version} {self.until}"

    @property
    def words(self) -> Said:
        """What it is called in a list."""
        facts = {"version": self.version.version, "start": self.version.effective}
        since = Said("panel.version.since", {**facts})
        if not self.until:
            return since
        return Said("difference.before_correction", {"since": since, "day": self.until[:10]})


def editions(workspace: Workspace, kpi: str) -> tuple[Edition, ...]:
    """All editions of a KPI's definition, oldest first; a correction that was undone made none."""
    versions = workspace.board.versions[kpi]
    return tuple(each for version in versions for each in _of(workspace, version))


def is_corrected(workspace: Workspace, kpi: str) -> bool:
    """Whether a version of it stood otherwise before; reads no more than the names of steps."""
    versions = workspace.board.versions[kpi]
    steps = (step for version in versions for step in _standing(workspace, version))
    return any(step.name.key == CORRECTION for step in steps)


def _of(workspace: Workspace, version: KpiVersion) -> Iterator[Edition]:
    by, at = "", ""
    for step in _standing(workspace, version):
        before = _before(step, version) if step.name.key == CORRECTION else None
        if before is not None:
            yield Edition(before, by, at, step.at)
        by, at = step.by, step.at
    yield Edition(version, by, at)


def _standing(workspace: Workspace, version: KpiVersion) -> list[Step]:
    """The steps that wrote a version and were not taken back, oldest first."""
    steps = workspace.history(table=version.table, key=version.key)[::-1]
    done: dict[int, Step] = {}
    every = {step.seq: step for step in steps}
    for step in steps:
        if step.kind == "undo":
            done.pop(step.of or 0, None)
        elif step.kind == "redo" and step.of in every:
            done[step.of] = every[step.of]
        else:
            done[step.seq] = step
    return [done[seq] for seq in sorted(done)]


def _before(step: Step, version: KpiVersion) -> KpiVersion | None:
    try:
        edits = step.edits
    except Refused:  # a damaged record: what stood before it cannot be told
        return None
    found = (
        edit.before for edit in edits if (edit.table, edit.key) == (version.table, version.key)
    )
    return next((record for record in found if isinstance(record, KpiVersion)), None)
