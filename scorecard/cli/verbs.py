"""The verbs and where each one lives; a verb is loaded when it is called."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple


class Verb(NamedTuple):
    """What a verb takes, and what it does: `run` gives the exit code, or raises Refused or
    CannotOpen."""

    add_options: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


def _new() -> Verb:
    from scorecard.cli.new import VERB

    return VERB


def _import() -> Verb:
    from scorecard.cli.importing import VERB

    return VERB


def _values() -> Verb:
    from scorecard.cli.values import VERB

    return VERB


def _set() -> Verb:
    from scorecard.cli.entering import VERB

    return VERB


def _explain() -> Verb:
    from scorecard.cli.explaining import VERB

    return VERB


def _trend() -> Verb:
    from scorecard.cli.trend import VERB

    return VERB


def _read() -> Verb:
    from scorecard.cli.reading import VERB

    return VERB


def _undo() -> Verb:
    from scorecard.cli.undoing import UNDO

    return UNDO


def _redo() -> Verb:
    from scorecard.cli.undoing import REDO

    return REDO


def _close() -> Verb:
    from scorecard.cli.closing import CLOSE

    return CLOSE


def _reopen() -> Verb:
    from scorecard.cli.closing import REOPEN

    return REOPEN


def _history() -> Verb:
    from scorecard.cli.history import VERB

    return VERB


def _backups() -> Verb:
    from scorecard.cli.backing_up import BACKUPS

    return BACKUPS


def _restore() -> Verb:
    from scorecard.cli.backing_up import RESTORE

    return RESTORE


def _salvage() -> Verb:
    from scorecard.cli.backing_up import SALVAGE

    return SALVAGE


def _due() -> Verb:
    from scorecard.cli.due import VERB

    return VERB


def _blank() -> Verb:
    from scorecard.cli.blank import VERB

    return VERB


def _check() -> Verb:
    from scorecard.cli.checking import VERB

    return VERB


def _formula() -> Verb:
    from scorecard.cli.formula import VERB

    return VERB


def _export() -> Verb:
    from scorecard.cli.exporting import VERB

    return VERB


def _snapshot() -> Verb:
    from scorecard.cli.snapshot import VERB

    return VERB


def _verify() -> Verb:
    from scorecard.cli.verifying import VERB

    return VERB


#: In the order of the help.
VERBS: Mapping[str, Callable[[], Verb]] = MappingProxyType(
    {
        "new": _new,
        "import": _import,
        "values": _values,
        "explain": _explain,
        "trend": _trend,
        "set": _set,
        "close": _close,
        "reopen": _reopen,
        "undo": _undo,
        "redo": _redo,
        "history": _history,
        "backups": _backups,
        "restore": _restore,
        "salvage": _salvage,
        "snapshot": _snapshot,
        "verify": _verify,
        "export": _export,
        "blank": _blank,
        "check": _check,
        "due": _due,
        "formula": _formula,
        "read": _read,
    }
)
