"""The core of VCSE Desktop: everything the program knows, without a window."""

__version__ = "0.3.0"
