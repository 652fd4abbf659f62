"""The command line, for the oracle too."""

from tests.cli.running import run

__all__ = ["run"]
