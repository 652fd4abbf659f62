"""Importing a workbook in the window: its names are matched, then previewed, then taken."""
