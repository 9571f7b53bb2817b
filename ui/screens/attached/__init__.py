"""Photos of a record: shown small and large, added, described, taken out again."""
