"""The day: logging time, the week, what waits."""
