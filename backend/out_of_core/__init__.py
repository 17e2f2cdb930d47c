"""Checks whose tables are beyond memory: the rule's SQL judges them, out of core.

Rules of this room: no table is ever whole in memory, neither its cells nor its flagged rows as
text; DuckDB is given batches of the columnar cache, whose cells are what the readers say; the
program stays the check's artifact, and what it says of a sample must be what the SQL says.
"""
