"""Text to tokens: words, vocabulary and the names of places, wards, parties and people."""
