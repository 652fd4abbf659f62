"""Workbooks and tables of any kind as plain grids; nothing outside the file is looked up."""
