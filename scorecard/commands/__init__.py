"""What a user can do: each command takes a board and gives the edits, or refuses in words."""
