"""Bringing a backup back, and what it shares with trying one."""
