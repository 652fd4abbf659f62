"""The window: shows what `scorecard` says and asks it for changes; no rule lives here."""
