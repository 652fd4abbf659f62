"""The entry sheet without a window: what is to be entered, what a text or a block means there."""
