"""The command line: every verb over the same workspace and commands as the window."""

from scorecard.cli.running import main as main
