"""From text to a lattice: words, the names and senses that stand over them, numbers and times."""
