"""The measurement rules, case by case through the command line, each worked out by hand."""
