"""Tables in and out of the program."""
