"""The scorecard page: filters, the tree, and beside it the detail of the chosen line."""
