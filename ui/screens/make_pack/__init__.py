"""Making a pack in four steps."""
