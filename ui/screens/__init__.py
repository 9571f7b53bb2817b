"""What each screen shows, one module for each name in the sidebar."""
