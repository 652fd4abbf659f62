"""Tests; a package, so that the program beside it is found."""
