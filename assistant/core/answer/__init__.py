"""From facts and the meaning to an answer: sentences, tables, and what a reader must know of them."""
