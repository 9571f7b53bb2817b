"""What is in a pack, as it is shown on a screen or on paper."""
