"""The history for its readers: what a step changed in words, what touched a KPI, one step back."""
