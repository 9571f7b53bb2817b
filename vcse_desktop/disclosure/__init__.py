"""What may be shown: hiding, its audit, and the memory of what left."""
