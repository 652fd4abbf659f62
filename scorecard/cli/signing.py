"""Who signs what a verb writes: the name set in the window, or the account."""

import getpass
import json
import os
import sys
from pathlib import Path


def author() -> str:
    """The name that the settings of this computer hold; the account where they hold none."""
    return _named(_settings()) or _account()


def _settings() -> Path:
    """Where the window keeps the settings, as `QStandardPaths` says it on each system."""
    if sys.platform == "win32":
        above = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        above = Path.home() / "Library" / "Application Support"
    else:
        above = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return above / "scorecard" / "settings.json"


def _named(file: Path) -> str:
    try:
        kept = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return ""
    name = kept.get("author") if isinstance(kept, dict) else ""
    return name.strip() if isinstance(name, str) else ""


def _account() -> str:
    """The name of the account; empty for one without, as in some containers."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
