"""Frozen values of the document."""
