"""What hides everything while nobody is there."""
