"""A meaning as one query: its text from the model, its values only ever as bound parameters."""
