"""From the names of a workbook to those of a document: found, chosen, asked, never guessed."""
