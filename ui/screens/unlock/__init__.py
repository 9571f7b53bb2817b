"""The door of a vault."""
