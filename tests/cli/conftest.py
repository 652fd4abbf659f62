"""Fixtures of the command line's tests."""

from tests.cli.running import run, sample

__all__ = ["run", "sample"]
