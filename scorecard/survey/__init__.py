"""Answers of many people made one figure, and how sure it is (R-SURVEY); knows no document."""
