"""Files made to harm, by kind: each a name, its bytes, and what is to be said of it."""
