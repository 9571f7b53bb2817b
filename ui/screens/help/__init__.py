"""Help: cards, keys."""
