"""Files in and out: read, match, plan, one command; report values to files."""
