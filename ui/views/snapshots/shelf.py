"""What the page offers: the period that is looked at, and every frozen snapshot, newest first."""

from collections.abc import Callable
from typing import NamedTuple

from scorecard.evaluation import Evaluation
from scorecard.exchange.freezing import late_in
from scorecard.exchange.snapshot import late_of, sealed
from scorecard.exchange.snapshot_board import Kept, Verdict, is_unaltered, rebuilt
from scorecard.figures.late import Late
from scorecard.figures.report import Seal, report
from scorecard.vocabulary import Words
from ui.bridge import Bridge
from ui.report.booklet import Booklet


class Item(NamedTuple):
    """One line of the list; `at` and `digest` are empty for what is not frozen.

    `upto` says that it runs from the beginning of the fiscal year, `org` is the unit that it is of,
    empty for all. `body` is the file of the snapshot as JSON, None where there is none to hand
    over.
    """

    period: str
    upto: bool
    org: str
    unit: Words
    at: str
    digest: str
    sound: bool
    body: Callable[[], bytes] | None
    open: Callable[[], "Opened"]


class Opened(NamedTuple):
    """A snapshot ready to be drawn, or why it is not."""

    verdict: Verdict
    evaluation: Evaluation | None
    seal: Seal
    org: str
    late: tuple[Late, ...] = ()

    def booklet(self, language: str, *, mono: bool) -> Booklet | None:
        """Its pages; None where its numbers are not known."""
        if self.evaluation is None:
            return None
        made = report(self.evaluation, self._org_there(), self.seal, self.late)
        return Booklet(self.evaluation, made, language, mono=mono)

    def _org_there(self) -> str | None:
        there = self.evaluation is not None and self.org in self.evaluation.board.orgs
        return self.org if there else None


def items(bridge: Bridge) -> tuple[Item, ...]:
    """The live view first, then the frozen snapshots, newest first."""
    frozen = [_frozen(bridge, kept) for kept in bridge.workspace.snapshots()]
    return (_live(bridge), *reversed(frozen))


def _live(bridge: Bridge) -> Item:
    def opened() -> Opened:
        evaluation = bridge.evaluation
        late = late_in(bridge.workspace, evaluation, "")
        return Opened(Verdict.UNALTERED, evaluation, Seal(), "", late)

    view = bridge.evaluation.view
    return Item(view.period.code, view.upto, "", _unit(bridge, ""), "", "", True, None, opened)


def _frozen(bridge: Bridge, kept: Kept) -> Item:
    seal = Seal(kept.at, kept.by, kept.digest)

    def opened() -> Opened:
        verdict, found = rebuilt(bridge.workspace, kept)
        late = late_of(kept.body) if found is not None else ()
        return Opened(verdict, found, seal, kept.org, late)

    return Item(
        period=kept.period,
        upto=kept.upto,
        org=kept.org,
        unit=_unit(bridge, kept.org),
        at=kept.at,
        digest=kept.digest,
        sound=is_unaltered(kept),
        body=lambda: sealed(kept.body),
        open=opened,
    )


def _unit(bridge: Bridge, org: str) -> Words:
    units = bridge.board.orgs
    tops = [unit for unit in units.values() if unit.parent is None]
    found = units.get(org) or (tops[0] if len(tops) == 1 else None)
    return Words(org) if found is None else found.name
