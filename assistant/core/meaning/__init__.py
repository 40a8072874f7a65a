"""What a question means: a nested, typed value that says itself in English."""
