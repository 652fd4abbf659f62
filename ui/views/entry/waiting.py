"""Texts that mean no single value: each waits in its cell with what is to be said of it, over a
restart too."""

from collections.abc import Callable
from typing import NamedTuple

from scorecard.board import Place
from scorecard.entry_text import Typed
from scorecard.period import Period
from scorecard.trouble import Refused, Trouble
from scorecard.vocabulary import Words
from ui.bridge import Bridge
from ui.waiting_texts import KEPT_AS

Spot = tuple[Place, Period]
#: What a text means in a cell of the sheet.
Meaning = Callable[[Spot, str], Typed]


class Held(NamedTuple):
    """A text that means no value yet: what it may mean, or what is wrong with it."""

    text: str
    typed: Typed
    trouble: Trouble | None = None


class Waiting:
    """The texts of a document by their cells, kept in it as they come and go. Those of cells that
    the document has not any more stay kept, and are not shown."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._held: dict[Spot, Held] = {}
        self._others: dict[str, object] = {}

    @property
    def is_empty(self) -> bool:
        """Whether no text waits."""
        return not self._held

    def of(self, spot: Spot) -> Held | None:
        """The text that waits in a cell."""
        return self._held.get(spot)

    def hold(self, spot: Spot, held: Held) -> None:
        """Have a text wait in a cell."""
        if self._held.get(spot) != held:
            self._held[spot] = held
            self._keep()

    def release(self, spot: Spot) -> bool:
        """Forget the text of a cell; whether there was one."""
        found = self._held.pop(spot, None) is not None
        if found:
            self._keep()
        return found

    def recall(self, meaning: Meaning) -> None:
        """Find again what waited when the document was left."""
        board = self._bridge.board
        for name, told in (self._bridge.workspace.draft(KEPT_AS) or {}).items():
            measure, org, code = name.split("\t")
            if measure in board.measures and org in board.orgs and isinstance(told, dict):
                spot = ((measure, org), Period.parse(code))
                self._held[spot] = _held(told, meaning(spot, str(told["text"])))
            else:
                self._others[name] = told

    def _keep(self) -> None:
        fields = self._others | {_name(spot): _told(held) for spot, held in self._held.items()}
        workspace = self._bridge.workspace
        if workspace.read_only is not None:
            return
        try:
            if fields:
                workspace.keep_draft(KEPT_AS, fields)
            else:
                workspace.drop_draft(KEPT_AS)
        except Refused as refusal:
            self._bridge.show_refused(refusal.troubles)
        self._bridge.tell_waiting()


def _name(spot: Spot) -> str:
    return "\t".join((*spot[0], spot[1].code))


def _told(held: Held) -> dict[str, object]:
    told: dict[str, object] = {"text": held.text}
    if held.trouble is not None:
        told |= {"code": held.trouble.code, "facts": dict(held.trouble.facts)}
    return told


def _held(told: dict[str, object], typed: Typed) -> Held:
    code, facts = told.get("code"), told.get("facts")
    if not isinstance(code, str):
        return Held(str(told["text"]), typed)
    known = facts.items() if isinstance(facts, dict) else ()
    said = {name: Words(*fact) if isinstance(fact, list) else str(fact) for name, fact in known}
    return Held(str(told["text"]), typed, Trouble(code, facts=said))
