"""What the records say of each of the six principles."""
