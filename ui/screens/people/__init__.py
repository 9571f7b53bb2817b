"""The people a group knows."""
