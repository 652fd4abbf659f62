"""A second, slow and exact reading of the rules, to hold the product's arithmetic against."""
