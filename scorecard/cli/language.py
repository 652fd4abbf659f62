"""The language of the answers: asked for, or that of the terminal."""

import os
from collections.abc import Mapping, Sequence
from itertools import pairwise

from scorecard.text import LANGUAGES


def language_of(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """`zh_TW` or `en`: what `--lang` says, else what the locale says, else English."""
    for here, after in pairwise((*arguments, "")):
        if here == "--":
            break
        asked = after if here == "--lang" else here.removeprefix("--lang=")
        if asked in LANGUAGES:
            return asked
    locale = next((environment[name] for name in _LOCALES if environment.get(name)), "")
    return "zh_TW" if locale.lower().startswith("zh") else "en"


_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
