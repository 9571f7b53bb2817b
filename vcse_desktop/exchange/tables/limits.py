"""How large a file may be, so that none makes the program stand still."""

MOST_BYTES = 128 << 20
"""Of a file as it lies on the disk."""
MOST_UNPACKED = 768 << 20
"""Of what is packed in a file."""
MOST_CELLS = 12_000_000
"""Of a sheet from its first cell to its last, blanks among them: some 300 MB."""
LONGEST_CELL = 1 << 20
"""Letters of one cell."""
