"""Why a question has no answer, in plain words, and what can be asked instead."""
