"""Formulas as data: text, tree, value; each mistake with its place."""
