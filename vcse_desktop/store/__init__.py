"""The encrypted file: keys, tables, journal and search."""
