"""Who was reached, beside who lives here, and the open files that say the second."""
