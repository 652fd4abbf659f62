"""A formula that is being written, after something it says was renamed."""

from scorecard.formula import FormulaError, rename
from scorecard.vocabulary import Words


def renamed(text: str, before: Words, after: Words) -> str:
    """A formula that is being written, after what it says was renamed; one that cannot be read
    stays as it is."""
    changes = {old: new for old, new in zip(before, after, strict=True) if old and new}
    try:
        return rename(text, changes)
    except FormulaError:
        return text
