"""The whole product without a window: definitions, entries, arithmetic, storage, command line."""

VERSION = "0.2.0"
