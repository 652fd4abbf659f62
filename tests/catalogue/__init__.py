"""The KPI library."""
