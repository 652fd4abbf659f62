"""Windows over the window: about, keys, a mistake of the program, a document that is refused."""
