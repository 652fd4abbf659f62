"""Where the numbers of a sheet stand, and what the cells around them say about them."""
