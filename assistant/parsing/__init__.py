"""Tokens to a tree, by the Lark grammar in `grammar/`."""
