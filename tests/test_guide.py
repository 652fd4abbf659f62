"""The guide says what the program can do: each verb, action and key, in both languages."""

import re
from pathlib import Path

import pytest

from scorecard.cli.verbs import VERBS
from scorecard.text import say
from tests.qt_library import qt_lacks

ROOT = Path(__file__).resolve().parent.parent
GUIDES = {"zh_TW": ROOT / "docs" / "guide.zh-TW.md", "en": ROOT / "docs" / "guide.en.md"}
MOST_BYTES = 250_000
_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)#]+)\)")
_CODE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)

needs_qt = pytest.mark.skipif(bool(qt_lacks()), reason="actions need Qt's libraries")
languages = pytest.mark.parametrize("language", GUIDES)
pages = pytest.mark.parametrize(
    "page", [*GUIDES.values(), ROOT / "README.md"], ids=lambda p: p.name
)


def _text(language: str) -> str:
    return GUIDES[language].read_text("utf-8")


def _headings(language: str) -> list[int]:
    """How deep each heading is, in their order."""
    lines = _CODE.sub("", _text(language)).splitlines()
    return [len(line) - len(line.lstrip("#")) for line in lines if line.startswith("#")]


def _shown(keys: str) -> list[str]:
    """Shortcuts as a reader sees them on a keyboard."""
    names = [name.strip() for name in keys.split(";") if name.strip()]
    return ["+".join(_ARROWS.get(part, part) for part in name.split("+")) for name in names]


@languages
def test_every_verb_of_the_command_line_is_in_the_guide(language: str) -> None:
    text = _text(language)

    missing = [verb for verb in VERBS if f"`{verb}`" not in text]

    assert not missing


@languages
@needs_qt
def test_every_action_of_the_menus_is_in_the_guide(language: str) -> None:
    from ui.actions import DEEDS

    text = _text(language)

    names = [say(f"window.action.{deed.key}", language) for deed in DEEDS]

    assert not [name for name in names if name not in text]


@languages
@needs_qt
def test_every_shortcut_is_in_the_guide(language: str) -> None:
    from ui.actions import DEEDS

    text = _text(language)

    keys = [key for deed in DEEDS for key in _shown(deed.keys)]

    assert not [key for key in keys if f"`{key}`" not in text]


@languages
@needs_qt
def test_every_menu_is_in_the_guide(language: str) -> None:
    from ui.actions import MENUS, SUBMENUS

    text = _text(language)

    names = [say(f"window.menu.{key}", language) for key in (*MENUS, *SUBMENUS)]

    assert not [name for name in names if re.sub(r"\(&.\)|&", "", name) not in text]


@languages
def test_every_status_is_explained_by_its_word(language: str) -> None:
    text = _text(language)

    words = [say(f"look.status.{key}", language) for key in ("green", "amber", "red", "blue")]

    assert not [word for word in words if f"| {word} |" not in text]


def test_both_guides_have_the_same_headings() -> None:
    assert _headings("zh_TW") == _headings("en")


def test_both_guides_show_as_many_pictures() -> None:
    counts = {len(_PICTURE.findall(_text(language))) for language in GUIDES}

    assert len(counts) == 1


@pages
def test_every_picture_and_link_leads_to_a_file(page: Path) -> None:
    text = page.read_text("utf-8")

    places = [*_PICTURE.findall(text), *_LINK.findall(text)]

    assert not [p for p in places if "://" not in p and not (page.parent / p).exists()]


@pages
def test_every_picture_is_small(page: Path) -> None:
    pictures = [page.parent / place for place in _PICTURE.findall(page.read_text("utf-8"))]

    assert not [file.name for file in pictures if file.stat().st_size > MOST_BYTES]
