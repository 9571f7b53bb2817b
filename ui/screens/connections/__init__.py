"""Offers and wishes: noted, brought together, introduced once both have agreed."""
