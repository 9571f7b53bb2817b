"""What a record is: declarations, lists and the rules between values."""
