"""Checks that a table's own data suggests: what holds today for all its rows, or for nearly all.

Rules of this room: nothing here writes, plans or runs; a proposal is a rule with sentences that
say it, and whoever shows it makes sure, one floor up, that a sentence compiles to that very rule
and how many rows it flags. What could be chance is not proposed.
"""
