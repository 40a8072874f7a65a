"""What there is to ask about: things, the tables of facts, measures, relations, and what is assumed."""
