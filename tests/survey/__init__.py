"""Surveys: many answers made one figure."""
