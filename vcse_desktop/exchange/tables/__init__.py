"""Tables in files that others made, whatever they were made with."""
