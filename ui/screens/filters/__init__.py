"""What a list leaves out and in which order it stands."""
