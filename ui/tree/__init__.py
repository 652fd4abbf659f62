"""The scorecard as a tree: its columns, its model, the words and the drawing of each cell."""
