"""Whether a window can be tested here."""

import os
from functools import cache


@cache
def qt_lacks() -> str:
    """Why Qt cannot be loaded, or nothing; on a build server (CI) that is a failure, not a skip."""
    if os.environ.get("CI"):
        return ""
    try:
        import PySide6.QtGui  # noqa: F401
    except ImportError as trouble:
        return str(trouble)
    return ""
