"""Whether this computer is being used, whether it goes to sleep, and whether the program is started again."""
