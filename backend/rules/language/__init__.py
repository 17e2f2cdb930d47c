"""The condition language: values, predicates, their Pandas, and their words.

It is small and closed. A predicate is true, false, or unknown (a cell is empty); a rule flags
the rows for which its requirement is false, as SQL's CHECK does.
"""
