"""Question to SQL: text from our own catalogue, values only ever as bound parameters."""
