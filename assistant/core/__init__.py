"""The core: from a text to an answer, by meanings that nest."""
