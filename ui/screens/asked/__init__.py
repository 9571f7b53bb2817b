"""Pages about how the group asked people: all of it in figures, and what stands beside one piece."""
