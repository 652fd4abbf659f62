"""How the scorecard speaks: in the language of now, by the names that the document gives."""

from collections.abc import Callable
from typing import NamedTuple

from scorecard.board import Board
from scorecard.period import Period
from scorecard.text import Said, sentences
from scorecard.vocabulary import Words
from ui.look import Look, Wording


class Voice(NamedTuple):
    """A look, and the document as it is now."""

    look: Look
    board: Callable[[], Board]

    @property
    def language(self) -> str:
        """The language of now, `zh_TW` or `en`."""
        return self.look.language

    def say(self, key: str, **facts: str | Words | Said) -> str:
        """The sentence `key` with its named places filled."""
        return self.look.say(key, **facts)

    def tell(self, wording: Wording) -> str:
        """A wording as text."""
        return self.look.tell(wording)

    def called(self, period: Period) -> str:
        """What stands for a period."""
        return self.board().settings.naming.label(period)

    def why(self, reason: str) -> str:
        """Why there is no value or colour, in a word or two; `missing:NAME` by the words of
        what a formula calls NAME."""
        code, _, name = reason.partition(":")
        if name:  # seldom, so that what this takes is loaded after the first picture
            from scorecard.figures.reasons import reason_said

            return self.look.tell(reason_said(self.board(), reason))
        if code.startswith("formula"):
            return self.look.say("report.reason.formula")
        key = f"window.reason.{code}"
        return self.look.say(key if key in sentences() else "window.reason.no_data")
