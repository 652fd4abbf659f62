"""Promises held while things break."""
