"""Files written by LibreOffice, and LibreOffice itself where it is there."""
