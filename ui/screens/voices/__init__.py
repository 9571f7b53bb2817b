"""What people said, and what became of it."""
