"""What is to become of a pasted cell."""

from enum import StrEnum


class Verdict(StrEnum):
    """What is to become of a pasted cell."""

    WRITE = "write"
    SAME = "same"
    DOUBT = "doubt"
    BLANK = "blank"
    REFUSED = "refused"
