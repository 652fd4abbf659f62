"""The sample document: a manufacturer's scorecard with two years of believable months."""
