"""A mistake in a formula: what is wrong, at which character, what was expected there."""

from collections.abc import Mapping

from scorecard.trouble import Trouble
from scorecard.vocabulary import Words


class FormulaError(Exception):
    """A formula that cannot be read or resolved.

    `position` counts characters of the text as typed, from 0. `expected` holds signs such as
    `)` and the words `name`, `number`, `operator`, `function`, `whole number`, `end`; for an
    unknown name, the nearest known ones. `near` is the text at the place, or the last one
    before the end; None where there is none. `code` names the sentence `trouble.formula_CODE`.
    """

    def __init__(
        self,
        position: int,
        expected: tuple[str, ...],
        near: str | None,
        code: str,
        facts: Mapping[str, str | Words] | None = None,
    ) -> None:
        self.position = position
        self.expected = expected
        self.near = near
        self.code = code
        self.facts: dict[str, str | Words] = dict(facts or {})
        super().__init__(f"{code} at {position}: {near!r}, expected {expected}")

    def trouble(self, where: str = "") -> Trouble:
        """The mistake as a value; in its sentence characters are counted from 1."""
        facts: dict[str, str | Words] = {
            "position": str(self.position + 1),
            "near": self.near or "",
            **self.facts,
        }
        return Trouble(f"formula_{self.code}", where, facts)
