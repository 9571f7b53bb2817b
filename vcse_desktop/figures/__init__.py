"""What is counted: from records to tables of figures."""
