"""What stands on a table at the door: people sign in, and reach nothing else."""
