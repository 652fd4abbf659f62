"""What is due when, who owns it and how late it is; as plain data and as words for a mail."""
