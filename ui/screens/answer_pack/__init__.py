"""Answering what a partner's pack asks."""
