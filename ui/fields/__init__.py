"""Parts of which forms are made: editors, and the line of what is wrong beside them."""
