"""Whether the definitions of a document still hold: what each lacks, and when it was looked at."""
