"""The program: a verb is the command line, anything else is the window."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str]) -> int:
    """Runs a verb, or opens the window with the document that `argv` may name."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if argv and not _is_document(argv[0]):
        from scorecard.cli import main as verb

        gc.disable()  # a verb ends before a collection could give anything back
        return verb(argv)
    if not _has_display():
        from scorecard.cli.language import language_of
        from scorecard.cli.verbs import VERBS
        from scorecard.text import say

        print(say("cli.no_display", language_of(argv), verbs=", ".join(VERBS)), file=sys.stderr)
        return 2
    from ui.app import main as window

    return window(list(argv))


def _is_document(argument: str) -> bool:
    """Whether an argument is for the window: a file, or the day that stands for today."""
    if argument == "--today":
        return True
    return argument.endswith(".scorecard") or os.sep in argument or Path(argument).is_file()


def _has_display() -> bool:
    """Whether a window can be shown: only X11 and Wayland can be without a display."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
