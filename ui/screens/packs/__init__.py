"""What was sent, and packs as they are shown."""
