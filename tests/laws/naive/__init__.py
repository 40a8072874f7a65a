"""The naive evaluator: what a meaning is worth, in plain Python over the base tables, a short function a node.

It follows docs/meanings.md and shares nothing with the query room: no view, no key, no default. Where the page leaves a
choice, the choice is a switch (`switches.py`).
"""
