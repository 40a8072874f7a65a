"""Rows to an answer: the sentence, the table, and what it rests on."""
