"""Everything the program shows; Qt lives here and nowhere else."""
