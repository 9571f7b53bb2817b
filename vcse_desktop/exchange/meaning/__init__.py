"""What a table means: which records it holds, and how people write days, hours, names and ticks."""
