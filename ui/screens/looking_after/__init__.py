"""Looking after volunteers: checks and training, thanks and expenses."""
