"""What each action does, by the keys of `ui.actions.DEEDS`."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from ui.look import Density, Theme
from ui.pages import EVERY
from ui.selection import Reach
from ui.stepping import go

if TYPE_CHECKING:
    from ui.inside import Inside
    from ui.room import Room

Deeds = Mapping[str, Callable[[], object]]


def deeds_of(inside: "Inside") -> Deeds:
    """All deeds; those on a document do nothing while none is open."""
    return {**_of_window(inside), **_of_document(inside), **_of_look(inside)}


def _of_window(inside: "Inside") -> Deeds:
    pages = {f"page.{page.key}": partial(inside.paging.go_to, page.key) for page in EVERY}
    return {
        **pages,
        "new": inside.show_start,
        "open": inside.documents.ask_open,
        "quit": inside.window.close,
        "next_pane": inside.next_pane,
        "settings": lambda: _ask_settings(inside),
        "menu_bar": lambda: _open_menu_bar(inside),
        "context_menu": _open_context_menu,
        "glossary": lambda: _show_glossary(inside),
        "meaning": lambda: _tell_meaning(inside),
        "keys": lambda: _show_keys(inside),
        "about": lambda: _show_about(inside),
    }


def _of_document(inside: "Inside") -> Deeds:
    acts: dict[str, Callable[[Room], object]] = {
        "save_copy": lambda room: inside.documents.ask_copy(room.bridge.workspace),
        "backups": lambda room: _show_backups(inside, room),
        "snapshot_pdf": lambda room: freeze(inside, room, "pdf", _unit(room)),
        "snapshot_json": lambda room: freeze(inside, room, "json", _unit(room)),
        "blank": lambda room: _write_blank(inside, room),
        "import": lambda room: _import_file(inside, room),
        "close_period": lambda room: _close_period(inside, room),
        "reopen_period": lambda room: _reopen_period(inside, room),
        "undo": lambda room: go("undo", room.bridge, inside.look, inside.window),
        "redo": lambda room: go("redo", room.bridge, inside.look, inside.window),
        "copy_table": lambda room: room.copy_table(),
        "find": lambda room: room.go_to_search(),
        "show_line": lambda room: room.page.open_panel(),
        "add_line": lambda room: room.lines.add(),
        "star": lambda room: room.lines.star(),
        "weigh": lambda room: room.lines.weigh(),
        "rename": lambda room: room.lines.rename(),
        "own": lambda room: room.lines.own(),
        "move_up": lambda room: room.moves.step(-1),
        "move_down": lambda room: room.moves.step(1),
        "move_in": lambda room: room.moves.into(),
        "move_out": lambda room: room.moves.out(),
        "duplicate": lambda room: room.units.duplicate(),
        "for_units": lambda room: room.units.for_units(),
        "archive": lambda room: room.lines.archive(),
        "archived": lambda room: room.units.show_archived(),
        "units": lambda room: room.units.show_units(),
        "remove_line": lambda room: room.lines.remove(),
        "next_red": lambda room: room.page.next_red(),
        "period_back": lambda room: room.selection.step(-1),
        "period_on": lambda room: room.selection.step(1),
        "open_all": lambda room: room.page.tree.expandAll(),
        "close_all": lambda room: room.page.tree.collapseAll(),
    }
    for reach in Reach:
        acts[f"reach.{reach}"] = _reaching(reach)
    return {key: _in_room(inside, act) for key, act in acts.items()}


def _of_look(inside: "Inside") -> Deeds:
    look = inside.look
    deeds: dict[str, Callable[[], object]] = {
        "language.zh_TW": lambda: look.set_language("zh_TW"),
        "language.en": lambda: look.set_language("en"),
    }
    for theme in Theme:
        deeds[f"theme.{theme}"] = _setting_theme(inside, theme)
    for density in Density:
        deeds[f"density.{density}"] = _setting_density(inside, density)
    return deeds


def _unit(room: "Room") -> str:
    """The unit whose lines the scorecard shows; empty for all."""
    return room.page.filters.filter.org or ""


def _in_room(inside: "Inside", act: "Callable[[Room], object]") -> Callable[[], object]:
    return lambda: act(inside.shown_room) if inside.shown_room is not None else None


def _reaching(reach: Reach) -> "Callable[[Room], object]":
    return lambda room: room.selection.set_reach(reach)


def _setting_theme(inside: "Inside", theme: Theme) -> Callable[[], object]:
    return lambda: inside.look.set_theme(theme)


def _setting_density(inside: "Inside", density: Density) -> Callable[[], object]:
    return lambda: inside.look.set_density(density)


# Each of these is loaded when it is first asked for.


def _import_file(inside: "Inside", room: "Room") -> None:
    from ui.importing import ask_import

    ask_import(room.bridge, inside.look, inside.window)


def freeze(inside: "Inside", room: "Room", kind: str, org: str) -> None:
    """Ask where a snapshot of a unit, of all where it is empty, is to lie, and freeze it."""
    from scorecard.text import Said
    from ui.snapshot import ask_snapshot

    path = ask_snapshot(room.bridge, inside.look, inside.window, kind, org)
    if path is not None:
        inside.tell(Said("window.frozen", {"name": path.name}))


def _close_period(inside: "Inside", room: "Room") -> None:
    from ui.closing import ask_close

    ask_close(inside, room)


def _reopen_period(inside: "Inside", room: "Room") -> None:
    from ui.reopening import ask_reopen

    ask_reopen(inside, room, room.pages.unit)


def _write_blank(inside: "Inside", room: "Room") -> None:
    from scorecard.text import Said
    from ui.blank import ask_blank

    path = ask_blank(room.bridge, inside.look, inside.window, _unit(room))
    if path is not None:
        inside.tell(Said("window.blank.done", {"name": path.name}))


def _show_backups(inside: "Inside", room: "Room") -> None:
    from ui.dialogs.backups import Backups

    Backups(room.bridge, inside.look, inside.window).open()


def _ask_settings(inside: "Inside") -> None:
    from ui.settings import ask_settings

    ask_settings(inside)


def _open_menu_bar(inside: "Inside") -> None:
    from ui.keyboard import open_menu_bar

    open_menu_bar(inside.window)


def _open_context_menu() -> None:
    from ui.keyboard import open_context_menu

    open_context_menu()


def _show_keys(inside: "Inside") -> None:
    from ui.dialogs.keys import keys

    keys(inside.look, inside.window, of_sheet=inside.paging.key == "entry").open()


def _show_glossary(inside: "Inside") -> None:
    from ui.dialogs.glossary import show_glossary

    show_glossary(inside.look, inside.window)


def _tell_meaning(inside: "Inside") -> None:
    from ui.meaning import ask_meaning

    ask_meaning(inside.look, inside.window)


def _show_about(inside: "Inside") -> None:
    from ui.dialogs.about import about

    about(inside.look, inside.window).open()
