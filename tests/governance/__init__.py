"""Whether definitions still hold."""
