"""A reader a publisher: source files in, rows out."""
