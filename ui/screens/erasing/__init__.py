"""Erasing somebody, and handing somebody everything about them."""
