"""What the program remembers about its user: language, theme, documents; one JSON file."""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from scorecard.text import LANGUAGES
from scorecard.whole_file import written_whole
from ui.look import Density, Theme

MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Remembered:
    """How a document was left: nodes that were open (None: nobody said), the chosen one, the
    notices that were put away for good."""

    opened: tuple[str, ...] | None = None
    node: str | None = None
    closed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preferences:
    """The user's choices. `author` signs what is written, the account where it is empty. `recent`
    are paths of documents, the newest first; `documents` say how each was left, by path."""

    language: str = ""
    author: str = ""
    theme: Theme = Theme.SYSTEM
    density: Density = Density.COMPACT
    recent: tuple[str, ...] = ()
    documents: Mapping[str, Remembered] = field(default_factory=dict)

    def with_document(self, path: Path) -> "Preferences":
        """`path` is the newest of the recent documents."""
        others = [text for text in self.recent if text != str(path)]
        return replace(self, recent=(str(path), *others)[:MOST_RECENT])

    def with_remembered(self, path: Path, left: Remembered) -> "Preferences":
        """How `path` was left; forgotten for documents that are no longer recent."""
        kept = {name: how for name, how in self.documents.items() if name in self.recent}
        return replace(self, documents={**kept, str(path): left})


def read_preferences(file: Path) -> Preferences:
    """The preferences in `file`; what is lacking or unreadable there is as at the first start."""
    try:
        stored = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return Preferences()
    return _read(stored) if isinstance(stored, dict) else Preferences()


def write_preferences(file: Path, preferences: Preferences) -> None:
    """Keep the preferences, whole or not at all; where that fails they are as before."""
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(preferences), ensure_ascii=False, indent=1)
    with contextlib.suppress(OSError):
        written_whole(file, lambda stream: stream.writelines([text.encode()]))


def _read(stored: dict[str, object]) -> Preferences:
    language, theme, density = (stored.get(name) for name in ("language", "theme", "density"))
    documents = stored.get("documents")
    return Preferences(
        language=str(language) if language in LANGUAGES else "",
        author=_text(stored.get("author")) or "",
        theme=Theme(str(theme)) if theme in list(Theme) else Theme.SYSTEM,
        density=Density(str(density)) if density in list(Density) else Density.COMPACT,
        recent=_texts(stored.get("recent")) or (),
        documents={
            path: Remembered(
                _texts(left.get("opened")),
                _text(left.get("node")),
                _texts(left.get("closed")) or (),
            )
            for path, left in (documents.items() if isinstance(documents, dict) else ())
            if isinstance(left, dict)
        },
    )


def _texts(stored: object) -> tuple[str, ...] | None:
    if not isinstance(stored, list):
        return None
    return tuple(text for text in stored if isinstance(text, str))


def _text(stored: object) -> str | None:
    return stored if isinstance(stored, str) else None
