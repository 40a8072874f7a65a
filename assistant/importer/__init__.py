"""Source files → the shipped tables: readers, names resolved, checks, report."""
