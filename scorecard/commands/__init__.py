"""What a user can do: one module per thing, each turns a board into edits."""
