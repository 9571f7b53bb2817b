"""Checking what a partner sent."""
