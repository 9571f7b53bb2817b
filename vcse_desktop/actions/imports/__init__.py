"""Bringing in a spreadsheet: open a file, suggest what it means, show what would be made, make it."""
