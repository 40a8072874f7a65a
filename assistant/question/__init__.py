"""Clauses to a Question: what is asked, of whom, where, when, under which conditions."""
