"""A lattice to meanings: rules of the grammar, each joining a few smaller meanings into one."""
