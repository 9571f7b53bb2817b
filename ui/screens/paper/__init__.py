"""Forms on paper: printing them empty, and typing in what was written on them."""
