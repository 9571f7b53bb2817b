"""What was begun in forms and not saved: kept while it is typed, and offered again."""
