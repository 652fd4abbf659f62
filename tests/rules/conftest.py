"""The command line, for the rules."""

from tests.cli.running import run

__all__ = ["run"]
