"""Synthetic results, ten and a hundred times those shipped, and how each stage of an ask grows with them."""
