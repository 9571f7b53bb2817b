"""Files that were changed in every way we could think of, each with what may be said of it."""
