"""The program's own folder on this computer, the same as the window's, found without Qt."""

import os
import sys
from pathlib import Path

_NAME = "scorecard"


def own_folder() -> Path:
    """Where settings and backups are kept: what Qt calls the AppDataLocation of the program."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / _NAME
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / _NAME
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / _NAME


def backup_folder() -> Path:
    """Where the backups of all documents are kept."""
    return own_folder() / "backups"
