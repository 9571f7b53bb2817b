"""Counting people by the groups that they belong to."""
