"""Forms made from the declarations of records."""
