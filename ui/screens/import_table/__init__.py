"""Bringing in a spreadsheet, step by step: nothing is written before the last of them."""
