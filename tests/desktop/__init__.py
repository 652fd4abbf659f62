"""The real window on a real display, worked with mouse and keys from outside."""
