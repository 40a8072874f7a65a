"""From what was said to what is meant: deeds settled, defaults filled, senses chosen, one reading of several."""
