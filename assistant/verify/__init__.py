"""Figures held twice: worked out from both places, compared, and each disagreement known or new."""
