"""The name of our letters, which reports and windows ask for them by."""

FAMILY = "VCSE Sans"
"""The name inside the files: the licence keeps the original's name for unchanged files."""
