"""What lists show, page by page."""
