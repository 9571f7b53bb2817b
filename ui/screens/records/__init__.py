"""Any kind of record: list, form and parts."""
