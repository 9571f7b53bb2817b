"""The folder with which a group leaves with everything, and comes back from it."""
