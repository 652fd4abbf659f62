"""Who signs what a verb writes: the name set in the window, or the account."""

import json
from pathlib import Path

from scorecard.account import account_name
from scorecard.cli.own_folder import own_folder


def author() -> str:
    """The name that the settings of this computer hold; the account where they hold none."""
    return _named(own_folder() / "settings.json") or account_name()


def _named(file: Path) -> str:
    try:
        kept = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return ""
    name = kept.get("author") if isinstance(kept, dict) else ""
    return name.strip() if isinstance(name, str) else ""
