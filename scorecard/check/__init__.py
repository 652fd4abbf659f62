"""What is wrong with a document's content: what an edit may not bring in, and what a reader
should know."""
