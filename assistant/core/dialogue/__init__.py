"""Follow-ups: operations on the meaning that was answered last, never on its text."""
